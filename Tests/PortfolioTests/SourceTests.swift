import Foundation
import Health
import Portfolio
import Review
import SQLite
import Testing

/// The sources of tables and their mapping.
@Suite struct SourceTests {
  @Test func `by convention a table is the file of its name under data`() throws {
    let loaded = try loaded([:])
    #expect(loaded.findings.isEmpty)
    #expect(loaded.observations("logins") == ["2026-11-02 5.0"])
    #expect(loaded.portfolio?.evidence.accounts.map(\.name) == ["Acme", "Beta"])
    #expect(loaded.counts == [3, 3, 0])
  }

  @Test func `sources map files, delimiters, decimals, dates, columns and measures of other people's exports`() throws {
    let loaded = try loaded([
      "vigie.yml": """
      sources:
        accounts:
          - file: exports/crm.csv
            delimiter: ";"
            decimal: ","
            date_format: dd/MM/yyyy
            columns: {account_id: Account ID, name: Account Name, arr: ARR, renews_on: Renewal}
        measures:
          - file: exports/usage.csv
            columns: {account_id: org, date: week}
            values: {logins: Log-ins}
          - file: exports/more.csv
      """,
      "exports/crm.csv": "Account ID;Account Name;ARR;Renewal;Tier\nA1;Acme, Inc;1234,5;31/12/2026 08:00;gold\n",
      "exports/usage.csv": "week,org,Log-ins,other\n2026-11-02T00:00:00Z,A1,7,not a number\n",
      "exports/more.csv": "account_id\tdate\tmeasure\tvalue\nA1\t2026-11-03\tlogins\t8\n",
      // Files that the settings replace are not read.
      "data/accounts.csv": "nonsense", "data/measures.csv": "nonsense",
    ])
    #expect(
      loaded.findings
        == [("accounts", "exports/crm.csv"), ("measures", "exports/usage.csv")].map { table, file in
          "data/\(table).csv: warning: nothing reads this file, because the settings take \(table) from '\(file)'; "
            + "take it away, or name it there as well"
        })
    let account = try #require(loaded.portfolio?.evidence.accounts.first)
    #expect(account.name == "Acme, Inc")
    #expect(account.arr == 1234.5)
    #expect(account.renewsOn?.description == "2026-12-31")
    #expect(loaded.portfolio?.evidence.columns.first { $0.name == "Tier" }?.texts == ["gold"])
    #expect(loaded.observations("logins") == ["2026-11-02 7.0", "2026-11-03 8.0"])
    #expect(loaded.counts == [3, 3, 0])
  }

  private static let besideExport = [
    "vigie.yml":
      "sources: {sentiment: [{file: x/flags.csv}], risks: [{file: x/risks.csv}], touchpoints: [{file: x/t.csv}]}",
    "x/flags.csv": "account_id,date,flag,reason\nA1,2026-11-01,yellow,Late.\nA1,2026-11-02,green,\n",
    "x/risks.csv": "account_id,seen_on,kind,note\nA1,2026-11-01,other,Seen.\n",
    "x/t.csv": "account_id,date,kind\nA1,2026-11-01,call\n",
    "data/touchpoints.csv": "nonsense",
  ]

  @Test func `rows that people record are read beside a mapped file, and what both say counts once and is told once`()
    throws
  {
    let loaded = try loaded(
      Self.besideExport.merging([
        "data/sentiment.csv": """
        account_id,date,flag,reason,csm
        A1,2026-11-01,yellow,late.,
        A1,2026-11-02,green,,
        A1,2026-11-02,red,They leave.,Dana

        """,
        "data/risks.csv":
          "account_id,seen_on,kind,severity,note\nA1,2026-11-01,other,3,Seen.\nA1,2026-11-01,other,4,Seen.\n",
      ]) { $1 })
    #expect(
      loaded.findings == [
        "data/sentiment.csv:2:1: warning: x/flags.csv says the same of the account, and the row counts once (2 rows, lines 2, 3)",
        "data/risks.csv:2:1: warning: x/risks.csv says the same of the account, and the row counts once",
        "data/touchpoints.csv: warning: nothing reads this file, because the settings take touchpoints from 'x/t.csv'; "
          + "take it away, or name it there as well",
      ])
    let judgement = try #require(loaded.portfolio?.judgement)
    #expect(judgement.sentiment[0].map(\.flag) == [.yellow, .green, .red])
    #expect(judgement.latestSentiment(of: 0, on: today)?.csm == "Dana", "of two on one day the recorded one counts")
    #expect(judgement.risks[0].map(\.severity) == [3, 4])
    #expect(loaded.counts == [12, 12, 0])
  }

  @Test func `a mapped file alone is read as before`() throws {
    let loaded = try loaded(Self.besideExport)
    #expect(loaded.portfolio?.judgement.sentiment[0].count == 2)
    #expect(loaded.findings.count == 1)
  }

  @Test func `a column of accounts that is nearly one which is missing is told, any other is an attribute`() throws {
    let slips = try loaded(["data/accounts.csv": "account_id,name,ar,renews_onn,tier\nA1,Acme,1,2026-12-31,gold\n"])
    #expect(
      slips.findings.filter { $0.hasPrefix("data/accounts.csv") } == [
        "data/accounts.csv:1:17: warning: the column 'ar' is taken for an attribute of its own; did you mean 'arr'?",
        "data/accounts.csv:1:20: warning: the column 'renews_onn' is taken for an attribute of its own; did you mean 'renews_on'?",
      ])
    let both = try loaded(["data/accounts.csv": "account_id,name,arr,ar\nA1,Acme,1,2\nB2,Beta,1,2\n"])
    #expect(both.findings.isEmpty)
  }

  @Test func `an alias that is a circle or itself is an error, one that leads nowhere a warning`() throws {
    let settings = "aliases:\n  x: x\n  c: d\n  d: c\n  old: older\n  older: A11\n  fine: A1\n"
    #expect(
      Set(try loaded(["vigie.yml": settings]).findings) == [
        "vigie.yml:2:3: error: the alias 'x' names itself; write the id that the account has now",
        "vigie.yml:3:3: error: the alias 'c' leads back to itself or into a circle; write the id that the account has now",
        "vigie.yml:4:3: error: the alias 'd' leads back to itself or into a circle; write the id that the account has now",
        "vigie.yml:5:3: warning: no account has the id 'A11', which 'old' leads to",
        "vigie.yml:6:3: warning: no account has the id 'A11', which 'older' leads to",
      ])
    let warned = try loaded(["vigie.yml": "aliases: {old: A11}\n"])
    #expect(warned.portfolio != nil && warned.findings.count == 1)
  }

  @Test func `a measures file with measure and value is long, any other is wide`() throws {
    let long = try loaded([
      "data/measures.csv": "account_id,date,measure,value\nA1,2026-11-02,logins,5\nB2,2026-11-02,seats,3\n"
    ])
    #expect(long.observations("logins") == ["2026-11-02 5.0"])
    #expect(long.observations("seats", of: 1) == ["2026-11-02 3.0"])
    let wide = try loaded(["data/measures.csv": "account_id,date,logins,value\nA1,2026-11-02,5,3\n"])
    #expect(wide.observations("value") == ["2026-11-02 3.0"])
  }

  @Test func `a query on a SQLite file is a source like any other`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("query-\(UUID().uuidString).db")
    defer { try? FileManager.default.removeItem(at: folder) }
    try Database(folder.path, .writing).execute(
      "create table t (org, day, n); insert into t values ('A1', '2026-11-02', 9), ('A1', 'soon', 1)")
    let database = try Data(contentsOf: folder)
    func settings(_ query: String) -> Data {
      Data(
        "sources:\n  measures:\n    - {sqlite: u.db, query: \"\(query)\", columns: {account_id: org, date: day}}\n".utf8
      )
    }
    let good = try loaded(bytes: ["u.db": database, "vigie.yml": settings("select org, day, n as logins from t")])
    #expect(good.observations("logins") == ["2026-11-02 9.0"])
    #expect(good.findings.first == "u.db:2:2: error: date is 'soon'; write a day such as 2026-02-28")
    let bad = try loaded(bytes: ["u.db": database, "vigie.yml": settings("select x from t")])
    #expect(bad.findings.contains("vigie.yml:3:7: error: u.db: the query was refused: no such column: x"))
    #expect(bad.portfolio == nil)
  }

  @Test func `of two values for one account, measure and day the last counts, with a warning`() throws {
    let loaded = try loaded([
      "data/measures.csv": "account_id,date,logins\nA1,2026-11-02,5\nA1,2026-11-01,1\nA1,2026-11-02,6\n"
    ])
    #expect(loaded.observations("logins") == ["2026-11-01 1.0", "2026-11-02 6.0"])
    #expect(
      loaded.findings == [
        "data/measures.csv:4: warning: logins has another value for this account and 2026-11-02; this later one counts"
      ])
    #expect(loaded.counts == [5, 5, 0])
  }

  @Test func `rows after the as-of day count as used and are used for nothing`() throws {
    let loaded = try loaded([
      "data/measures.csv": "account_id,date,logins\nA1,2026-11-16,5\nA1,2026-11-17,6\n",
      "data/sentiment.csv": "account_id,date,flag\nA1,2026-11-17,red\n",
    ])
    #expect(loaded.observations("logins") == ["2026-11-16 5.0"])
    #expect(loaded.portfolio?.evidence.series.first?.count == 1)
    #expect(loaded.portfolio?.judgement.sentiment.all.isEmpty == true)
    #expect(loaded.counts == [5, 5, 0])
  }

  @Test func `accounts stand in order of the bytes of their ids, and two spellings of an accent are two`() throws {
    let loaded = try loaded([
      "data/accounts.csv": "account_id,name\nb,x\ncaf\u{E9},composed\nB,y\ncafe\u{301},decomposed\n",
      "data/measures.csv": "account_id,date,logins\ncafe\u{301},2026-11-02,1\ncaf\u{E9},2026-11-02,2\n",
    ])
    #expect(loaded.portfolio?.evidence.accounts.map(\.name) == ["y", "x", "decomposed", "composed"])
    #expect(loaded.observations("logins", of: 2) == ["2026-11-02 1.0"])
    #expect(loaded.observations("logins", of: 3) == ["2026-11-02 2.0"])
  }

  @Test func `every table finds its way into the portfolio`() throws {
    let portfolio = try #require(
      loaded([
        "data/sentiment.csv": "account_id,date,flag,csm\nA1,2026-11-02,red,Kim\n",
        "data/risks.csv": "account_id,seen_on,kind\nA1,2026-11-02,budget_pressure\n",
        "data/touchpoints.csv": "account_id,date,kind,with\nA1,2026-11-02,qbr,Ada\n",
        "data/tickets.csv": "account_id,ticket_id,opened_on,severity,csat\nA1,7,2026-11-02,high,4.5\n",
        "data/contacts.csv": "account_id,name,role\nA1,Ada,economic_buyer\n",
        "data/goals.csv": "account_id,goal,target\nA1,grow,5\n",
        "data/outcomes.csv": "account_id,date,kind,arr_after,avoidable\nB2,2026-11-02,churned,0,no\n",
        "data/reviews.csv": "account_id,date,list,decision\nA1,2026-11-02,green-but-yellow,defer\n",
      ]).portfolio)
    #expect(portfolio.judgement.sentiment[0].first?.csm == "Kim")
    #expect(portfolio.judgement.risks[0].first?.severity == 3)
    #expect(portfolio.evidence.touchpoints[0].first?.with == "Ada")
    #expect(portfolio.evidence.tickets[0].first?.csat == 4.5)
    #expect(portfolio.evidence.contacts[0].first?.roles == [.economicBuyer])
    #expect(portfolio.evidence.goals[0].first?.target == 5)
    #expect(portfolio.evidence.outcomes[1].first?.isAvoidable == false)
    #expect(portfolio.judgement.reviews[0].first?.decision == .defer)
  }
}

/// Notes in files named after their accounts.
@Suite struct NoteFileTests {
  @Test func `slashes, percent signs and control characters of an id are percent-encoded in the name`() throws {
    let loaded = try loaded([
      "data/accounts.csv": "account_id,name\na/b%c,Acme\nx\u{1}y,Beta\n",
      "data/measures.csv": "account_id,date,logins\na/b%c,2026-11-02,5\n", "data/notes/a%2Fb%25c.md": "*one*",
      "data/notes/x%01y.md": "two", "data/notes/nobody.md": "three", "data/notes/readme.txt": "four",
    ])
    #expect(loaded.portfolio?.judgement.notes == [0: "*one*", 1: "two"])
    #expect(
      loaded.findings == ["data/notes/nobody.md: warning: no account has the account_id that the file is named for"])
  }

  @Test func `a note that is not UTF-8 is left out`() throws {
    let loaded = try loaded(bytes: ["data/notes/A1.md": Data([0x61, 0xE9])])
    #expect(loaded.portfolio?.judgement.notes.isEmpty == true)
    #expect(
      loaded.findings == ["data/notes/A1.md:1:2: error: the note is left out: the file is not UTF-8; save it as UTF-8"])
  }
}
