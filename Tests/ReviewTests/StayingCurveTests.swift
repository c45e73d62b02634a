import EvidenceFixture
import Foundation
import Health
import SeededRandom
import Testing

@testable import Review

/// How long accounts stay.
@Suite struct StayingCurveTests {
  typealias Spell = StayingCurve.Spell

  @Test func `losses among those seen give the product of shares, with Greenwood's interval`() throws {
    // 30 from the start: 3 leave on day 10, 5 are seen until day 20, 2 leave on day 30 of the 22 that are left.
    let spells =
      (0..<30).map { number in
        number < 3
          ? Spell(entry: 0, exit: 10, isLost: true)
          : number < 8 ? Spell(entry: 0, exit: 20, isLost: false) : Spell(entry: 0, exit: 30, isLost: number < 10)
      }
    let curve = StayingCurve(spells)
    #expect(curve.accounts == 30 && curve.lost == 5 && curve.from == 0 && curve.until == 30)
    #expect(curve.steps.map(\.atRisk) == [30, 22] && curve.steps.map(\.lost) == [3, 2])
    let last = try #require(curve.step(at: 30))
    let spread: Double = 3.0 / 810 + 2.0 / 440
    #expect(isNear(last.kept, 18.0 / 22) && isNear(last.spread, spread))
    let width: Double = 1.959964 * spread.squareRoot() / abs(Foundation.log(last.kept))
    #expect(isNear(last.interval?.lowerBound, Foundation.pow(last.kept, Foundation.exp(width))))
    #expect(isNear(last.interval?.upperBound, Foundation.pow(last.kept, Foundation.exp(-width))))
    #expect(curve.step(at: 9)?.kept == 1 && curve.step(at: 9)?.interval == nil)
    #expect(curve.step(at: 31) == nil)
  }

  @Test func `who is seen only from an age on counts from then on`() {
    let late = (0..<20).map { _ in Spell(entry: 100, exit: 200, isLost: false) }
    let curve = StayingCurve([Spell(entry: 0, exit: 50, isLost: true)] + late)
    #expect(curve.from == 100 && curve.steps.isEmpty && curve.step(at: 50) == nil)
    #expect(curve.step(at: 150)?.kept == 1)
    #expect(StayingCurve(late.dropLast()).from == nil, "nineteen are too few")
  }

  @Test func `months are of 365 ÷ 12 days`() {
    #expect([1, 3, 6, 12, 24].map(StayingCurve.age(months:)) == [30, 91, 183, 365, 730])
  }

  @Test func `what is seen of an account begins with the first loss on record and ends with its own`() async {
    var world = World(["a", "b", "c", "d", "e"])
    func start(_ account: Int, _ daysAgo: Int?, endedOn: Day? = nil) {
      let own = world.accounts[account]
      world.accounts[account] = Account(
        id: own.id, name: own.name, startedOn: daysAgo.map { today - $0 }, endedOn: endedOn)
    }
    start(0, 500)
    start(1, 300)
    start(2, 800, endedOn: today - 100)
    start(3, nil)
    start(4, 100)
    world.outcomes = [
      (0, Outcome(date: today - 400, kind: .renewed)), (1, Outcome(date: today - 30, kind: .churned)),
      (1, Outcome(date: today - 20, kind: .renewed)),
    ]
    let model = Model(MeasureDefinition(key: "score", maxAge: 36_500, curve: .identity))
    let judgement = Judgement(
      sentiment: RowsByAccount(accounts: 5), risks: RowsByAccount(accounts: 5), reviews: RowsByAccount(accounts: 5))
    let review = await Review(world.scorer(model), judgement: judgement, rules: Review.Rules())
    let (spells, withoutStart) = review.spells(of: 0..<5)
    #expect(review.lossesRecordedFrom == today - 400 && withoutStart == 1)
    #expect(
      spells == [
        Spell(entry: 99, exit: 500, isLost: false), Spell(entry: 0, exit: 270, isLost: true),
        Spell(entry: 399, exit: 700, isLost: true), Spell(entry: 0, exit: 100, isLost: false),
      ])
    #expect(Set(review.startCohorts.map(\.year)) == [2024, 2025, 2026])
  }

  /// `STAYING_SEEDS=2000` draws as many as the figure in docs/scoring.md rests on.
  @Test func `the interval after a year holds the truth as often as it says`() {
    let draws = ProcessInfo.processInfo.environment["STAYING_SEEDS"].flatMap(Int.init) ?? 200
    var (held, told) = (0, 0)
    for seed in 0..<draws {
      var random = SplitMix64(seed: UInt64(seed))
      // Losses at a steady pace, 0.8 stay for a year; half of the accounts began before losses were on record.
      let spells = (0..<120).compactMap { _ -> Spell? in
        let years: Double = Foundation.log(1 - random.fraction()) / Foundation.log(0.8)
        let life = Int((years * 365).rounded(.up))
        let entry = max(0, random.whole(below: 800) - 400)
        let end = entry + 1 + random.whole(below: 700)
        guard life > entry else { return nil }
        return Spell(entry: entry, exit: min(life, end), isLost: life <= end)
      }
      guard let interval = StayingCurve(spells).step(at: 365)?.interval else { continue }
      told += 1
      if interval.contains(0.8) { held += 1 }
    }
    let share = Double(held) / Double(told)
    #expect(told > draws / 2 && abs(share - 0.95) < (draws >= 2000 ? 0.015 : 0.05), "\(share) of \(told)")
    if draws >= 2000 { print("coverage after a year: \(share)") }
  }
}
