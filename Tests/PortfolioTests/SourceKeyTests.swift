import Foundation
import Health
import Portfolio
import Review
import Testing

/// What the keys of a source do to its columns, rows, words and numbers.
@Suite struct SourceKeyTests {
  private func read(_ table: String, _ text: String, _ keys: String) throws -> Loaded {
    try loaded([
      "vigie.yml": "sources:\n  \(table):\n    - file: export.csv\n"
        + keys.split(separator: "\n").map { "      \($0)\n" }.joined(),
      "export.csv": text,
    ])
  }

  // MARK: - Columns

  @Test func `of a list of names the first that is there counts, without case and with either apostrophe`() throws {
    let columns = "columns: {account_id: [Nr, L'Été, Compte], date: [Le jour], flag: État}"
    for header in ["L’été", "L'été", "l'e\u{301}te\u{301}", "COMPTE"] {
      let read = try read("sentiment", "\(header),Le jour,état\nA1,2026-11-02,red\n", columns)
      #expect(read.flags == ["A1, 2026-11-02, red, –"], "\(header): \(read.findings)")
    }
    let both = try read("sentiment", "Compte,L'été,Le jour,État\nB2,A1,2026-11-02,red\n", columns)
    #expect(both.flags == ["A1, 2026-11-02, red, –"])
    let none = try read("sentiment", "Kunde,Le jour,État\nA1,2026-11-02,red\n", columns)
    #expect(
      none.findings.contains(
        "export.csv:1: error: there is none of the columns 'Nr', 'L'Été', 'Compte', which the settings map to account_id"
      ), "\(none.findings)")
  }

  @Test func `a name that stands again is meant with its number, and without it is an error`() throws {
    let text = "account_id,name,Amount,Amount,amount\nA1,Acme,1,2,3\nB2,Beta,4,5,6\n"
    for (name, arr) in [("Amount (1)", 1.0), ("amount (2)", 2), ("Amount (3)", 3)] {
      let read = try read("accounts", text, "columns: {arr: \(name)}")
      #expect(read.portfolio?.evidence.accounts.first?.arr == arr, "\(name): \(read.findings)")
    }
    #expect(
      try read("accounts", text, "columns: {arr: Amount}").findings.contains(
        "export.csv:1:24: error: the column 'Amount' stands here twice, as columns 3 and 4; rename one of them, or name it 'Amount (2)' under columns"
      ))
    #expect(
      try read("accounts", text, "columns: {arr: Amount (4)}").findings.contains {
        $0.hasPrefix("export.csv:1: error: there is no column 'Amount (4)', which the settings map to arr")
      })
    // A column that is called so is itself.
    let own = try read(
      "accounts", "account_id,name,Amount,Amount,Amount (2)\nA1,Acme,1,2,3\n", "columns: {arr: Amount (2)}")
    #expect(own.portfolio?.evidence.accounts.first?.arr == 3)
  }

  @Test func `of columns of one name each row fills one, and two that differ refuse it`() throws {
    let text = """
      Org,Org,date,flag,Org
      A1,,2026-11-02,red,
      ,,2026-11-03,green,B2
      A1,A1,2026-11-04,green,
      A1,B2,2026-11-05,green,
      ,,2026-11-06,green,
      """
    let read = try read("sentiment", text + "\n", "columns: {account_id: {column: Org, repeated: true}}")
    #expect(read.flags == ["A1, 2026-11-02, red, –", "A1, 2026-11-04, green, –", "B2, 2026-11-03, green, –"])
    #expect(
      read.findings == [
        "export.csv:5:4: error: the row has 'A1' and 'B2' in columns of the same name, and account_id is one of them",
        "export.csv:6:1: error: account_id is blank",
      ])
  }

  // MARK: - Rows

  @Test func `where keeps the rows whose cell is one of the words, and looks at no other cell of the rest`() throws {
    let text =
      "account_id,date,flag,Kind,Region\nA1,2026-11-02,red,Flag,north\nZZ,soon,?,note,North\nA1,2026-11-03,red,FLAG ,South\nA1,2026-11-04,red,,North\n"
    let one = try read("sentiment", text, "where: {kind: flag}")
    #expect(one.flags.count == 2 && one.rows.leftOut == 2 && one.rows.refused == 0)
    let both = try read("sentiment", text, "where: {Kind: [flag, other], REGION: [North, West]}")
    #expect(both.flags == ["A1, 2026-11-02, red, –"] && both.rows.leftOut == 3)
    let missing = try read("sentiment", text, "where: {Sort: flag}")
    #expect(
      missing.findings.contains {
        $0.hasPrefix("export.csv:1: error: there is no column 'Sort', which the settings map to where")
      }, "\(missing.findings)")
  }

  @Test func `the words of where are those of the file, whatever they mean`() throws {
    let text = "account_id,date,flag\nA1,2026-11-02,At risk\nA1,2026-11-03,red\n"
    let read = try read("sentiment", text, "values: {flag: {At risk: red}}\nwhere: {flag: At risk}")
    #expect(read.flags == ["A1, 2026-11-02, red, –"] && read.rows.leftOut == 1)
  }

  // MARK: - Words

  @Test func `words mean what the settings say, by the name of the column here or there, before anything else`() throws
  {
    let text =
      "account_id,date,RAG\nA1,2026-11-02,AT  risk\nA1,2026-11-03,-\nA1,2026-11-04,green\nA1,2026-11-05,later\n"
    for column in ["flag", "RAG", "rag"] {
      let read = try read(
        "sentiment", text,
        "columns: {flag: RAG}\nvalues: {\(column): {At risk: red, \"-\": yellow, later: \"\"}}")
      #expect(
        read.flags == ["A1, 2026-11-02, red, –", "A1, 2026-11-03, yellow, –", "A1, 2026-11-04, green, –"], "\(column)")
      #expect(read.findings == ["export.csv:5:15: error: flag is blank"])
    }
  }

  @Test func `numbers and days may be words, too`() throws {
    let text = "account_id,ticket_id,opened_on,csat\nA1,1,2026-11-02,Good\nA1,2,heute,Offered\nA1,3,2026-11-03,4\n"
    let read = try read(
      "tickets", text, "values: {csat: {Good: 5, Offered: \"\"}, opened_on: {heute: 2026-11-16}}")
    #expect(
      read.tickets == [
        "A1, 1, 2026-11-02, –, –, 5.0, –", "A1, 2, 2026-11-16, –, –, –, –", "A1, 3, 2026-11-03, –, –, 4.0, –",
      ])
  }

  // MARK: - Numbers

  @Test func `cents hold for amounts and for nothing else`() throws {
    let accounts = try read("accounts", "account_id,name,arr,seats,employees\nA1,Acme,123450,200,300\n", "unit: cents")
    #expect(accounts.portfolio?.evidence.accounts.first?.arr == 1234.5)
    #expect(accounts.portfolio?.evidence.columns.first { $0.name == "seats" }?.numbers == [200])
    #expect(accounts.portfolio?.evidence.columns.first { $0.name == "employees" }?.numbers == [300])
    let outcomes = try read(
      "outcomes", "account_id,date,kind,arr_before,arr_after\nA1,2026-11-02,renewed,100,250\n", "unit: cents")
    #expect(outcomes.outcomes == ["A1, 2026-11-02, renewed, 1.0, 2.5, –"])
    #expect(
      try read("goals", "account_id,goal,target\nA1,grow,500\n", "unit: cents").portfolio?.evidence.goals.all.first?
        .target
        == 500)
    #expect(
      try read("accounts", "account_id,name\nA1,Acme\n", "unit: thousands").findings.contains {
        $0.hasPrefix("vigie.yml:4:13: error: unit is 'thousands'; write one of: cents")
      })
  }

  @Test func `in a file with semicolons a point that could be either stops the build until the settings say`() throws {
    let text = "account_id;name;arr\nA1;Acme;1.250\nB2;Beta;84.000\n"
    let stopped = try read("accounts", text, "")
    #expect(stopped.portfolio == nil)
    #expect(
      stopped.findings.contains(
        "export.csv: error: every number with a point in arr, such as '1.250', has three digits behind it, and the point could part thousands or be the decimal sign; write thousands: \".\" or decimal: \".\""
      ), "\(stopped.findings)")
    #expect(try read("accounts", text, "decimal: \".\"").portfolio?.evidence.accounts.map(\.arr) == [1.25, 84])
    #expect(try read("accounts", text, "thousands: \".\"").portfolio?.evidence.accounts.map(\.arr) == [1250, 84000])
    // Another number shows what it is; commas and zeros in front do, too.
    #expect(try read("accounts", text + "C3;C;1.5\n", "").portfolio?.evidence.accounts.map(\.arr) == [1.25, 84, 1.5])
    #expect(try read("accounts", text + "C3;C;0.500\n", "").portfolio != nil)
    #expect(
      try read("accounts", text.replacing(";", with: ","), "").portfolio?.evidence.accounts.map(\.arr) == [1.25, 84])
    #expect(try read("accounts", text.replacing(".", with: ""), "").portfolio != nil)
  }

  // MARK: - Days

  @Test func `days that all fit the other order, and some not the given one, stop the build`() throws {
    let text = "account_id,date,flag\nA1,03/04/2026,red\nA1,05/13/2026,red\n"
    let stopped = try read("sentiment", text, "date_format: dd/MM/yyyy")
    #expect(stopped.portfolio == nil)
    #expect(
      stopped.findings.contains(
        "export.csv: error: 1 of 2 days of date do not fit date_format: dd/MM/yyyy, and all of them fit date_format: MM/dd/yyyy; write the latter if that is how they are written"
      ), "\(stopped.findings)")
    #expect(try read("sentiment", text, "date_format: MM/dd/yyyy").flags.count == 2)
    // Neither order reads all of them: the one that it does not is refused alone.
    let neither = try read("sentiment", text + "A1,14/05/2026,red\n", "date_format: dd/MM/yyyy")
    #expect(neither.portfolio != nil && neither.rows.refused == 1)
    // Of several formats nobody knows which one is meant.
    #expect(try read("sentiment", text, "date_format: [dd/MM/yyyy, yyyy-MM-dd]").portfolio != nil)
    #expect(
      try read("sentiment", "account_id,date,flag\nA1,03/04/2026,red\nA1,-,red\n", "date_format: dd/MM/yyyy").portfolio
        != nil)
  }

  @Test func `a moment becomes a day in the zone of the source, else of the portfolio, else in UTC`() throws {
    let text = "account_id,date,flag\nA1,2026-11-02T23:30:00Z,red\nA1,2026-11-03T23:30:00,red\n"
    func days(_ keys: String, _ settings: String = "") throws -> [String] {
      try loaded([
        "vigie.yml": settings + "sources: {sentiment: [{file: e.csv\(keys)}]}\n", "e.csv": text,
      ]).flags.map { String($0.dropFirst(4).prefix(10)) }
    }
    #expect(try days("") == ["2026-11-02", "2026-11-03"])
    #expect(try days("", "time_zone: Europe/Paris\n") == ["2026-11-03", "2026-11-03"])
    #expect(try days(", time_zone: America/New_York", "time_zone: Europe/Paris\n") == ["2026-11-02", "2026-11-03"])
  }
}
