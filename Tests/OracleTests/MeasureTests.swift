import Testing

@testable import Oracle

@Suite struct `Measures by hand` {
  @Test func `derived measures of one account`() throws {
    let world = try world([
      "data/accounts.csv":
        "account_id,name,started_on,renews_on,seats\na,A,2026-11-01,2026-12-02,40\nb,B,2026-11-12,,\n",
      "data/touchpoints.csv": "account_id,date\na,2026-11-12\na,2026-08-25\na,2026-08-24\na,2026-11-23\n",
      "data/tickets.csv": """
      account_id,ticket_id,opened_on,closed_on,severity,csat
      a,1,2026-11-20,,urgent,5
      a,2,2026-11-01,2026-11-11,high,2
      a,3,2026-11-01,2026-11-03,dire,
      a,4,2026-08-01,2026-11-22,,1

      """,
      "data/goals.csv": "account_id,goal,due_on,met_on\na,x,2026-11-22,\na,y,,2026-11-01\na,z,2027-01-01,\n",
      "data/contacts.csv": "account_id,name,role,since,left_on\na,P,champion,,2026-11-23\na,Q,champion,,2026-11-22\n",
    ])
    let expected: [(Name, Double?, Double?)] = [
      ("days_since_contact", 10, 10),  // b has no contact, but started ten days ago
      ("touchpoints_90d", 2, 0),  // the window begins on 2026-08-25
      ("open_tickets", 1, 0), ("tickets_90d", 3, 0),
      // A severity that nobody can read counts as high.
      ("urgent_tickets_90d", 3, 0),
      ("days_to_close_90d", 10, nil),  // median of 10, 2 and 113
      ("csat_90d", 3.5, nil), ("champions", 1, 0), ("goals_met", 0.5, nil), ("days_to_renewal", 10, nil),
      ("tenure_days", 21, 10),
    ]
    for (name, a, b) in expected {
      #expect(world.derived(name, of: world.portfolio.accounts[0], on: world.asOf) == a, "\(name.text) of a")
      #expect(world.derived(name, of: world.portfolio.accounts[1], on: world.asOf) == b, "\(name.text) of b")
    }
  }

  @Test func `a team without a table has no counts`() throws {
    let world = try world(["data/tickets.csv": "account_id,ticket_id,opened_on\na,1,2026-11-23\n"])
    let account = world.portfolio.accounts[0]
    for name in ["open_tickets", "tickets_90d", "champions", "touchpoints_90d", "days_since_contact"] as [Name] {
      #expect(world.derived(name, of: account, on: world.asOf) == nil)
    }
  }

  @Test(arguments: [("2026-11-08", State.fresh), ("2026-11-07", State.stale)])
  func `a feed is dead after fourteen days`(_ newest: String, _ state: State) throws {
    let world = try world([
      "data/tickets.csv": "account_id,ticket_id,opened_on\na,1,\(newest)\n",
      "model.yml": "dimensions: {s: {weight: 1, measures: {tickets_90d: {worst: 5, best: 0}}}}",
    ])
    #expect(try world.reading("tickets_90d").state == state)
  }

  @Test func `each read of a dated measure`() throws {
    let world = try world([
      "model.yml": """
      dimensions: {u: {weight: 1, measures: {
        now: {of: wau, per: seats, worst: 0, best: 1}, mean: {of: wau, read: mean, worst: 0, best: 1},
        sum: {of: wau, read: sum, worst: 0, best: 1}, change: {of: wau, read: change, worst: -40, best: 0}}}}
      """,
      "data/accounts.csv": "account_id,name,seats\na,A,40\n",
      // d = 11-15, the window begins on 10-19, the baseline is from 07-27 to 10-18.
      "data/measures.csv": """
      account_id,date,measure,value
      a,2026-11-15,wau,20
      a,2026-11-15,wau,10
      a,2026-10-19,wau,14
      a,2026-10-18,wau,20
      a,2026-07-27,wau,10
      a,2026-07-26,wau,999
      a,2026-11-23,wau,999

      """,
    ])
    #expect(try world.reading("now").value == 0.25)
    #expect(try world.reading("mean").value == 12)
    #expect(try world.reading("sum").value == 24)
    let change = try #require(try world.reading("change").value)  // 100 · (12 ÷ 15 − 1)
    #expect(abs(change + 20) < 1e-9)
    #expect(try world.reading("change").observedOn?.iso == "2026-11-15")
  }

  @Test func `peers need twenty, and ties count half`() throws {
    func peers(_ count: Int) throws -> Double? {
      let ids = 1...count
      let world = try world([
        "model.yml": "dimensions: {u: {weight: 1, measures: {p: {of: nps, read: peers}}}}",
        "data/accounts.csv": "account_id,name\n" + ids.map { "a\($0),A\n" }.joined(),
        // 5, 5, 5, 4, 5, 6, 7 … for accounts 1, 2, 3, 4, 5 …
        "data/measures.csv": "account_id,date,nps\n" + ids.map { "a\($0),2026-11-20,\($0 < 4 ? 5 : $0)\n" }.joined(),
      ])
      return try world.reading("p").value
    }
    #expect(try peers(19) == nil)
    // One smaller, four equal including itself: 100 · (1 + 2) ÷ 20.
    #expect(try peers(20) == 15)
  }

  @Test func `the table of silence`() {
    let cases: [(State, WhenAbsent, Double?)] = [
      (.fresh, .cap, 80), (.fresh, .exclude, 80), (.fresh, .zero, 80), (.stale, .cap, 50), (.stale, .exclude, nil),
      (.stale, .zero, 0),
    ]
    for (state, rule, expected) in cases { #expect(counted(80, state, rule) == expected) }
    #expect(counted(30, .stale, .cap) == 30)
    #expect(counted(nil, .never, .cap) == 50)
    #expect(counted(nil, .never, .exclude) == nil)
    #expect(counted(nil, .never, .zero) == 0)
  }

  @Test func `a sub-score is linear between points and flat outside`() {
    let points: [(x: Double, score: Double)] = [(0, 60), (0.02, 100), (0.2, 0)]
    #expect(subScore(of: -1, through: points) == 60)
    #expect(subScore(of: 0.01, through: points) == 80)
    #expect(abs(subScore(of: 0.11, through: points) - 50) < 1e-9)
    #expect(subScore(of: 9, through: points) == 0)
  }

  @Test func `a dated namesake takes an attribute's place from its first day`() throws {
    func seats(asOf: String) throws -> Double? {
      try world(
        [
          "data/accounts.csv": "account_id,name,seats\na,A,40\nb,B,50\n",
          "data/measures.csv": "account_id,date,seats\nb,2026-11-10,5\n",
          "model.yml": "dimensions: {u: {weight: 1, measures: {seats: {worst: 0, best: 100}}}}",
        ], asOf: asOf
      ).reading("seats").value
    }
    #expect(try seats(asOf: "2026-11-09") == 40)
    #expect(try seats(asOf: "2026-11-10") == nil)
  }
}
