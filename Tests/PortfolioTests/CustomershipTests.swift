import Portfolio
import Testing

/// What the cells of `accounts` and `outcomes` say together with the model and with each other.
@Suite struct CustomershipTests {
  private static let head = "version: \"1\"\ndimensions:\n  usage:\n    weight: 1\n    measures:\n"

  @Test func `a segment cell names a segment by id or name, without case, and others are told`() throws {
    let model =
      Self.head + "      logins: {worst: 0, best: 1}\nsegments:\n  - {id: key, name: Straße, when: {name: nobody}}\n"
      + "  - {id: core, name: KEY}\n"
    let accounts =
      "account_id,name,segment\nA,Aa,core\nB,Bb,Key\nC,Cc,KEY\nD,Dd,STRASSE\nE,Ee,keys\nF,Ff,\n"
    let loaded = try loaded([
      "model.yml": model, "data/accounts.csv": accounts, "data/measures.csv": "account_id,date,logins\n",
    ])
    #expect(loaded.portfolio?.segmentOf == [1, 0, 0, 0, 1, 1])
    let told = loaded.findings.filter { $0.contains("segment") }
    #expect(
      told == [
        "data/accounts.csv:6: warning: no segment has the id or the name 'keys'; the conditions of the model decide (key, core)"
      ])
  }

  @Test func `a condition and a measure name a column without case`() throws {
    let model =
      "version: \"1\"\ndimensions:\n  usage: {weight: 1, measures: {room: {of: SEATS, worst: 0, best: 9}}}\n"
      + "segments:\n  - {id: north, when: {TIER: north}}\n  - {id: rest}\n"
    let loaded = try loaded([
      "model.yml": model, "data/accounts.csv": "account_id,name,Tier,seats\nA1,Acme,North,5\nB2,Beta,,6\n",
    ])
    #expect(loaded.portfolio?.segmentOf == [0, 1])
    #expect(loaded.findings.isEmpty, "\(loaded.findings)")
  }

  @Test func `an account that is lost and looks like a customer is a warning`() throws {
    func warnings(_ account: String, outcomes: String, used: String) throws -> [String] {
      try loaded([
        "data/accounts.csv": "account_id,name,arr,started_on,ended_on\nB2,Beta,5,,\n\(account)\n",
        "data/measures.csv": "account_id,date,logins\nA1,\(used),5\n",
        "data/outcomes.csv": "account_id,date,kind\n\(outcomes)",
      ]).findings.filter { $0.contains("A1") }
    }
    let churn = "A1,2026-09-01,churned\n"
    #expect(
      try warnings("A1,Acme,9,,", outcomes: churn, used: "2026-10-12") == [
        "data/accounts.csv: warning: the account 'A1' churned on 2026-09-01 and has an ARR and use on 2026-10-12; "
          + "if it came back, record the outcome or the new started_on"
      ])
    #expect(
      try warnings("A1,Acme,9,2026-10-01,2026-09-01", outcomes: churn, used: "2026-10-12") == [
        "data/accounts.csv: warning: the account 'A1' ended on 2026-09-01 and has an ARR and use on 2026-10-12; "
          + "if it came back, record the outcome or the new started_on"
      ])
    // Use in the weeks after the end, use long ago, no ARR, and a second start.
    #expect(try warnings("A1,Acme,9,,", outcomes: churn, used: "2026-10-06").isEmpty)
    #expect(try warnings("A1,Acme,9,,", outcomes: "A1,2026-05-01,churned\n", used: "2026-10-11").isEmpty)
    #expect(try warnings("A1,Acme,,,", outcomes: churn, used: "2026-10-12").isEmpty)
    #expect(try warnings("A1,Acme,9,2026-10-01,", outcomes: churn, used: "2026-10-12").isEmpty)
  }

  @Test func `a decision of the first customership is no warning, one before any is`() throws {
    func warnings(_ outcomes: String) throws -> [String] {
      try loaded([
        "data/accounts.csv": "account_id,name,started_on\nB2,Beta,\nA1,Acme,2026-10-01\n",
        "data/outcomes.csv": "account_id,date,kind\n\(outcomes)",
      ]).findings.filter { $0.contains("outcomes") }
    }
    #expect(try warnings("A1,2025-03-01,renewed\nA1,2026-03-01,churned\n").isEmpty)
    #expect(
      try warnings("A1,2026-03-01,churned\nA1,2026-04-01,renewed\n") == [
        "data/outcomes.csv:3:4: warning: the account decided on 2026-04-01, before it began on 2026-10-01; "
          + "the backtest has nothing to hold it against"
      ])
  }
}
