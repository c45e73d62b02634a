import Health
import Portfolio
import Review
import Testing

/// Rows that cannot be used: each listed with file, line, column and what to write instead, and counted.
@Suite struct RefusedRowTests {
  @Test(arguments: [
    (
      "data/measures.csv", "account_id,date,logins\nA1,2026-11-02,many\n",
      "data/measures.csv:2:15: error: logins is 'many'; write a plain number such as 1234.5"
    ),
    (
      "data/measures.csv", "account_id,date,logins\nA1,2026-11-02,\"1,000\"\n",
      "data/measures.csv:2:15: error: logins is '1,000'; write a plain number such as 1234.5; decimal: \",\" or thousands: \",\" reads it"
    ),
    (
      "data/measures.csv", "account_id,date,logins\nA1,02/11/2026,5\n",
      "data/measures.csv:2:4: error: date is '02/11/2026'; write a day such as 2026-02-28; date_format: dd/MM/yyyy or date_format: MM/dd/yyyy reads it"
    ),
    ("data/measures.csv", "account_id,date,logins\nA1,,5\n", "data/measures.csv:2:4: error: date is blank"),
    (
      "data/measures.csv", "account_id,date,logins\nA2,2026-11-02,5\n",
      "data/measures.csv:2:1: error: no account has the account_id 'A2'"
    ),
    (
      "data/measures.csv", "account_id,date,logins\n,2026-11-02,5\n",
      "data/measures.csv:2:1: error: account_id is blank"
    ),
    (
      "data/measures.csv", "account_id,date,logins\nA1,2026-11-02,1,5\n",
      "data/measures.csv:2:17: error: the line has 4 cells and the header 3; quote a cell that holds the delimiter"
    ),
    (
      "data/measures.csv", "account_id,date,logins\n\"A1\" x,2026-11-02,5\n",
      "data/measures.csv:2:1: error: text follows the closing quote; double the quotes inside a quoted cell"
    ),
    (
      "data/measures.csv", "account_id,date,measure,value\nA1,2026-11-02,logins,\n",
      "data/measures.csv:2:22: error: value is blank"
    ),
    (
      "data/measures.csv", "account_id,date,measure,value\nA1,2026-11-02,,5\n",
      "data/measures.csv:2:15: error: measure is blank"
    ),
    (
      "data/sentiment.csv", "account_id,date,flag\nA1,2026-11-02,purple\n",
      "data/sentiment.csv:2:15: error: flag is 'purple'; write one of: green, yellow, red"
    ),
    ("data/sentiment.csv", "account_id,date,flag\nA1,2026-11-02\n", "data/sentiment.csv:2:14: error: flag is blank"),
    (
      "data/reviews.csv", "account_id,date,list,decision\nA1,2026-11-02,quiet,later\n",
      "data/reviews.csv:2:21: error: decision is 'later'; write one of: score_right, csm_right, both, defer, not_pursued"
    ),
  ])
  func `a row that does not fit is refused with its place and a remedy`(file: String, text: String, finding: String)
    throws
  {
    let loaded = try loaded([file: text])
    #expect(loaded.findings.contains(finding), "\(loaded.findings)")
    #expect(loaded.rows.refused == 1)
    #expect(loaded.rows.read == loaded.rows.used + loaded.rows.refused)
  }

  @Test(arguments: [
    (
      "data/risks.csv", "account_id,seen_on,kind,severity\nA1,2026-11-02,other,6\n",
      "data/risks.csv:2:21: error: severity is '6'; write a number from 1 to 5"
    ),
    (
      "data/risks.csv", "account_id,seen_on,kind,severity\nA1,2026-11-02,other,2.5\n",
      "data/risks.csv:2:21: error: severity is '2.5'; write a whole number"
    ),
    (
      "data/tickets.csv", "account_id,ticket_id,opened_on,csat\nA1,7,2026-11-02,0\n",
      "data/tickets.csv:2:17: error: csat is '0'; write a number from 1 to 5"
    ),
    (
      "data/contacts.csv", "account_id,name,role\nA1,Ada,boss\n",
      "data/contacts.csv:2:8: error: role is 'boss'; write one of: champion, sponsor, economic_buyer, user"
    ),
    (
      "data/outcomes.csv", "account_id,date,kind,avoidable\nA1,2026-11-02,churned,maybe\n",
      "data/outcomes.csv:2:23: error: avoidable is 'maybe'; write one of: yes, no"
    ),
    (
      "data/goals.csv", "account_id,goal,due_on\nA1,grow,2026-02-30\n",
      "data/goals.csv:2:9: error: due_on is '2026-02-30'; write a day such as 2026-02-28"
    ),
    (
      "data/accounts.csv", "account_id,name,arr\nA1,Acme,5\nB2,Beta,five\n",
      "data/accounts.csv:3:9: error: arr is 'five'; write a plain number such as 1234.5"
    ),
    (
      "data/accounts.csv", "account_id,name,arr\nA1,Acme,5\nB2,Beta,-5\n",
      "data/accounts.csv:3:9: error: arr is '-5'; write a number of at least 0"
    ),
    (
      "data/outcomes.csv", "account_id,date,kind,arr_after\nA1,2026-11-02,contracted,-1\n",
      "data/outcomes.csv:2:26: error: arr_after is '-1'; write a number of at least 0"
    ),
    (
      "data/touchpoints.csv", "account_id,date,kind\nA1,2026-11-02,lunch\n",
      "data/touchpoints.csv:2:15: error: kind is 'lunch'; write one of: meeting, call, email, event, qbr"
    ),
  ])
  func `a filled optional cell that does not fit is refused alone`(file: String, text: String, finding: String) throws {
    let loaded = try loaded([file: text])
    #expect(loaded.findings.contains(finding), "\(loaded.findings)")
    #expect(loaded.rows.refused == 0 && loaded.rows.cellsRefused == 1 && loaded.rows.read == loaded.rows.used)
    let columns = try #require(loaded.portfolio?.quality.columns)
    #expect(columns.map(\.refused) == [1] && columns.allSatisfy { finding.contains("error: \($0.name) is") })
    #expect(try PortfolioTests.loaded([file: text], isStrict: true).portfolio == nil)
  }

