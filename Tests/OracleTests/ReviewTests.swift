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
}
