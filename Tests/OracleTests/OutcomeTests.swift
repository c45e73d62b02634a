import Testing

@testable import Oracle

@Suite struct `Retention and backtest by hand` {
  private func isNear(_ a: Double?, _ b: Double, within tolerance: Double = 5e-4) -> Bool {
    a.map { abs($0 - b) < tolerance } ?? false
  }

  @Test func `the two retention fixtures`() {
    let two = retention(of: [(100, 150, false), (100, 60, false)])
    #expect(isNear(two.grr, 0.8))
    let three = retention(of: [(100, 150, false), (100, 60, false), (100, 0, false)])
    #expect(isNear(three.grr, 0.533))
    #expect(isNear(three.nrr, 0.7))
    #expect(isNear(three.logo, 0.667))
  }

  @Test func `unavoidable churn leaves the gross rate alone`() {
    let figures = retention(of: [(100, 150, false), (100, 60, false), (100, 0, true)])
    #expect(isNear(figures.grr, 0.533))
    // Lost 140, of which 100 unavoidable: 1 − 40 ÷ 200.
    #expect(isNear(figures.addressable, 0.8))
    #expect(figures.unavoidableARR == 100)
  }

  @Test func `revenue on a day follows the outcomes`() throws {
    let world = try world([
      "data/accounts.csv": "account_id,name,arr,started_on\na,A,700,2024-01-01\n",
      "data/outcomes.csv": """
      account_id,date,kind,arr_before,arr_after
      a,2025-06-01,renewed,,
      a,2026-01-10,contracted,500,400
      a,2026-03-01,churned,400,
      a,2026-05-01,renewed,,
      a,2026-07-01,expanded,,900
      a,2026-12-01,expanded,,5000

      """,
    ])
    let account = world.portfolio.accounts[0]
    let expected: [(String, Double)] = [
      ("2023-12-31", 0), ("2025-07-01", 500), ("2026-01-10", 400), ("2026-03-01", 0), ("2026-05-01", 700),
      ("2026-07-01", 900), ("2026-11-22", 900),
    ]
    for (iso, arr) in expected { #expect(world.arr(of: account, on: try day(iso)) == arr, "\(iso)") }
  }

  @Test func `the backtest fixture`() {
    func units(_ band: Band, _ score: Int, _ n: Int, churned: Int) -> [BacktestUnit] {
      (0..<n).map {
        BacktestUnit(isChurned: $0 < churned, band: band, published: score, flag: nil, leadTime: nil, leftOut: [])
      }
    }
    // One score per band, so that the AUC is that of the band.
    let figures = BacktestFigures(
      units(.green, 80, 60, churned: 2) + units(.yellow, 50, 30, churned: 5) + units(.red, 20, 10, churned: 6))
    #expect(isNear(figures.missed, 0.154))
    #expect(isNear(figures.recall, 0.462))
    #expect(isNear(figures.precision, 0.6))
    #expect(isNear(figures.lift, 4.62, within: 5e-3))
    #expect(isNear(figures.auc, 0.814))
    let interval = wilson(2, of: 60)
    #expect(isNear(interval?.low, 0.009))
    #expect(isNear(interval?.high, 0.114))
    // A = 920.5 ÷ 1131, Q1 = 0.68617, Q2 = 0.73037, SE = 0.07453 with 13 churned and 87 kept.
    #expect(isNear(figures.aucInterval?.low, 0.6678))
    #expect(isNear(figures.aucInterval?.high, 0.9600))
  }

  @Test func `under ten churned there is no area`() {
    let unit = BacktestUnit(isChurned: true, band: .red, published: 9, flag: nil, leadTime: nil, leftOut: [])
    let kept = BacktestUnit(isChurned: false, band: .green, published: 90, flag: nil, leadTime: nil, leftOut: [])
    let some = Array(repeating: kept, count: 10)
    #expect(BacktestFigures(Array(repeating: unit, count: 9) + some).auc == nil)
    #expect(BacktestFigures(Array(repeating: unit, count: 10) + some).auc == 1)
  }

  @Test func `lead time counts the weeks without a green`() throws {
    // r = 2026-10-01: red on r−7 (09-24), yellow on 09-17 and 09-10, green on 09-03.
    let world = try world([
      "data/measures.csv": "account_id,date,nps\na,2026-09-01,90\na,2026-09-08,60\na,2026-09-20,20\n",
      "data/outcomes.csv": "account_id,date,kind,notice_on\na,2026-11-01,churned,2026-10-01\n",
    ])
    #expect(world.leadTime(of: world.portfolio.accounts[0], before: try day("2026-10-01")) == 21)
    let units = world.backtestUnits(horizon: 30)
    #expect(units.map(\.published) == [90])  // 2026-09-01
    #expect(units.map(\.leadTime) == [21])
  }

  @Test func `scoring again leaves out what reads account columns`() throws {
    let world = try world([
      "data/accounts.csv": "account_id,name,arr,seats\na,A,900,10\n",
      "data/measures.csv": "account_id,date,nps\na,2026-09-25,90\n",
      "data/outcomes.csv": "account_id,date,kind\na,2026-11-01,renewed\n",
      "model.yml": """
      dimensions:
        u: {weight: 1, measures: {nps: {worst: 0, best: 100}, per_seat: {of: nps, per: seats, worst: 0, best: 100}}}
        c: {weight: 1, measures: {arr: {worst: 1000, best: 0}, end: {of: days_to_renewal, worst: 0, best: 9}}}
      """,
    ])
    let unit = try #require(world.backtestUnits(horizon: 30).first)
    #expect(unit.leftOut == ["per_seat", "arr", "end"])
    #expect(unit.published == 90)
  }

  @Test func `rows read are rows used, rows refused and rows left out`() throws {
    let world = try world([
      "data/accounts.csv": "account_id,name,arr\na,A,1\nb,B,12 of\n,C,\n",
      "data/measures.csv":
        "account_id,date,nps,wau\na,2026-11-01,1,2\na,2026-11-01,1,x\na,2026-11-01\nb,2026-11-01,1,1\na,2027-01-01,1,1\na,2026-11-01,1,1,1\n",
      "data/sentiment.csv": "account_id,date,flag\na,2026-11-31,red\na,2026-11-30,purple\na,2026-11-30,red\n",
      "data/touchpoints.csv": "account_id,date,kind\na,2026-11-01,fax\n",
    ])
    #expect(world.portfolio.rows.read == 13)
    #expect(world.portfolio.rows.used == 2 + 4 + 1 + 1)
    #expect(world.portfolio.rows.refused == 4)
    #expect(world.portfolio.rows.leftOut == 1)  // the C behind the last account, which could be a footer
    #expect(world.portfolio.rows.refusedCells == 2)  // 12 of and fax
  }

  @Test func `who signs again after a churn is a customer again`() throws {
    let world = try world([
      "data/accounts.csv":
        "account_id,name,arr,started_on\na,A,700,2024-01-01\nb,B,500,2026-04-01\nc,C,300,2026-12-10\nd,D,200,2026-05-01\n",
      "data/outcomes.csv": """
      account_id,date,kind,arr_before,arr_after
      a,2026-02-10,churned,600,
      a,2026-06-15,renewed,,
      b,2025-05-01,churned,400,
      c,2026-05-01,churned,,
      d,2026-05-01,churned,,

      """,
    ])
    func figures(_ account: Int, _ days: [String]) throws -> [Double?] {
      try days.map { world.arr(of: world.portfolio.accounts[account], on: try day($0)) }
    }
    #expect(try figures(0, ["2026-02-09", "2026-02-10", "2026-06-14", "2026-06-15"]) == [600, 0, 0, 700])
    #expect(
      try figures(1, ["2020-01-01", "2025-04-30", "2025-05-01", "2026-03-31", "2026-04-01"]) == [400, 400, 0, 0, 500])
    // A second start that is still ahead, and a start on the very day of the churn, which is none.
    #expect(try figures(2, ["2026-04-30", "2026-05-01", "2026-11-22"]) == [300, 0, 0])
    #expect(try figures(3, ["2026-04-30", "2026-11-22"]) == [0, 0])
    func isActive(_ days: [String]) throws -> [[Bool]] {
      try days.map { iso in
        let day = try day(iso)
        return world.portfolio.accounts.map { world.isActive($0, on: day) }
      }
    }
    #expect(
      try isActive(["2025-04-30", "2026-03-31", "2026-04-30", "2026-11-22"]) == [
        [true, true, true, false], [false, false, true, false], [false, true, true, false], [true, true, false, false],
      ])
    // Before the churn of b nothing was known of its start.
    let b = world.portfolio.accounts[1]
    #expect(world.derived("tenure_days", of: b, on: try day("2025-04-30")) == nil)
    #expect(world.derived("tenure_days", of: b, on: world.asOf) == 235)
    // A 600 → 700, c 300 → 0; b and d were no customers a year ago.
    let kept = world.retention()
    #expect(isNear(kept.grr, 600 / 900))
    #expect(isNear(kept.nrr, 700 / 900))
    #expect(kept.cohortAccounts == 2)
  }

  @Test func `without a start the first row says since when, unless the table had just begun`() throws {
    let world = try world([
      "data/accounts.csv": """
      account_id,name,arr
      a,A,100
      b,B,100
      c,C,100
      d,D,100
      e,E,100
      f,F,100
      g,G,100

      """,
      "data/measures.csv": """
      account_id,date,nps
      a,2025-12-01,1
      b,2025-12-28,1
      c,2025-12-29,1
      d,2026-06-01,1
      f,2026-12-01,1
      g,2026-06-01,1

      """,
      "data/contacts.csv": "account_id,name,since\nd,P,2020-01-01\n",
      "data/sentiment.csv": "account_id,date,flag\nf,2026-11-30,red\ng,2026-06-01,red\n",
      "data/outcomes.csv": "account_id,date,kind\ne,2026-06-01,renewed\n",
      "data/goals.csv": "account_id,goal,due_on\ne,x,2026-06-01\n",
    ])
    let year = world.asOf - 365
    // b is in the first 28 days, c is not; the contact of d is the first row of its table; outcomes and goals say
    // nothing of e, nor do later days of f; flags had just begun when g got one.
    #expect(world.portfolio.accounts.map { world.arr(of: $0, on: year) } == [100, 100, 0, 100, 100, 100, 100])
    #expect(world.arr(of: world.portfolio.accounts[2], on: try day("2025-12-29")) == 100)
    // Retention only: without a start it is active all along.
    #expect(world.isActive(world.portfolio.accounts[2], on: year))
  }

  @Test func `retention leaves out what is unknown on either day`() throws {
    let world = try world([
      "data/accounts.csv":
        "account_id,name,arr,started_on\na,A,100,2020-01-01\nb,B,,2020-01-01\nc,C,,2020-01-01\nd,D,,2026-01-01\ne,E,,2020-01-01\n",
      "data/outcomes.csv": """
      account_id,date,kind,arr_before,arr_after
      c,2026-05-01,churned,80,
      c,2026-06-01,renewed,,
      e,2026-05-01,churned,60,0

      """,
    ])
    let accounts = world.portfolio.accounts
    #expect(accounts.map { world.arr(of: $0, on: world.asOf - 365) } == [100, nil, 80, 0, 60])
    #expect(accounts.map { world.arr(of: $0, on: world.asOf) } == [100, nil, nil, nil, 0])
    let kept = world.retention()
    #expect(kept.cohortAccounts == 2)  // a and e
    #expect(isNear(kept.grr, 100 / 160))
  }
}
