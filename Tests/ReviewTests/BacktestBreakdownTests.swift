import EvidenceFixture
import Health
import SeededRandom
import Testing

@testable import Review

/// The outcomes from several points of view.
@Suite struct BacktestBreakdownTests {
  private func result(_ calls: [Backtest.Call]) -> Backtest.Result {
    Backtest.Result(horizon: 90, calls: calls, leftOut: [])
  }

  /// Random calls, some unscored.
  private func random(_ seed: UInt64) -> Backtest.Result {
    var random = SplitMix64(seed: seed)
    let flags: [Sentiment.Flag?] = [.green, .yellow, .red, nil]
    let reasons = ["Champion left", "champion  left.", "budget", nil]
    return result(
      (0..<random.whole(below: 130)).map { _ in
        Backtest.Call(
          churned: random.whole(below: 3) == 0, score: random.whole(below: 12) == 0 ? nil : random.whole(below: 101),
          flag: flags[random.whole(below: 4)],
          reason: reasons[random.whole(below: 4)], flagAge: random.whole(below: 120),
          wasReviewed: random.whole(below: 2) == 0,
          leadTime: random.whole(below: 4) == 0 ? nil : 7 * random.whole(below: 40))
      })
  }

  @Test(arguments: 0..<60) func `every way of sorting the outcomes counts each once`(seed: UInt64) {
    let result = random(seed)
    func expectWhole(_ rates: [Rate]) {
      #expect(rates.reduce(0) { $0 + $1.n } == result.n)
      #expect(rates.reduce(0) { $0 + $1.count } == result.churned)
    }
    expectWhole(Band.allCases.filter { $0 != .unscored }.map { result.rate(of: $0) })
    expectWhole(
      [Band.green, .yellow, .red].flatMap { band in
        [Sentiment.Flag.green, .yellow, .red, nil].map { result.rate(of: band, flag: $0) }
      })
    expectWhole(Sentiment.Status.allCases.map { result.rate(of: $0) })
    expectWhole(Agreement.allCases.map { result.rate(of: $0) })
    expectWhole([true, false].map { result.rate(reviewed: $0) })
    expectWhole(Direction.allCases.map { result.rate(of: $0) })
    let reasons = result.reasons
    let flagged = result.rate { $0.score != nil && $0.flag != nil }
    #expect(reasons.groups.reduce(reasons.small.rate.n) { $0 + $1.rate.n } == flagged.n)
    #expect(reasons.groups.reduce(reasons.small.rate.count) { $0 + $1.rate.count } == flagged.count)
    #expect(reasons.groups.allSatisfy { $0.rate.n >= ReasonGroup.smallest })
    if result.n >= 20 { expectWhole(result.scoreGroups.map(\.rate)) } else { #expect(result.scoreGroups.isEmpty) }
    #expect(
      LeadTime.allCases.reduce(0) { $0 + result.lost(after: $1) }
        == result.scored.count { $0.churned && $0.leadTime != nil })
  }

  @Test(arguments: 0..<60) func `groups of scores rise, share no score and stay about equally large`(seed: UInt64) {
    let groups = random(seed).scoreGroups
    for group in groups { #expect(group.lowest <= group.highest && group.rate.n > 0) }
    for (lower, upper) in zip(groups, groups.dropFirst()) { #expect(lower.highest < upper.lowest) }
    #expect(groups.count <= 10)
  }

  @Test func `40 accounts of different scores make four groups of ten, and one score one group`() {
    let calls = (0..<40).map { Backtest.Call(churned: $0 < 5, score: $0) }
    #expect(
      result(calls).scoreGroups.map(\.rate) == [Rate(5, of: 10), Rate(0, of: 10), Rate(0, of: 10), Rate(0, of: 10)])
    let same = (0..<40).map { Backtest.Call(churned: $0 < 5, score: 50) }
    #expect(result(same).scoreGroups == [ScoreGroup(lowest: 50, highest: 50, rate: Rate(5, of: 40))])
    #expect(result(Array(calls.prefix(19))).scoreGroups.isEmpty)
  }

  /// Four groups of ten, from the lowest scores to the highest, by the number that each lost.
  @Test(
    arguments: [
      ([5, 3, 3, 1], LossOrder.falls, 0), ([5, 1, 3, 2], .lowestMost, 0), ([3, 1, 2, 3], .level, 3),
      ([2, 1, 3, 4], .highestMost, 3), ([2, 4, 4, 1], .middleMost, 1),
    ])
  func `the order of the losses says which scores lost most`(lost: [Int], order: LossOrder, most: Int) throws {
    let groups = lost.enumerated().map { ScoreGroup(lowest: 10 * $0, highest: 10 * $0 + 9, rate: Rate($1, of: 10)) }
    let told = try #require(ScoreGroup.lossOrder(of: groups))
    #expect(told.order == order && told.most == groups[most])
    #expect(ScoreGroup.lossOrder(of: Array(groups.prefix(1))) == nil)
  }

  @Test func `without a loss there is no order`() {
    let groups = (0..<3).map { ScoreGroup(lowest: 10 * $0, highest: 10 * $0 + 9, rate: Rate(0, of: 10)) }
    #expect(ScoreGroup.lossOrder(of: groups) == nil)
  }

  @Test(arguments: 0..<60) func `the area under the curve as drawn is the AUC`(seed: UInt64) {
    let result = random(seed)
    let curve = result.rocCurve
    guard let auc = result.auc else { return }
    let area = zip(curve, curve.dropFirst()).reduce(0) { sum, ends in
      sum + (ends.1.falseAlarms - ends.0.falseAlarms) * (ends.0.caught + ends.1.caught) / 2
    }
    #expect(isNear(area, auc.value))
    #expect(curve.first == ROCPoint(score: nil, falseAlarms: 0, caught: 0))
    #expect(curve.last.map { [$0.falseAlarms, $0.caught] } == [1, 1])
    for (before, after) in zip(curve, curve.dropFirst()) {
      #expect(before.falseAlarms <= after.falseAlarms && before.caught <= after.caught)
    }
  }

  @Test func `lead times fall into their weeks`() {
    #expect(
      [0, 7, 28, 35, 91, 98, 182, 189].map(LeadTime.init(days:)) == [
        .noWarning, .month, .month, .quarter, .quarter, .halfYear, .halfYear, .longer,
      ])
  }

