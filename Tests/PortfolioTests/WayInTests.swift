import Foundation
import Health
import Portfolio
import Testing

/// Files as they come: under other names, with other first lines, saved by other editors.
@Suite struct WayInTests {
  private func warnings(_ files: [String: String]) throws -> [String] {
    try loaded(files).findings.filter { $0.contains("nothing reads") || $0.contains("named for") }
  }

  @Test func `every file that looks as if it were read is named with the name that is read`() throws {
    let read = "warning: nothing reads this file"
    #expect(
      try warnings([
        "vigie.yml": "title: x\n", "vigie.yaml": "title: y\n", "Model.yml": "x", "compose.yml": "x", "vite.yml": "x",
        "data/touchpoint.csv": "x", "data/Sentiment.csv": "x", "data/tickets.xlsx": "x", "data/risks.CSV": "x",
        "data/accounts (1).csv": "x", "data/whatever.csv": "x", "data/README.md": "x", "data/.keep": "x",
        "data/customers/A1.md": "x", "data/notes/a1.md": "x", "data/notes/B2.txt": "x", "data/notes/x.MD": "x",
        "data/notes/nobody.md": "x", "data/edition/2026-w47.md": "x",
      ])
        == [
          "data/notes/a1.md: warning: no account has the account_id that the file is named for; call it 'A1.md'",
          "data/notes/nobody.md: warning: no account has the account_id that the file is named for",
          "Model.yml: \(read); what counts is in model.yml", "vigie.yaml: \(read); what counts is in vigie.yml",
          "data/Sentiment.csv: \(read); call it sentiment.csv",
          "data/accounts (1).csv: \(read); the rows of accounts are those of data/accounts.csv",
          "data/customers: warning: nothing reads this folder; call it customer",
          "data/risks.CSV: \(read); call it risks.csv",
          "data/tickets.xlsx: \(read); save it as tickets.csv, or name it under sources in vigie.yml",
          "data/touchpoint.csv: \(read); call it touchpoints.csv",
          "data/whatever.csv: \(read); name it under sources in vigie.yml, or take it away",
          "data/notes/B2.txt: \(read); call it 'B2.md'", "data/notes/x.MD: \(read); a note ends in .md",
          "data/edition/2026-w47.md: \(read); it is called as its edition is, such as 2026-W47.md",
        ])
  }

  @Test func `settings under a name that nothing reads stop the build`() throws {
    let stopped = try loaded(["vigie.yaml": "title: x\n"])
    #expect(stopped.portfolio == nil)
    #expect(stopped.findings == ["vigie.yaml: error: nothing reads this file; call it vigie.yml"])
  }

  @Test func `a text beside the measures is told once and left out`() throws {
    let rows = (1...30).map { "A1,2026-10-\($0 < 10 ? "0" : "")\($0),Acme,pro \($0 % 2 == 0 ? "x" : ""),\($0)\n" }
    let loaded = try loaded(["data/measures.csv": "account_id,date,account_name,plan,logins\n" + rows.joined()])
    let advice = "is left out; say which columns are measures with values"
    #expect(
      loaded.findings == [
        "data/measures.csv:1:17: warning: account_name holds text in all 30 filled cells and \(advice)",
        "data/measures.csv:1:30: warning: plan holds text in all 30 filled cells and \(advice)",
      ])
    #expect(loaded.observations("logins").count == 30)
    #expect(loaded.counts == [32, 32, 0])
  }

  @Test(arguments: [
    "sep=;\naccount_id;name\nA1;Acme\n", "SEP=,\r\naccount_id,name\r\nA1,Acme\r\n",
    "Customers by owner\n\naccount_id,name\nA1,Acme\n", "Customers; by owner; 2026\n1,2\naccount_id,name\nA1,Acme\n",
    "account_id|name\nA1|Acme\n", "Filtered by: all\naccount_id\tname\nA1\tAcme\n",
  ])
  func `the row that names the columns is found, whatever stands before it and between the cells`(text: String) throws {
    let loaded = try loaded(["data/accounts.csv": text])
    #expect(loaded.findings.filter { $0.contains("accounts.csv") } == [])
    #expect(loaded.portfolio?.evidence.accounts.map(\.name) == ["Acme"])
  }

  @Test func `a delimiter that the settings get wrong is told with the right one`() throws {
    let loaded = try loaded([
      "vigie.yml": "sources: {accounts: [{file: data/accounts.csv, delimiter: \";\"}]}\n",
      "data/accounts.csv": "account_id|name\nA1|Acme\n",
    ])
    #expect(
      loaded.findings.filter { $0.contains(": error: ") } == [
        "data/accounts.csv:1: error: the cells seem to be separated by '|'; say so as delimiter of the file under sources in vigie.yml"
      ])
  }

  @Test func `a header that nearly says what a column is leads to it`() throws {
    let loaded = try loaded([
      "data/accounts.csv": "account_id,name,ARR (EUR),renewal_date,start day,arr growth,tier\nA1,Acme,1,2,3,4,5\n"
    ])
    #expect(
      loaded.findings.filter { $0.hasPrefix("data/accounts.csv") }
        == [
          (17, "ARR (EUR)", "arr"), (27, "renewal_date", "renews_on"), (40, "start day", "started_on"),
        ].map {
          "data/accounts.csv:1:\($0): warning: the column '\($1)' is taken for an attribute of its own; did you mean '\($2)'?"
        })
  }

  @Test func `settings are read as editors save them`() throws {
    #expect(
      try loaded(["vigie.yml": "\u{FEFF}title: Harbour\r\ncurrency: NOK\r\n"]).portfolio?.settings.title == "Harbour")
    let utf16 = Data([0xFF, 0xFE]) + "title: x\n".data(using: .utf16LittleEndian)!
    for (bytes, finding) in [
      (utf16, "vigie.yml: error: the file is in UTF-16; save it as plain text in UTF-8"),
      (Data("title: a\nx: b".utf8) + [0xE9], "vigie.yml:2:5: error: the file is not UTF-8; save it as UTF-8"),
      (
        Data("{\\rtf1 title: x}".utf8),
        "vigie.yml: error: the file is a document of an office program; save it as plain text in UTF-8"
      ),
      (
        Data("brand:\n  accent: #7a1f5c\n".utf8),
        "vigie.yml:2:10: error: accent is blank, because # begins a comment; put the text in quotes, such as \"#7a1f5c\""
      ),
      (
        Data("title: “Harbour”\n".utf8),
        "vigie.yml:1:8: warning: the signs “ and ” are part of title; quotes that are none of it are \" or '"
      ),
    ] {
      let findings = try loaded(bytes: ["vigie.yml": bytes]).findings
      #expect(findings.contains(finding), "\(findings)")
    }
  }
}
