import Foundation
import Health
import Portfolio
import Review
import Testing

/// Files by a pattern, and layouts of a portfolio's own.
@Suite struct FilePatternTests {
  private func flags(_ pattern: String, _ files: [String]) throws -> Loaded {
    var all = ["vigie.yml": "sources: {sentiment: [{file: \"\(pattern)\"}]}\n"]
    for (number, file) in files.enumerated() {
      all[file] = "account_id,date,flag,reason\nA1,2026-11-\(10 + number),red,\(file)\n"
    }
    return try loaded(all)
  }

  @Test(arguments: [
    (
      "exports/flags-*.csv", ["exports/flags-2026-11-09.csv", "exports/flags-2026-11-16.csv"],
      "exports/flags-2026-11-16.csv"
    ),
    ("exports/*", ["exports/a.csv", "exports/b.csv"], "exports/b.csv"),
    // Names are compared by their letters, so that 10 stands before 9.
    ("f-*.csv", ["f-9.csv", "f-10.csv"], "f-9.csv"), ("f*-*.csv", ["fa-1.csv", "fb-0.csv", "g-9.csv"], "fb-0.csv"),
    // Hidden files, and those that a program holds open, are none.
    ("e/*.csv", ["e/a.csv", "e/.z.csv", "e/~$z.csv"], "e/a.csv"),
    ("[x]?-*.csv", ["[x]?-1.csv", "xa-2.csv"], "[x]?-1.csv"),
  ])
  func `of all files that a pattern fits, the one whose name sorts last is read`(
    pattern: String, files: [String], read: String
  ) throws {
    #expect(try flags(pattern, files).flags.map { $0.split(separator: ", ").last ?? "" } == [Substring(read)])
  }

  @Test func `a pattern that no file fits stops the build`() throws {
    let stopped = try flags("exports/flags-*.csv", ["exports/other.csv"])
    #expect(stopped.portfolio == nil)
    #expect(
      stopped.findings.contains(
        "vigie.yml:1:23: error: no file fits 'exports/flags-*.csv'; put the export there, or correct the pattern"),
      "\(stopped.findings)")
  }

  // MARK: - Own presets

  private func own(_ preset: String, _ keys: String = "preset: desk", export: String = "") throws -> Loaded {
    try loaded([
      "presets/desk.yml": preset, "vigie.yml": "sources: {tickets: [{file: t.csv, \(keys)}]}\n",
      "t.csv": export.isEmpty ? "Case,Customer,Opened\n7,A1,02.11.2026\n" : export,
    ])
  }

  private let desk = """
    title: Our desk
    seen: our export
    tables:
      tickets:
        columns: {account_id: Customer, ticket_id: Case, opened_on: [Opened, Begun], subject: Title}
        date_format: dd.MM.yyyy
    """ + "\n"

  @Test func `a preset of the portfolio's own is read, and keys beside it override it`() throws {
    #expect(try own(desk).tickets == ["A1, 7, 2026-11-02, –, –, –, –"])
    let other = try own(
      desk, "preset: desk, columns: {ticket_id: Nr, opened_on: Day}, date_format: yyyy-MM-dd",
      export: "Nr,Customer,Day,Title\n8,A1,2026-11-03,Slow\n")
    #expect(other.tickets == ["A1, 8, 2026-11-03, –, –, –, Slow"])
  }

  @Test func `a column that a preset maps may be missing unless the table needs it`() throws {
    let missing = try own(desk, export: "Case,Customer\n7,A1\n")
    #expect(missing.portfolio == nil)
    #expect(
      missing.findings.contains(
        "t.csv:1: error: there is none of the columns 'Opened', 'Begun', which the settings map to opened_on"),
      "\(missing.findings)")
    let said = try own(desk, "preset: desk, columns: {subject: Title}")
    #expect(said.portfolio == nil, "what the settings map themselves has to be there")
  }

  @Test func `a preset of one's own wins over one that comes with Vigie`() throws {
    let read = try loaded([
      "presets/zendesk.yml": desk, "vigie.yml": "sources: {tickets: [{file: t.csv, preset: zendesk}]}\n",
      "t.csv": "Case,Customer,Opened\n7,A1,02.11.2026\n",
    ])
    #expect(read.tickets == ["A1, 7, 2026-11-02, –, –, –, –"])
  }

  @Test(arguments: [
    ("title: x\n", "presets/desk.yml:1:1: error: a preset has the keys of at least one table under tables"),
    (
      "titel: x\ntables: {tickets: {}}\n",
      "presets/desk.yml:1:1: error: unknown key 'titel' in a preset; did you mean 'title'?"
    ),
    (
      "tables: {ticket: {match: id}}\n",
      "presets/desk.yml:1:10: error: unknown table 'ticket' in tables; did you mean 'tickets'?"
    ),
    (
      "tables: {tickets: {columns: {account: X}}}\n",
      "presets/desk.yml:1:30: error: tickets has no column 'account'; did you mean 'account_id'?"
    ),
    (
      "tables: {tickets: {date_format: DD/MM}}\n",
      "presets/desk.yml:1:33: error: date_format is 'DD/MM'; write year, month and day once each, such as dd/MM/yyyy, d MMM yy or yyyy-MM-dd, or unix, unix_ms or excel"
    ),
    (
      "tables: {tickets: {match: likely}}\n",
      "presets/desk.yml:1:27: error: match is 'likely'; write one of: id, name, domain"
    ),
    (
      "tables: {tickets: {file: x.csv}}\n",
      "presets/desk.yml:1:20: error: unknown key 'file' in the preset of tickets"
    ),
  ])
  func `a fault in a preset of one's own is told at its place and stops the build`(preset: String, finding: String)
    throws
  {
    let read = try own(preset)
    #expect(read.portfolio == nil)
    #expect(read.findings.contains { $0.hasPrefix(finding) }, "\(read.findings)")
  }

  @Test func `a preset that is none, or of other tables, is an error`() throws {
    let slip = try own(desk, "preset: desc").findings
    #expect(
      slip.contains {
        $0.hasPrefix("vigie.yml:1:43: error: there is no preset 'desc'; did you mean 'desk'?; known: churnzero, ")
      }, "\(slip)")
    let other = try loaded(["vigie.yml": "sources: {goals: [{file: g.csv, preset: zendesk}]}\n"])
    #expect(
      other.findings.contains("vigie.yml:1:41: error: the preset 'zendesk' is none of goals, but of: tickets"),
      "\(other.findings)")
  }

  @Test func `columns that a preset's query calls optional are blank where the file has none`() throws {
    let preset = """
      tables:
        tickets:
          optional: [Title, Closed]
          query: select "Customer" as account_id, "Case" as ticket_id, "Opened" as opened_on, "Title" as subject,
            "Closed" as closed_on from export
      """
    let read = try own(preset, export: "Case,Customer,Opened,title\n7,A1,2026-11-02,Slow\n")
    #expect(read.tickets == ["A1, 7, 2026-11-02, –, –, –, Slow"], "\(read.findings)")
  }
}
