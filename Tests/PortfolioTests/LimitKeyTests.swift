import Files
import Foundation
import Health
import Portfolio
import Testing

/// The limits that the settings of a portfolio set, and how they are told.
@Suite struct LimitKeyTests {
  @Test func `a table beyond a limit stops the build and names the setting, which lets it through`() throws {
    let accounts = "account_id,name\nA1,Acme\nB2,\(String(repeating: "x", count: 3000))\n"
    let refused = try loaded(["data/accounts.csv": accounts, "vigie.yml": "limits: {cell_kib: 2}\n"])
    #expect(refused.portfolio == nil)
    #expect(
      refused.findings == [
        "data/accounts.csv:3:4: error: the cell that begins here has more than 2 KiB; raise cell_kib under limits in vigie.yml if it should be read"
      ])
    let read = try loaded(["data/accounts.csv": accounts, "vigie.yml": "limits: {cell_kib: 3}\n"])
    #expect(read.portfolio?.evidence.accounts.count == 2, "\(read.findings)")
  }

  @Test func `limits are checked like every setting`() throws {
    for (limits, finding) in [
      ("{cells: 2}", "vigie.yml:1:10: error: unknown key 'cells' in the limits"),
      ("{rows: many}", "vigie.yml:1:16: error: rows is 'many'; write a whole number from 1 to 4294967296"),
      ("{query_steps: 0}", "vigie.yml:1:23: error: query_steps is '0'; write a whole number from 1 to 1000000"),
    ] {
      let loaded = try loaded(["vigie.yml": "limits: \(limits)\n"])
      #expect(loaded.findings.contains { $0.hasPrefix(finding) }, "\(loaded.findings)")
      #expect(loaded.portfolio == nil)
    }
  }

  @Test func `the documentation lists every limit with its usual value`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "docs/portfolio.md"), encoding: .utf8)
    for setting in Limits.Setting.allCases {
      let row = text.split(separator: "\n").first { $0.hasPrefix("| `\(setting.rawValue)` |") }
      #expect(row?.replacing(",", with: "").contains("| \(setting.usual) |") == true, "\(setting.rawValue)")
    }
  }

  @Test func `a note, settings and a model of more than four mebibytes are not read`() throws {
    let long = "# " + String(repeating: "x", count: Limits.text) + "\n"
    for file in ["vigie.yml", "model.yml", "data/notes/A1.md"] {
      let loaded = try loaded([file: long])
      #expect(loaded.findings.contains { $0.hasPrefix("\(file): error: ") }, "\(file): \(loaded.findings)")
    }
  }
}