  @Test func `flags are worse, agree or are better, and say nothing where either is missing`() {
    #expect(Agreement(band: .green, flag: .yellow) == .worse)
    #expect(Agreement(band: .yellow, flag: .yellow) == .agree)
    #expect(Agreement(band: .red, flag: .green) == .better)
    #expect(Agreement(band: .red, flag: nil) == .noFlag)
    #expect(Agreement(band: .unscored, flag: .red) == .noFlag)
  }

  @Test func `reasons that differ in blanks, capitals and a full stop are one, as first written`() {
    let texts = ["Champion left.", "champion  left", "CHAMPION LEFT. ", "Champion left", "champion left.", "budget"]
    let calls = texts.enumerated().map {
      Backtest.Call(churned: $0.offset < 2, score: 50, flag: .yellow, reason: $0.element)
    }
    let reasons = result(calls).reasons
    #expect(reasons.groups.map(\.reason) == ["Champion left."])
    #expect(reasons.groups.map(\.rate) == [Rate(2, of: 5)])
    #expect(reasons.small.reasons == 1)
    #expect(reasons.small.rate == Rate(0, of: 1))
  }

  @Test func `a person who sees what the score does not lifts the worse of both above the score`() throws {
    let calls = (0..<60).map { number in
      Backtest.Call(churned: number < 20, score: 70 + number % 20, flag: number < 18 ? .red : .green)
    }
    let difference = try #require(result(calls).worseOfBoth)
    #expect(difference.isBeyondNoise && difference.value > 0.3)
    // All are green by band, which alone says nothing.
    #expect(result(calls).worseOfBothAgainstBand?.second.value == 0.5)
  }

  @Test func `a fall can say more than a low score, and the other way round`() throws {
    let falling = (0..<40).map { number in
      Backtest.Call(churned: number < 15, score: 60 + (7 * number) % 30, change: number < 15 ? -20 : 0)
    }
    #expect(try #require(result(falling).changeAgainstScore(weeks: 13)).value > 0.2)
    let low = (0..<40).map { number in
      Backtest.Call(churned: number < 15, score: number < 15 ? 30 : 80, change: number % 5)
    }
    #expect(try #require(result(low).changeAgainstScore(weeks: 4)).value < -0.2)
    #expect(result(low.map(\.withoutChange)).changeAgainstScore(weeks: 4) == nil)
  }

  @Test func `a dimension that says all makes the score worse when left out, and one of noise better`() throws {
    let calls = (0..<60).map { number -> Backtest.Call in
      let (telling, noise) = (number < 20 ? Double(number) : 60 + Double(number % 9), Double((number * 37) % 100))
      return Backtest.Call(churned: number < 20, score: 50, sub: [telling, noise], exact: (telling + noise) / 2)
    }
    let measure = MeasureDefinition(key: "a", curve: .identity)
    let model = Model(
      id: "default",
      dimensions: [
        Dimension(id: "telling", weight: 1, measures: [measure]),
        Dimension(id: "noise", weight: 1, measures: [measure]),
      ])
    let models = Models(
      version: "1", changed: nil, all: [model], segments: [Segment(id: "all", name: "All")], expansion: .init())
    let worth = result(calls).dimensions(of: models)
    #expect(worth.map(\.id) == ["telling", "noise"])
    #expect(worth[0].alone?.first.value == 1)
    // Without the other dimension, what is left is this one alone.
    #expect(worth[1].leftOut?.first == worth[0].alone?.first)
    #expect(try #require(worth[0].leftOut).value < 0)
    #expect(try #require(worth[1].leftOut).value > 0)
    // The only dimension is the score.
    let single = Models(
      version: "1", changed: nil, all: [Model(id: "default", dimensions: [model.dimensions[0]])],
      segments: models.segments, expansion: .init())
    #expect(result(calls).dimensions(of: single).isEmpty)
  }
}

extension Backtest.Call {
  fileprivate var withoutChange: Backtest.Call { Backtest.Call(churned: churned, score: score) }
}
