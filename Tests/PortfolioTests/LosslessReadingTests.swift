import Findings
import Foundation
import Health
import Portfolio
import Review
import Testing

/// What would go missing in silence, were it not told.
@Suite struct LosslessReadingTests {
  @Test func `a link to nothing, a pipe and an empty list of sources stop the build`() throws {
    try withFolder(smallest.mapValues { Data($0.utf8) }) { folder in
      func failure() -> [String] {
        do {
          _ = try loadPortfolio(folder, asOf: today, languages: languages)
          return []
        } catch {
          return error.findings.map(\.description)
        }
      }
      let table = folder + "/data/sentiment.csv"
      try FileManager.default.createSymbolicLink(atPath: table, withDestinationPath: "/no/such/file.csv")
      #expect(
        failure() == ["data/sentiment.csv: error: cannot be read: it is a link, and what it leads to is not there"])
      try FileManager.default.removeItem(atPath: table)
      #expect(mkfifo(table, 0o600) == 0)
      #expect(
        failure() == ["data/sentiment.csv: error: cannot be read: it is a pipe or a device, which may have no end"])
    }
    #expect(
      try loaded(["vigie.yml": "sources:\n  sentiment: []\n"]).findings == [
        "vigie.yml:2:3: error: the list of sources of sentiment is empty; take the key away, or name a file with - file:"
      ])
  }

  @Test func `a file that is not there is named where the settings name it, with the nearest one`() throws {
    let loaded = try loaded([
      "vigie.yml": "sources:\n  sentiment:\n    - file: data/sentimnt.csv\n",
      "data/sentiment.csv": "account_id,date,flag\n",
    ])
    #expect(
      loaded.findings.first
        == "vigie.yml:3:7: error: data/sentimnt.csv: cannot be read: No such file or directory; did you mean 'data/sentiment.csv'?"
    )
  }

  @Test func `what stops the build is told before what is only refused`() throws {
    let loaded = try loaded([
      "data/measures.csv": "account_id,date,logins\nA1,2026-11-02,many\n", "data/reviews.csv": "account_id,dat\n",
    ])
    #expect(loaded.portfolio == nil)
    #expect(loaded.findings.first?.hasPrefix("data/reviews.csv:1: error: the column 'date' is missing") ?? false)
    #expect(loaded.findings.contains { $0.hasPrefix("data/measures.csv:2:15: error: logins is 'many'") })
  }

  @Test func `a column that the model counts is refused, not left out, where it holds texts`() throws {
    let loaded = try loaded([
      "data/measures.csv": "account_id,date,Logins\nA1,2026-11-02,5 days\nB2,2026-11-02,7 days\n"
    ])
    #expect(loaded.counts == [4, 2, 2])
  }

  @Test func `a measure is the same in capitals, and is spelled as the model spells it`() throws {
    let loaded = try loaded([
      "data/measures.csv":
        "account_id,date,measure,value\nA1,2026-11-02,LOGINS,5\nA1,2026-11-03,logins,6\nA1,2026-11-04,Clicks,1\nA1,2026-11-05,clicks,2\n"
    ])
    #expect(loaded.observations("logins") == ["2026-11-02 5.0", "2026-11-03 6.0"])
    #expect(loaded.observations("Clicks") == ["2026-11-04 1.0", "2026-11-05 2.0"])
  }

  @Test func `days that mean none are blank, and days that nobody means are refused`() throws {
    let loaded = try loaded([
      "data/accounts.csv":
        "account_id,name,started_on,renews_on,ended_on\nA1,Acme,0001-01-01,9999-12-31,0000-00-00 00:00:00\nB2,Beta,1822-02-01,2127-02-01,\n"
    ])
    let accounts = try #require(loaded.portfolio).evidence.accounts
    #expect(accounts.allSatisfy { $0.startedOn == nil && $0.renewsOn == nil && $0.endedOn == nil })
    #expect(accounts.map { $0.unreadable.map(\.name) } == [[], ["started_on", "renews_on"]])
    #expect(loaded.portfolio?.quality.columns.map(\.placeholders) == [1, 1, 1])
    #expect(loaded.findings.contains("data/accounts.csv:2:20: warning: renews_on is '9999-12-31', which means no day"))
    // As some write where there is no end, and as nobody needs to correct.
    let far = try PortfolioTests.loaded(["data/accounts.csv": "account_id,name,ended_on\nA1,Acme,2099-12-31\n"])
    #expect(far.portfolio?.evidence.accounts.map(\.unreadable.isEmpty) == [true] && far.rows.cellsRefused == 0)
    #expect(
      loaded.findings.contains(
        "data/accounts.csv:3:9: error: started_on is '1822-02-01', a day that can hardly be meant; correct the year, or leave the cell blank"
      ))
  }

  @Test func `rows that are dated years ahead, equal another or are short are told`() throws {
    let rows = (1...20).map { "A1,2026-10-\($0 + 9),call,Ann\n" }.joined()
    let loaded = try loaded([
      "data/touchpoints.csv": "account_id,date,kind,by\n" + rows
        + "A1,2027-11-18,call,Ann\nA1,2026-10-10,call,Ann\nA1,2026-11-01\n"
    ])
    #expect(
      loaded.findings == [
        "data/touchpoints.csv:22: warning: the row is dated 2027-11-18, more than a year after the day of the report, and counts from then on; correct the day if it is a slip",
        "data/touchpoints.csv:23: warning: the row equals an earlier one in every cell and counts once more; take it out if it says the same",
        "data/touchpoints.csv:24: warning: the row has fewer cells than the others; look whether it was cut",
      ])
    // Many files leave out blanks at the end of rows.
    #expect(
      try PortfolioTests.loaded(["data/touchpoints.csv": "account_id,date,kind\nA1,2026-11-01\nA1,2026-11-02,call\n"])
        .findings == [])
  }

  @Test func `the same row in two files counts twice and is told`() throws {
    let row = "account_id,goal,due_on\nA1,Go live,2026-10-01\n"
    let loaded = try loaded([
      "vigie.yml": "sources:\n  goals:\n    - file: a.csv\n    - file: b.csv\n", "a.csv": row, "b.csv": row,
    ])
    #expect(loaded.findings.map { $0.prefix(24) } == ["b.csv:2: warning: the ro"])
  }

  @Test func `a row that a quotation mark swallowed is seen by its id, too`() throws {
    let loaded = try loaded([
      "data/sentiment.csv": "account_id,date,flag,csm,note\nA1,2026-11-02,red,Ann,\"so\nB2,2026-11-02,red\nend\"\n"
    ])
    #expect(loaded.findings.count == 1 && loaded.findings[0].contains("has line 3 in it, which looks like a row"))
    #expect(loaded.portfolio?.quality.swallowing == ["data/sentiment.csv:2"])
  }

  @Test func `accounts whose ids look alike, that begin later or that no rule can judge are told`() throws {
    let loaded = try loaded([
      "data/accounts.csv": "account_id,name,started_on,Staff\nA1,Acme,2026-12-01,\"1,400\"\na1,Beta,,5\n",
      "model.yml": (smallest["model.yml"] ?? "")
        + "\nsegments:\n  - {id: key, name: Key, when: {Staff: \">= 1000\"}}\n  - {id: core, name: Core}\n",
    ])
    let warnings = loaded.findings.filter { $0.hasPrefix("data/accounts.csv") }
    #expect(
      warnings == [
        "data/accounts.csv:2: warning: Staff is '1,400', no plain number, so that the rule of the segment 'key' cannot hold; write a plain number",
        "data/accounts.csv:3: warning: the account_id 'a1' differs from 'A1' of line 2 in capitals or blanks alone, and both count; if they are one customer, keep one",
        "data/accounts.csv:2: warning: the account 'A1' begins on 2026-12-01, after the day of the report, and is in no figure until then",
      ])
  }

  @Test func `a text that a spreadsheet is told to keep is the text, and nothing is nothing`() throws {
    let loaded = try loaded([
      "data/accounts.csv":
        "account_id,name,csm,renews_on\n=\"A1\",Acme,=\"\",=\"\"\n\"=\"\"B2\"\"\",Beta,=Ann,=\"2027-02-01\"\n",
      "data/measures.csv": "account_id,date,logins\nA1,2026-11-02,=\"5\"\n",
    ])
    let accounts = try #require(loaded.portfolio).evidence.accounts
    #expect(accounts.map(\.id.text) == ["A1", "B2"] && accounts.map(\.csm) == [nil, "=Ann"])
    #expect(accounts.map { $0.renewsOn?.description } == [nil, "2027-02-01"])
    #expect(loaded.observations("logins") == ["2026-11-02 5.0"] && loaded.rows.cellsRefused == 0)
  }

  @Test func `an amount that nobody pays is refused, and a day decades away is told`() throws {
    let loaded = try loaded([
      "data/accounts.csv": "account_id,name,arr,renews_on\nA1,Acme,1e308,2072-02-01\n",
      "data/outcomes.csv": "account_id,date,kind,arr_before,arr_after\nA1,2026-11-02,renewed,-1e300,1e16\n",
    ])
    #expect(loaded.portfolio?.evidence.accounts.map(\.arr) == [nil] && loaded.rows.cellsRefused == 3)
    #expect(loaded.portfolio?.evidence.accounts[0].renewsOn != nil)
    #expect(
      loaded.findings.contains(
        "data/accounts.csv:2:15: warning: renews_on is '2072-02-01', decades away; correct the year if it is a slip"
      ))
  }

  @Test func `an attribute that merely has a currency in its name is one`() throws {
    let loaded = try loaded([
      "data/accounts.csv": "account_id,name,arr,multi_currency\nA1,Acme,1000,yes\nB2,Beta,10,no\n"
    ])
    #expect(loaded.portfolio?.evidence.accounts.map(\.arr) == [1000, 10])
    #expect(loaded.portfolio?.evidence.columns.contains { $0.name == "multi_currency" } ?? false)
  }

  @Test func `a currency under another name is found, and outcomes without one are told`() throws {
    let accounts = "account_id,name,arr,Code devise\nA1,Acme,1000,NOK\nB2,Beta,10,EUR\n"
    let unknown = try loaded(["data/accounts.csv": accounts])
    #expect(unknown.portfolio?.evidence.accounts.map(\.arr) == [nil, 10])
    #expect(
      unknown.findings.contains { $0.contains("the column 'Code devise' is taken for the currency of the amounts") })
    let outcomes = try loaded([
      "vigie.yml": "fx: {NOK: 0.1}\n", "data/accounts.csv": accounts,
      "data/outcomes.csv": "account_id,date,kind,arr_before\nA1,2026-11-02,contracted,2000\nB2,2026-11-02,renewed,10\n",
    ])
    #expect(
      outcomes.findings.filter { $0.hasPrefix("data/outcomes") } == [
        "data/outcomes.csv:2:1: warning: the amounts are read as EUR, since the row names no currency, and accounts has this customer's in NOK; add a column currency"
      ])
    let two = try loaded(["data/accounts.csv": "account_id,name,arr,currency,ARR Currency\nA1,Acme,1000,EUR,NOK\n"])
    #expect(
      two.findings.contains {
        $0.contains("the column 'ARR Currency' may hold the currency of the amounts, which is taken from 'currency'")
      })
  }
}
