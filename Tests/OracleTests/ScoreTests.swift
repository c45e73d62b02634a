import Testing

@testable import Oracle

@Suite struct `Scores by hand` {
  private let model = """
    coverage_floor: 0.4
    dimensions:
      usage: {weight: 30, measures: {nps: {worst: 0, best: 100, weight: 2}, wau: {worst: 0, best: 100}}}
      money: {weight: 10, measures: {arr: {worst: 0, best: 1000, when_absent: exclude}}}
    caps:
      - {measure: nps, above: 80, band: yellow, why: too good}
      - {measure: wau, below: 60, band: red}
    """

  private func score(_ measures: String, arr: String) throws -> Score {
    let world = try world([
      "model.yml": model, "data/accounts.csv": "account_id,name,arr\na,A,\(arr)\n",
      "data/measures.csv": "account_id,date,nps,wau\n" + measures,
    ])
    return world.score(of: world.portfolio.accounts[0], on: world.asOf)
  }

  @Test func `dimensions, contributions, coverage and bounds`() throws {
    // nps fresh 90; wau stale 80, counts 50: usage (2 · 90 + 50) ÷ 3. arr 500: money 50.
    let score = try score("a,2026-11-22,90,\na,2026-01-01,,80\n", arr: "500")
    let usage = 230.0 / 3
    #expect(abs((score.exact ?? 0) - (30 * usage + 10 * 50) / 40) < 1e-9)
    #expect(score.published == 70)  // exactly 70
    #expect(abs((score.dimensions[0].contribution ?? 0) - 57.5) < 1e-9)
    #expect(abs(score.coverage - (30 * 2 / 3.0 + 10) / 40) < 1e-9)
    #expect(abs((score.low ?? 0) - (30 * 60 + 500) / 40) < 1e-9)
    #expect(abs((score.high ?? 0) - (30 * 280 / 3.0 + 500) / 40) < 1e-9)
    #expect(score.uncappedBand == .green)
    #expect(score.band == .yellow)
    #expect(score.cap?.why == "too good")
  }

  @Test func `the worst cap wins, stale values included`() throws {
    #expect(try score("a,2026-11-22,90,\na,2026-01-01,,59\n", arr: "900").band == .red)
  }

  @Test func `a dimension without data is out of the score and within its bounds`() throws {
    let score = try score("a,2026-11-22,60,60\n", arr: "")
    #expect(score.exact == 60)
    #expect(score.dimensions[1].score == nil)
    #expect(score.low == 45)
    #expect(score.high == 70)
  }

  @Test func `too little coverage is unscored`() throws {
    // Only arr is fresh: 10 ÷ 40 is under 0.4. Both usage measures count 50.
    let score = try score("", arr: "1000")
    #expect(score.published == nil)
    #expect(score.band == nil)
    #expect(score.exact == 62.5)  // (30 · 50 + 10 · 100) ÷ 40
  }

  @Test(arguments: [("69.5", 70, Band.green), ("69.49", 69, .yellow), ("39.5", 40, .yellow), ("39.4", 39, .red)])
  func `a score is rounded once and the band follows`(_ nps: String, _ published: Int, _ band: Band) throws {
    let world = try world(["data/measures.csv": "account_id,date,nps\na,2026-11-22,\(nps)\n"])
    let score = world.score(of: world.portfolio.accounts[0], on: world.asOf)
    #expect(score.published == published)
    #expect(score.band == band)
  }

  @Test(arguments: [
    ("2026-11-16,70", Direction.sharp_fall), ("2026-11-16,71", .falling), ("2026-10-26,75", .falling),
    ("2026-10-26,76", .steady), ("2026-10-26,65", .sharp_fall), ("2026-08-24,70", .falling),
    ("2026-10-26,85", .rising), ("2026-10-25,81", .steady),
  ])
  func `directions on their edges`(_ row: String, _ direction: Direction) throws {
    // 80 from 2026-07-01 on, then the row's value from the row's day on.
    let world = try world([
      "model.yml": "dimensions: {usage: {weight: 1, measures: {nps: {worst: 0, best: 100, max_age: 999}}}}",
      "data/measures.csv": "account_id,date,nps\na,2026-07-01,80\na,\(row)\n",
    ])
    #expect(world.direction(of: world.portfolio.accounts[0], on: world.asOf) == direction)
  }

  @Test func `an account under 91 days is new`() throws {
    func direction(_ started: String) throws -> Direction {
      let world = try world([
        "data/accounts.csv": "account_id,name,started_on\na,A,\(started)\n",
        "data/measures.csv": "account_id,date,nps\na,2026-11-01,80\na,2026-10-01,80\n",
      ])
      return world.direction(of: world.portfolio.accounts[0], on: world.asOf)
    }
    #expect(try direction("2026-08-24") == .new)
    #expect(try direction("2026-08-23") == .steady)
  }

  @Test func `overrides are field by field, and points displace worst and best`() throws {
    let world = try world([
      "model.yml": """
      bands: {green: 70, yellow: 45}
      dimensions: {u: {weight: 2, measures: {nps: {worst: 0, best: 100, weight: 3}, wau: {worst: 0, best: 9}}}}
      segments: [{id: big, name: Big, when: {employees: ">= 1000"}, model: big}, {id: core, name: Core}]
      models: {big: {bands: {green: 80}, dimensions: {u: {measures: {nps: {points: [[0, 50], [1, 60]]}, wau: {weight: 0}}}}}}
      """,
      "data/accounts.csv": "account_id,name,employees,segment\na,A,1000,\nb,B,999,\nc,C,,big\nd,D,,\n",
    ])
    let models = world.portfolio.accounts.map { world.model(of: $0).id.text }
    #expect(models == ["big", "default", "big", "default"])
    let big = world.scoring.model("big")
    #expect([big.green, big.yellow] == [80, 45])
    #expect(big.measures[0].points.map(\.score) == [50, 60])
    #expect(big.measures[0].weight == 3)
    #expect(big.weighted().map(\.measures.count) == [1])
  }

  @Test(arguments: [
    (">= 1000", "1000", true), ("< 50", "50", false), ("in [a, b]", "b", true), ("in [a, b]", "c", false),
    ("1", "1.0", true), ("gold", "gold", true), ("> 5", "many", false),
  ])
  func `conditions of segments`(_ condition: String, _ attribute: String, _ isHeld: Bool) {
    #expect(holds(condition, for: attribute) == isHeld)
    #expect(!holds(condition, for: nil))
  }
}
