import Testing

@testable import Oracle

@Suite struct `Lists and points by hand` {
  private let patient = "dimensions: {usage: {weight: 1, measures: {nps: {worst: 0, best: 100, max_age: 999}}}}"

  @Test func `a fall from 100 to 90 comes before 70 that stays`() throws {
    let world = try world([
      "model.yml": patient, "data/accounts.csv": "account_id,name,arr\na,A,1000\nb,B,1000\n",
      "data/measures.csv": "account_id,date,nps\na,2026-08-01,100\na,2026-11-01,90\nb,2026-08-01,70\n",
    ])
    // 2 · (10 − 3) = 14 points of 1000.
    #expect(world.riskPoints(of: world.portfolio.accounts[0]) == 14)
    #expect(world.exposure(of: world.portfolio.accounts[0]) == 140)
    #expect(world.riskPoints(of: world.portfolio.accounts[1]) == 0)
  }

  @Test func `flags and risks add points, at most 100`() throws {
    let world = try world([
      "model.yml": patient, "data/accounts.csv": "account_id,name\na,A\nb,B\n",
      "data/measures.csv": "account_id,date,nps\na,2026-08-01,60\nb,2026-08-01,10\n",
      "data/sentiment.csv": "account_id,date,flag\na,2026-11-22,green\na,2026-11-22,yellow\nb,2026-11-01,red\n",
      "data/risks.csv":
        "account_id,seen_on,kind,severity,closed_on\na,2026-11-22,other,,\na,2026-11-01,other,5,2026-11-22\nb,2026-11-01,other,5,\n",
    ])
    #expect(world.riskPoints(of: world.portfolio.accounts[0]) == 10 + 15 + 15)
    #expect(world.riskPoints(of: world.portfolio.accounts[1]) == 100)
    #expect(world.exposure(of: world.portfolio.accounts[1]) == nil)
  }

  @Test func `an item dates from the first week of its run`() throws {
    // Yellow since 2026-11-05: true on 11-22, 11-15, 11-08, not on 11-01.
    let world = try world([
      "model.yml": patient, "data/measures.csv": "account_id,date,nps\na,2026-01-01,90\n",
      "data/sentiment.csv": "account_id,date,flag\na,2026-11-05,yellow\n",
    ])
    let item = try #require(world.items(of: .greenButYellow).first)
    #expect(item.since.iso == "2026-11-08")
    #expect(item.weeks == 3)
    #expect(!item.isOverdue)  // 14 days are not more than 14
    #expect(world.items(of: .csmMoreConfident).isEmpty)
  }

  @Test(arguments: [
    ("2026-11-01,both,", ItemState.open, false), ("2026-11-02,both,", .decided, false),
    ("2026-11-10,defer,", .deferred, false), ("2026-11-10,defer,2026-11-22", .reopened, false),
    ("2026-11-10,defer,2026-11-01", .reopened, false), ("2026-11-23,both,", .open, false),
  ])
  func `what a review makes of an item`(_ row: String, _ state: ItemState, _ isOverdue: Bool) throws {
    let (date, decision) = (row.prefix(10), row.dropFirst(11))
    let world = try world([
      "model.yml": patient, "data/measures.csv": "account_id,date,nps\na,2026-01-01,90\n",
      "data/sentiment.csv": "account_id,date,flag\na,2026-11-05,yellow\n",
      "data/reviews.csv": "account_id,date,list,decision,due_on\na,\(date),green-but-yellow,\(decision)\n",
    ])
    let item = try #require(world.items(of: .greenButYellow).first)
    #expect(item.state == state)
    #expect(item.isOverdue == isOverdue)
  }

  @Test func `a decision lasts 28 days, and reopening is overdue after 14 more`() throws {
    func item(reviewed: String) throws -> ListItem? {
      try world([
        "model.yml": patient, "data/measures.csv": "account_id,date,nps\na,2026-01-01,90\n",
        "data/sentiment.csv": "account_id,date,flag\na,2026-09-06,yellow\n",
        "data/reviews.csv": "account_id,date,list,decision\na,\(reviewed),green-but-yellow,both\n",
      ]).items(of: .greenButYellow).first
    }
    #expect(try item(reviewed: "2026-10-26")?.state == .decided)  // 27 days
    #expect(try item(reviewed: "2026-10-25")?.state == .reopened)
    #expect(try item(reviewed: "2026-10-11")?.isOverdue == false)  // reopened on 11-08
    #expect(try item(reviewed: "2026-10-10")?.isOverdue == true)
  }

  @Test func `a spot check comes once in N weeks and lists no account of the first four lists`() throws {
    for weeks in 0..<13 {
      let day = try day("2026-11-22") - 7 * weeks
      let world = try world(
        ["model.yml": patient, "data/measures.csv": "account_id,date,nps\na,2026-01-01,90\n"], asOf: day.iso)
      // FNV-1a of "a" is 0xaf63dc4c8601ec8c, which is 11 modulo 13.
      #expect(world.items(of: .spotCheck).isEmpty == (day.weekNumber % 13 != 11))
    }
  }

  @Test func `quiet means no contact, fewer tickets and no more usage`() throws {
    func isQuiet(nps: Int, contact: String, ticket: String) throws -> Bool {
      try !world([
        "model.yml": patient, "data/measures.csv": "account_id,date,nps\na,2026-01-01,60\na,2026-11-01,\(nps)\n",
        "data/touchpoints.csv": "account_id,date\na,\(contact)\n",
        "data/tickets.csv": "account_id,ticket_id,opened_on\na,1,\(ticket)\n",
      ]).items(of: .quiet).isEmpty
    }
    #expect(try isQuiet(nps: 60, contact: "2026-10-08", ticket: "2026-08-24"))
    #expect(try !isQuiet(nps: 61, contact: "2026-10-08", ticket: "2026-08-24"))
    #expect(try !isQuiet(nps: 60, contact: "2026-10-09", ticket: "2026-08-24"))
    #expect(try !isQuiet(nps: 60, contact: "2026-10-08", ticket: "2026-08-25"))
    #expect(try !isQuiet(nps: 60, contact: "2026-10-08", ticket: "2026-05-26"))
  }

