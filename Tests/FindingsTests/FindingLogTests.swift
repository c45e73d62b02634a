import Findings
import Testing

/// Findings of one cause are told as one.
@Suite struct FindingLogTests {
  private func cell(_ line: Int, _ text: String, column: String = "arr", settings: [String] = []) -> Finding {
    var finding = Finding(
      .error, file: "crm.csv", line: line, column: 7, "\(column) is '\(text)'; write a number",
      group: Finding.Group(.cells, of: column))
    finding.settings = settings
    return finding
  }

  private func told(_ findings: [Finding]) -> [String] {
    var log = FindingLog()
    log.add(findings)
    return log.findings.map(\.description)
  }

  @Test func `one sentence about one column is told once, with its count, some cells and the first lines`() {
    let cells = [(2, "a"), (3, "a"), (5, "b"), (8, "c"), (9, "d")].map { cell($0.0, $0.1) }
    #expect(
      told(cells) == [
        "crm.csv:2:7: error: arr is 'a'; write a number (5 cells such as 'a', 'b' and 'c', lines 2, 3, 5 …)"
      ])
    #expect(
      told(Array(cells.prefix(2))) == ["crm.csv:2:7: error: arr is 'a'; write a number (2 cells, lines 2, 3)"])
    #expect(told([cells[0]]) == ["crm.csv:2:7: error: arr is 'a'; write a number"])
  }

  @Test func `other columns, other sentences and what has no group stay apart`() {
    let blank = Finding(.error, file: "crm.csv", line: 3, "arr is blank", group: Finding.Group(.cells, of: "arr"))
    let alone = Finding(.error, file: "vigie.yml", line: 1, "unknown key 'x'")
    #expect(told([cell(2, "a"), cell(2, "a", column: "seats"), blank, alone, alone]).count == 5)
  }

  @Test func `only a setting that reads every cell is named`() {
    let both = cell(2, "1/2/26", settings: ["date_format: d/M/yy", "date_format: M/d/yy"])
    let one = cell(3, "13/2/26", settings: ["date_format: d/M/yy"])
    #expect(
      told([both, both]).first?.contains("; date_format: d/M/yy or date_format: M/d/yy reads them (2 cells") == true)
    #expect(told([both, one]).first?.contains("write a number; date_format: d/M/yy reads them (2 cells") == true)
    #expect(told([both, one, cell(4, "soon")]).first?.contains("reads them") == false)
  }

  @Test func `a refused account is told once, with the rows that are refused because of it`() {
    var cause = Finding(.error, file: "crm.csv", line: 2, "name is blank", group: Finding.Group(.cells, of: "name"))
    cause.refusedAccount = .cause("A1")
    var row = Finding(.error, file: "usage.csv", line: 9, "the row of the account 'A1' is refused")
    row.refusedAccount = .consequence("A1")
    #expect(
      told([cause, row, row, row]) == [
        "crm.csv:2: error: name is blank; 3 rows of other tables are refused with it"
      ])
    #expect(told([row, row]) == ["usage.csv:9: error: the row of the account 'A1' is refused (2 rows)"])
  }

  @Test func `ten million findings of one cause take the room of one, and every one is handed on where it is wanted`() {
    var count = 0
    var log = FindingLog { _ in count += 1 }
    for line in 1...10_000 { log.add(cell(line, "\(line)")) }
    #expect(log.findings.count == 1)
    #expect(count == 10_000)
    let cells = "(10000 cells such as '1', '2' and '3', lines 1, 2, 3 …)"
    #expect(log.findings.first?.description.hasSuffix(cells) == true)
  }

  @Test func `a file with more causes than anybody reads says how many more there are`() {
    let findings = (1...(FindingLog.limit + 3)).map { Finding(.error, file: "crm.csv", line: $0, "no") }
    #expect(told(findings).count == FindingLog.limit + 1)
    #expect(told(findings).last == "crm.csv: error: 3 more like these; they are counted but not listed")
  }
}
