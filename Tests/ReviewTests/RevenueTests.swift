import EvidenceFixture
import Health
import SeededRandom
import Testing

@testable import Review

/// The sources and losses of revenue, and what is due.
@Suite struct RevenueTests {
  /// Accounts with today's revenue (nil is unknown), and the figures of the last edition, 7 days ago.
  private func review(
    _ today: [(name: String, arr: Double?)], edition: [Double??], forgotten: [(String, Double?)] = [],
    outcomes: [(Int, Outcome)] = []
  ) async -> Review {
    var world = World(today.map(\.name))
    world.accounts = today.map { Account(id: AccountID($0.name), name: $0.name, arr: $0.arr) }
    world.outcomes = outcomes.map { (account: $0.0, row: $0.1) }
    func record(_ arr: Double?) -> RecordedScore {
      RecordedScore(score: 50, band: .yellow, parts: ScoreParts([]), arr: arr)
    }
    let asOf = EvidenceFixture.today - 7
    let previous = EditionRecord(
      edition: Edition(of: asOf), asOf: asOf, modelVersion: "1", models: nil,
      scores: edition.map { $0.map(record) }, forgotten: forgotten.map { ($0.0, $0.0, record($0.1)) })
    let history = History(
      editions: [], models: [], scores: RowsByAccount(accounts: today.count),
      listings: RowsByAccount(accounts: today.count), previous: previous)
    return await Review(
      world.scorer(.plain), judgement: People().judgement(accounts: today.count), rules: Review.Rules(),
      history: history)
  }

  @Test func `the bridge names every step from the edition to today, and they add up`() async throws {
    let review = await review(
      [("a", 120), ("b", 50), ("c", 100), ("d", 80), ("e", nil), ("f", 70)],
      edition: [100, 90, 100, nil, 30, nil].map { $0 },
      forgotten: [("gone", 10)],
      outcomes: [(2, Outcome(date: today - 3, kind: .churned, arrBefore: 100))])
    let bridge = try #require(review.bridgeFromLastEdition)
    #expect(bridge.before.amount == 330)
    #expect(bridge.after.amount == 320)
    #expect(bridge[.new].map(\.name) == ["d", "f"])
    #expect(bridge[.expansion].map(\.change) == [20])
    #expect(bridge[.contraction].map(\.change) == [-40])
    #expect(bridge[.churn].map(\.name) == ["c", "gone"])
    #expect(bridge[.churn].map { $0.outcome?.kind } == [.churned, nil])
    #expect(bridge[.unknown].map(\.change) == [-30])
    #expect(bridge.steps.reduce(bridge.before.known) { $0 + $1.change } == bridge.after.known)
  }

  @Test func `an account whose revenue did not change is no step`() async throws {
    let bridge = try #require(await review([("a", 100)], edition: [100]).bridgeFromLastEdition)
    #expect(bridge.steps.isEmpty)
    #expect(bridge.before == bridge.after)
  }

  @Test func `without an edition there is no bridge from it`() async {
    #expect(await People().review(World()).bridgeFromLastEdition == nil)
  }

  /// Amounts with cents, of any size: printed figures add up to the cent.
  @Test(arguments: 0..<30) func `steps add up to the cent`(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    func amount() -> Double? { random.whole(below: 10) == 0 ? nil : Double(random.whole(below: 10_000_000)) / 1000 }
    let today = (0..<40).map { number in (name: "a\(10 + number)", arr: amount()) }
    let edition = (0..<40).map { _ in random.whole(below: 5) == 0 ? Double??.none : .some(amount()) }
    let bridge = try #require(await review(today, edition: edition).bridgeFromLastEdition)
    func cents(_ amount: Double) -> Int { Int((amount * 100).rounded()) }
    let kinds = RevenueBridge.Kind.allCases.map { cents(bridge.sum($0).known) }
    #expect(cents(bridge.before.known) + kinds.reduce(0, +) == cents(bridge.after.known))
    #expect(cents(bridge.before.known) + bridge.steps.reduce(0) { $0 + cents($1.change) } == cents(bridge.after.known))
  }

  @Test func `renewals fall into their calendar quarter, passed and unknown ones apart`() async {
    // Today is 16 November 2026, in the fourth quarter.
    let days: [Int?] = [-1, 0, 45, 46, 135, 136, 1000, nil]
    var world = World()
    world.accounts = days.enumerated().map { index, days in
      Account(id: AccountID("a\(index)"), name: "a\(index)", arr: 10, renewsOn: days.map { today + $0 })
    }
    let quarters = await People().review(world).renewalQuarters
    #expect(
      quarters.map(\.span) == [
        .passed, .quarter(year: 2026, quarter: 4), .quarter(year: 2027, quarter: 1), .quarter(year: 2027, quarter: 2),
        .later,
        .unknown,
      ])
    #expect(quarters.map(\.accounts.count) == [1, 2, 2, 1, 1, 1])
  }

  @Test func `of a quarter, every account stands in one cell of band and agreement`() async {
    var world = World(["a", "b", "c", "d"])
    world.accounts = world.accounts.map { Account(id: $0.id, name: $0.name, arr: 10, renewsOn: today) }
    for (account, score) in [90.0, 90, 50].enumerated() { world.score(score, account: account) }
    var people = People()
    people.flag(.red, account: 0)
    people.flag(.green, account: 2)
    let quarter = await people.review(world).renewalQuarters[0]
    #expect(quarter.accounts(.green, .worse).count == 1)
    #expect(quarter.accounts(.green, .noFlag).count == 1)
    #expect(quarter.accounts(.yellow, .better).count == 1)
    let cells = Band.allCases.flatMap { band in Agreement.allCases.map { quarter.accounts(band, $0).count } }
    #expect(cells.reduce(0, +) == 4)
  }

  @Test func `a week without an edition ends a run of the trend`() {
    func edition(weeksAgo: Int) -> PublishedEdition {
      let day = today - 7 * weeksAgo
      return PublishedEdition(
        edition: Edition(of: day), revision: 0, asOf: day, reason: nil, modelVersion: "1", inputs: "", fingerprint: "",
        bands: BandSplit(), atRisk: AmountSum(), gross: 0.9, net: 1, openDivergences: 0,
        renewalsNotAgreed: nil, sentimentOverdue: nil)
    }
    let editions = [9, 8, 5, 4, 3].map(edition(weeksAgo:))
    let history = History(
      editions: editions, models: editions.map { _ in nil }, scores: RowsByAccount(accounts: 1),
      listings: RowsByAccount(accounts: 1), previous: nil)
    let revenue = RevenueHistory(World().evidence(), judgement: People().judgement(accounts: 1))
    let trend = RetentionTrend(revenue, history: history)
    #expect(trend.runs.map(\.count) == [2, 3])
    #expect(trend.restated.count == 53)
    #expect(trend.restated.last?.day == today)
  }
}