  @Test func `a shift names the measure to which most of it is due`() throws {
    let world = try world([
      "model.yml": "dimensions: {u: {weight: 1, measures: {nps: {worst: 0, best: 100}, wau: {worst: 0, best: 100}}}}",
      "data/measures.csv": "account_id,date,nps,wau\na,2026-11-15,50,50\na,2026-11-16,52,42\n",
    ])
    let shift = try #require(world.portfolioShift())
    #expect(shift.change == -3)  // 50 → 47
    #expect(shift.measure == "wau")
  }

  @Test(arguments: [("2026-10-25", true), ("2026-10-24", false), ("2026-11-21", true)])
  func `left green means green on a day one to four weeks ago, and no longer`(_ last: String, _ isListed: Bool) throws {
    // a is green until the day given, then yellow; b is green again.
    let world = try world([
      "model.yml": patient, "data/accounts.csv": "account_id,name\na,A\nb,B\n",
      "data/measures.csv": """
      account_id,date,nps
      a,2026-01-01,90
      a,\((try day(last) + 1).iso),60
      b,2026-01-01,90
      b,2026-11-20,20
      b,2026-11-21,80

      """,
    ])
    #expect(world.items(of: .leftGreen).map(\.account.id) == (isListed ? ["a"] : []))
  }

  @Test func `who was no customer then has not left green`() throws {
    let world = try world([
      "model.yml": patient, "data/accounts.csv": "account_id,name,started_on\na,A,2026-11-16\n",
      "data/measures.csv": "account_id,date,nps\na,2026-01-01,90\na,2026-11-16,60\n",
    ])
    #expect(world.items(of: .leftGreen).isEmpty)
  }

  @Test(arguments: [
    ("2026-11-22", "", false), ("2026-11-21", "", true), ("2026-11-21", "2026-11-20,renewed", false),
    ("2026-11-21", "2026-08-23,contracted", false), ("2026-11-21", "2026-08-22,renewed", true),
    ("2026-11-21", "2026-11-20,expanded", true), ("2020-01-01", "", true), ("2026-11-21", "2026-11-23,renewed", true),
  ])
  func `a renewal day that passed without a word is a lapse`(_ renews: String, _ outcome: String, _ isLapsed: Bool)
    throws
  {
    let world = try world([
      "model.yml": patient, "data/accounts.csv": "account_id,name,arr,renews_on\na,A,100,\(renews)\n",
      "data/measures.csv": "account_id,date,nps\na,2026-01-01,90\n",
      "data/outcomes.csv": "account_id,date,kind\n" + (outcome.isEmpty ? "" : "a,\(outcome)\n"),
    ])
    let account = world.portfolio.accounts[0]
    #expect(world.isLapsed(account, on: world.asOf) == isLapsed)
    #expect(world.isAtRisk(account) == isLapsed)
    // Green and without a doubt, it is on the list for that alone.
    #expect(world.items(of: .renewals).count == (isLapsed ? 1 : 0))
  }

  @Test func `lapsed renewals come first, and unknown revenue after the others`() throws {
    let world = try world([
      "model.yml": patient,
      "data/accounts.csv": """
      account_id,name,arr,renews_on
      a,A,100,2026-12-01
      b,B,,2026-12-01
      c,C,0,2026-12-01
      d,D,,2026-11-01
      e,E,10,2026-11-01
      f,F,,2026-12-01

      """,
      "data/measures.csv":
        "account_id,date,nps\na,2026-01-01,60\nb,2026-01-01,50\nc,2026-01-01,60\nd,2026-01-01,20\ne,2026-01-01,90\nf,2026-01-01,30\n",
    ])
    // Lapsed: e, and d whose exposure is unknown. Then 10 of a, 0 of c, and by points f and b.
    #expect(world.items(of: .renewals).map(\.account.id) == ["e", "d", "a", "c", "f", "b"])
    let renewal = world.items(of: .renewals).first { $0.account.id == "e" }
    // By today's renewal day it is lapsed since 2026-11-02; at 2026-11-01 it was green and due today.
    #expect(renewal?.since.iso == "2026-11-08")
  }

  @Test func `of one ticket in two rows the last counts, once it is opened`() throws {
    let files = [
      "model.yml": patient,
      "data/tickets.csv": """
      account_id,ticket_id,opened_on,closed_on,severity,csat
      a,1,2026-11-02,,urgent,
      a,2,2026-11-02,2026-11-04,normal,4
      a,1,2026-11-02,2026-11-20,high,2
      a,2,2026-11-21,,urgent,

      """,
    ]
    let names = ["tickets_90d", "open_tickets", "urgent_tickets_90d", "csat_90d", "days_to_close_90d"] as [Name]
    func figures(_ asOf: String) throws -> [Double?] {
      let world = try world(files, asOf: asOf)
      return names.map { world.derived($0, of: world.portfolio.accounts[0], on: world.asOf) }
    }
    #expect(try figures("2026-11-20") == [2, 0, 1, 3, 10])
    #expect(try figures("2026-11-21") == [2, 1, 2, 2, 18])
  }
}