  @Test func `every bad cell of a row is reported and the row is counted once`() throws {
    let loaded = try loaded(["data/measures.csv": "account_id,date,a,b\nX,soon,1e999,nan\nA1,2026-11-02,1,2\n"])
    #expect(
      loaded.findings.filter { $0.contains(" error: ") }.map { $0.prefix(22) } == [
        "data/measures.csv:2:1:", "data/measures.csv:2:3:", "data/measures.csv:2:8:", "data/measures.csv:2:14",
      ])
    #expect(loaded.counts == [4, 3, 1])
  }

  @Test func `a bad cell refuses the whole wide row and a blank one is a missing observation`() throws {
    let loaded = try loaded(["data/measures.csv": "account_id,date,a,b\nA1,2026-11-02,1,x\nA1,2026-11-03,2,\n"])
    #expect(loaded.observations("a") == ["2026-11-03 2.0"])
    #expect(loaded.observations("b").isEmpty)
  }

  @Test func `strict stops the build at the first refused row and not before`() throws {
    let bad = ["data/sentiment.csv": "account_id,date,flag\nA1,2026-11-02,purple\n"]
    #expect(try loaded(bad).portfolio != nil)
    #expect(try loaded(bad, isStrict: true).portfolio == nil)
    #expect(try loaded([:], isStrict: true).portfolio != nil)
  }

  @Test func `outcomes that contradict themselves are read, and said`() throws {
    let loaded = try loaded([
      "data/accounts.csv": "account_id,name,started_on\nA1,One,2026-01-05\n",
      "data/outcomes.csv": """
      account_id,date,kind,notice_on,arr_after
      A1,2026-09-01,churned,2026-10-01,500
      A1,2025-12-01,renewed,,100
      A1,2026-08-01,renewed,2025-11-30,100
      A1,2026-08-01,churned,2026-02-01,0
      """,
    ])
    let file = "data/outcomes.csv"
    let before = "before it began on 2026-01-05; the backtest has nothing to hold it against"
    #expect(
      loaded.findings.prefix(4) == [
        "\(file):2:23: warning: notice_on is 2026-10-01, after 2026-09-01, the day of the outcome; the backtest looks back from it",
        "\(file):2:34: warning: arr_after is above 0, and nothing is left of an account that churned; retention counts 0",
        "\(file):3:4: warning: the account decided on 2025-12-01, \(before)",
        "\(file):4:23: warning: the account decided on 2025-11-30, \(before)",
      ])
    #expect(loaded.rows.refused == 0 && loaded.portfolio?.evidence.outcomes.all.count == 4)
  }

  @Test func `a wholly unfit column is told in one line, and its rows are counted one by one`() throws {
    let loaded = try loaded([
      "data/measures.csv": "account_id,date,logins\n" + String(repeating: "A1,soon,1\n", count: 1203)
    ])
    #expect(
      loaded.findings.first
        == "data/measures.csv:2:4: error: date is 'soon'; write a day such as 2026-02-28 (1203 cells, lines 2, 3, 4 …)")
    #expect(loaded.findings.count { $0.contains("data/measures.csv") } == 1)
    #expect(loaded.counts == [1205, 2, 1203])
  }

  @Test func `the setting that would read all cells of a column is named`() throws {
    let days = try loaded([
      "data/measures.csv": "account_id,date,logins\nA1,2/11/2026,1\nA1,13/11/2026,1\nA1,03/11/2026,1\n"
    ])
    let cells = "(3 cells such as '2/11/2026', '13/11/2026' and '03/11/2026', lines 2, 3, 4)"
    #expect(
      days.findings.first?.hasSuffix("write a day such as 2026-02-28; date_format: d/M/yyyy reads them \(cells)")
        == true)
    func numbers(_ cells: String...) throws -> String {
      let rows = cells.map { "A1;2026-11-02;\($0)\n" }.joined()
      return try #require(try loaded(["data/measures.csv": "account_id;date;logins\n" + rows]).findings.first)
    }
    #expect(try numbers("84,5", "1,25", "1").contains("such as 1234.5; decimal: \",\" reads them (2 cells"))
    // Three digits behind a comma can be thousands as well, until another cell shows that they are none.
    #expect(try numbers("84,500", "1,250").contains("; decimal: \",\" or thousands: \",\" reads them (2 cells"))
    #expect(try numbers("84,500", "1,25").contains("; decimal: \",\" reads them (2 cells"))
    #expect(try numbers("84,500", "1,25", "12'500").contains("; decimal: \",\" reads 2 of them (3 cells"))
  }

  @Test func `a refused account is told once, with the rows that went with it`() throws {
    let loaded = try loaded([
      "data/accounts.csv": "account_id,name\nA1,Acme\nB2,\nC3,\n",
      "data/measures.csv":
        "account_id,date,logins\nB2,2026-11-02,5\nB2,2026-11-03,5\nC3,2026-11-03,5\nA1,2026-11-03,5\n",
      "data/touchpoints.csv": "account_id,date\nC3,2026-11-02\n",
    ])
    #expect(
      loaded.findings == [
        "data/accounts.csv:3:4: error: name is blank (2 cells, lines 3, 4); 4 rows of other tables are refused with them"
      ])
    #expect(loaded.counts == [8, 2, 6])
  }
}
