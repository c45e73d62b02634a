import EvidenceFixture
import Foundation
import Health
import SeededRandom
import Testing

@testable import Review

/// What may be said about a score, and from how many outcomes on.
@Suite struct VerdictTests {
  /// A result with given numbers of churned and kept accounts at each score.
  private func result(_ groups: [(score: Int, churned: Int, kept: Int)]) -> Backtest.Result {
    let calls = groups.flatMap { group in
      (0..<group.churned).map { _ in Backtest.Call(churned: true, score: group.score) }
        + (0..<group.kept).map { _ in Backtest.Call(churned: false, score: group.score) }
    }
    return Backtest.Result(horizon: 90, calls: calls, leftOut: [])
  }

  @Test func `few outcomes with a wide interval speak neither for chance nor against it`() throws {
    // 10 and 10, 20 and 20, at an AUC of 0.6 both times: up to 0.86, and to 0.78.
    for k in [1, 2] {
      let few = result([(80, 4 * k, 6 * k), (40, 6 * k, 4 * k)])
      let auc = try #require(few.auc)
      #expect(isNear(auc.value, 0.6) && auc.interval.contains(0.5) && auc.interval.upperBound > Backtest.chanceBound)
      #expect(few.verdict == .cannotTell)
    }
    // The interval decides: 0.5 to 0.626 leaves no useful score possible, 0.5 to 0.76 does.
    #expect(result([(80, 20, 20), (40, 20, 20)]).verdict == .chance)
    #expect(result([(80, 5, 5), (40, 5, 5)]).verdict == .cannotTell)
  }

  /// Anybody with four chances in five of detecting a fair score never reads that nothing can be said.
  @Test(arguments: [0.1, 0.25, 0.408, 0.5, 0.8])
  func `outcomes that would have shown a fair score always suffice for a verdict`(share: Double) throws {
    let needed = Double(try #require(AUC.outcomesNeeded(toTell: 0.6, churnedShare: share)))
    for value in stride(from: 0.3, through: 0.7, by: 0.005) {
      let margin = AUC.margin(of: value, churned: needed * share, kept: needed * (1 - share))
      if abs(value - 0.5) <= margin { #expect(value + margin < Backtest.chanceBound) }
    }
  }

  @Test func `a worse band that churned less often is named where the intervals do not overlap`() {
    // 12 of 100 against 17 of 100 may be chance, ten times as many are not.
    func bands(_ k: Int) -> Backtest.Result {
      result([(80, 5 * k, 95 * k), (50, 17 * k, 83 * k), (20, 12 * k, 88 * k)])
    }
    #expect(bands(1).bandsOutOfOrder == nil)
    #expect(bands(20).bandsOutOfOrder == BandsOutOfOrder(better: .yellow, worse: .red))
    // Of several pairs, the one whose better band churned most often, and whose worse one least.
    let all = result([(80, 900, 100), (50, 500, 500), (20, 100, 900)])
    #expect(all.bandsOutOfOrder == BandsOutOfOrder(better: .green, worse: .red))
    #expect(result([(80, 10, 990), (50, 100, 900), (20, 500, 500)]).bandsOutOfOrder == nil)
    #expect(result([]).bandsOutOfOrder == nil)
  }

  @Test func `outcomes known on the day of the fit chose the model`() {
    let fitted = Models.Fitted(on: Day(number: 120), outcomes: 2, until: Day(number: 100))
    func chose(_ days: [Int32]) -> Bool {
      let calls = days.map { Backtest.Call(decidedOn: Day(number: $0), churned: true, score: 50) }
      return Backtest.Result(horizon: 90, calls: calls, leftOut: []).choseTheFit(fitted)
    }
    #expect(chose([99, 101, 120]))
    #expect(!chose([99, 101, 121]))
    #expect(!chose([99, 100]))
  }

  @Test func `a narrow interval that holds a half is no better than chance`() {
    let result = result([(80, 20, 20), (40, 20, 20)])
    #expect(result.auc?.value == 0.5)
    #expect(result.verdict == .chance)
  }

  @Test func `an interval above a half is as good as its lower end says`() {
    #expect(result([(80, 10, 90), (40, 90, 10)]).verdict == .better(.strong))
    // 0.6, from 0.52 on.
    #expect(result([(80, 40, 60), (40, 60, 40)]).verdict == .better(.slight))
    // 0.8 both times: from 0.67 on with few outcomes, from 0.77 on with many.
    #expect(result([(80, 4, 16), (40, 16, 4)]).verdict == .better(.fair))
    #expect(result([(80, 80, 320), (40, 320, 80)]).verdict == .better(.good))
    #expect([0.59, 0.6, 0.7, 0.8].map(Backtest.Strength.init(auc:)) == [.slight, .fair, .good, .strong])
  }

  @Test func `an interval below a half is worse than chance`() {
    #expect(result([(80, 60, 40), (40, 40, 60)]).verdict == .worseThanChance)
  }

  @Test func `under 10 churned or 10 kept nothing is said but what is missing`() {
    let nine = result([(80, 9, 50)])
    #expect(nine.verdict == .notEnough)
    #expect(nine.churnedMissing == 1)
    #expect(nine.keptMissing == 0)
    #expect(result([(80, 30, 4)]).keptMissing == 6)
    #expect(result([(80, 10, 10)]).verdict == .cannotTell)
    #expect(result([]).verdict == .notEnough)
  }

  /// Every verdict agrees with the position of 0.5, whatever the outcomes.
  @Test(arguments: 0..<200) func `the verdict follows from the interval alone`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let lean = random.whole(below: 100)
    let calls = (0..<random.whole(below: 150)).map { _ in
      let churned = random.whole(below: 100) < 40
      return Backtest.Call(churned: churned, score: max(0, random.whole(below: 101) - (churned ? lean / 2 : 0)))
    }
    let result = Backtest.Result(horizon: 90, calls: calls, leftOut: [])
    switch result.verdict {
    case .notEnough: #expect(result.auc == nil && result.churnedMissing + result.keptMissing > 0)
    case .cannotTell:
      #expect(result.auc?.interval.contains(0.5) == true && (result.auc?.interval.upperBound ?? 0) >= 0.65)
    case .chance: #expect(result.auc?.interval.contains(0.5) == true && (result.auc?.interval.upperBound ?? 1) < 0.65)
    case .worseThanChance: #expect((result.auc?.interval.upperBound ?? 1) < 0.5)
    case .better: #expect((result.auc?.interval.lowerBound ?? 0) > 0.5)
    }
  }

  @Test func `the outcomes that it takes are the fewest that give four chances in five`() throws {
    for (value, share) in [(0.7, 0.1), (0.6, 0.1), (0.3, 0.4), (0.55, 0.5)] {
      let needed = try #require(AUC.outcomesNeeded(toTell: value, churnedShare: share))
      // The chance that a normal variable around the AUC leaves 0.5 outside its interval.
      func power(_ n: Int) -> Double {
        let margin = AUC.margin(of: value, churned: Double(n) * share, kept: Double(n) * (1 - share))
        let z = abs(value - 0.5) / (margin / 1.959964) - 1.959964
        return 0.5 * erfc(-z / 2.0.squareRoot())
      }
      #expect(power(needed) >= 0.8)
      let isBound = Double(needed - 1) * share < 10 || Double(needed - 1) * (1 - share) < 10
      #expect(isBound || power(needed - 1) < 0.8)
    }
    #expect(AUC.outcomesNeeded(toTell: 0.7, churnedShare: 0.1) == 182)
    #expect(AUC.outcomesNeeded(toTell: 0.6, churnedShare: 0.1) == 768)
    #expect(AUC.outcomesNeeded(toTell: 0.5, churnedShare: 0.1) == nil)
    #expect(result([(80, 0, 50)]).outcomesNeeded(toTell: 0.7) == nil)
  }

  @Test func `outcomes that are parted completely say no more than pairs that share no account`() throws {
    let parted = result([(80, 0, 12), (40, 10, 0)])
    let auc = try #require(parted.auc)
    #expect(auc.value == 1 && auc.interval == 1...1 && auc.isWithoutWidth)
    // Ten such pairs, all alike: 10 ÷ (10 + 1.96²).
    #expect(isNear(auc.reliable.lowerBound, 0.722, within: 0.0005) && auc.reliable.upperBound == 1)
    #expect(parted.verdict == .better(.good))
    #expect(result([(80, 0, 200), (40, 100, 0)]).verdict == .better(.strong))
    let reversed = result([(80, 10, 0), (40, 0, 12)])
    #expect(reversed.verdict == .worseThanChance)
    #expect(isNear(reversed.auc?.reliable.upperBound, 0.278, within: 0.0005))
    // One account out of place, and the formula has a width again.
    let almost = try #require(result([(80, 1, 12), (40, 10, 0)]).auc)
    #expect(!almost.isWithoutWidth && almost.reliable == almost.interval)
  }

  @Test func `one or two lost accounts give rates and no verdict`() {
    for churned in 1...2 {
      let few = result([(80, churned, 30), (20, 0, 2)])
      #expect(few.verdict == .notEnough && few.churnedMissing == 10 - churned)
      #expect(few.missed == Rate(churned, of: churned) && few.missed.interval?.upperBound == 1)
      #expect((few.missed.interval?.lowerBound ?? 1) < 0.35)
      #expect(few.changeAgainstScore(weeks: 4) == nil && few.worseOfBoth == nil)
    }
  }

  @Test func `what earlier models published is no score of the fitted one`() {
    let fitted = Models.Fitted(on: Day(number: 120), outcomes: 2, until: Day(number: 100))
    let calls = [99, 101, 121].flatMap { day in
      [nil, "old"].map {
        Backtest.Call(decidedOn: Day(number: day), churned: true, score: 50, edition: 0, earlierModel: $0)
      }
    }
    let result = Backtest.Result(horizon: 90, calls: calls, leftOut: [])
    #expect(result.seen(by: fitted).calls.map(\.decidedOn.number) == [99])
    #expect(result.unseen(by: fitted).calls.map(\.decidedOn.number) == [101, 121])
    #expect(result.byEarlierModels.n == 3 && result.earlierModels == ["old"])
    #expect(!result.byEarlierModels.isInSample(for: models(fitted)) && result.isInSample(for: models(fitted)))
    // Outcomes known when the fit was chosen prove nothing.
    #expect(result.proving(models(fitted)).calls.map(\.decidedOn.number) == [121])
    #expect(result.byEarlierModels.proving(models(fitted)).n == 3)
  }

  private func models(_ fitted: Models.Fitted) -> Models {
    Models(
      version: "1", changed: nil, all: [.plain], segments: [Segment(id: "all", name: "All")], expansion: .init(),
      fitted: fitted)
  }

  @Test func `a fitted model has seen what was decided up to its last outcome`() {
    let fitted = Models.Fitted(on: Day(number: 120), outcomes: 2, until: Day(number: 100))
    let calls = [99, 100, 101].map { Backtest.Call(decidedOn: Day(number: $0), churned: true, score: 50) }
    let result = Backtest.Result(horizon: 90, calls: calls, leftOut: [])
    #expect(result.seen(by: fitted).calls.map(\.decidedOn.number) == [99, 100])
    #expect(result.unseen(by: fitted).calls.map(\.decidedOn.number) == [101])
  }
}

/// Two signs on the same accounts.
@Suite struct AUCDifferenceTests {
  @Test func `the difference of a sign from itself is nothing, without any doubt`() {
    let values = (0..<12).map { (Double($0), Double($0)) }
    let difference = AUCDifference(churned: values.map { ($0.0, $0.1) }, kept: values.map { ($0.0 + 3, $0.1 + 3) })
    #expect(difference?.value == 0)
    #expect(difference?.interval == 0...0)
    #expect(difference?.isBeyondNoise == false)
  }

  @Test func `a difference without a width is none that shows`() throws {
    // The first separates them completely, the second knows nothing: every pair differs by the same.
    let difference = try #require(
      AUCDifference(
        churned: (0..<10).map { (Double($0), 5) }, kept: (0..<10).map { (Double($0) + 20, 5) }))
    #expect(difference.value == 0.5 && difference.interval == 0.5...0.5)
    #expect(!difference.isBeyondNoise)
  }

  @Test func `intervals of several comparisons are as wide as the table of Bonferroni says`() throws {
    #expect(Rate.z(comparisons: 1) == 1.959964)
    for (comparisons, z) in [(2, 2.241403), (3, 2.393980), (8, 2.734369), (10, 2.807034), (50, 3.290527)] {
      #expect(isNear(Rate.z(comparisons: comparisons), z, within: 1e-6))
    }
    var random = SplitMix64(seed: 11)
    let churned = (0..<20).map { _ in (first: Double(random.whole(below: 60)), second: Double(random.whole(below: 90)))
    }
    let kept = (0..<25).map { _ in (first: Double(random.whole(below: 100)), second: Double(random.whole(below: 100))) }
    let one = try #require(AUCDifference(churned: churned, kept: kept))
    let eight = try #require(AUCDifference(churned: churned, kept: kept, among: 8))
    #expect(one.value == eight.value && one.churned == 20 && one.n == 45)
    func width(_ difference: AUCDifference) -> Double {
      difference.interval.upperBound - difference.interval.lowerBound
    }
    #expect(isNear(width(eight) / width(one), 2.734369 / 1.959964, within: 1e-6))
  }

  /// Of four dimensions and a score of pure noise, one is reported to differ in about 5 of 100 cases and not in 30.
  @Test func `among dimensions of noise hardly one stands out`() {
    let measure = MeasureDefinition(key: "a", curve: .identity)
    let model = Model(
      id: "default", dimensions: (0..<4).map { Dimension(id: "d\($0)", weight: 1, measures: [measure]) })
    let models = Models(
      version: "1", changed: nil, all: [model], segments: [Segment(id: "all", name: "All")], expansion: .init())
    var (found, foundAlone) = (0, 0)
    for seed in 0..<300 {
      var random = SplitMix64(seed: UInt64(seed) + 1)
      let calls = (0..<60).map { number -> Backtest.Call in
        let sub = (0..<4).map { _ in Double(random.whole(below: 101)) }
        return Backtest.Call(churned: number < 25, score: 50, sub: sub, exact: sub.reduce(0, +) / 4)
      }
      let worth = Backtest.Result(horizon: 90, calls: calls, leftOut: []).dimensions(of: models)
      let pairs = worth.flatMap { [$0.alone, $0.leftOut].compactMap { $0 } }
      #expect(pairs.count == 8)
      if pairs.contains(where: \.isBeyondNoise) { found += 1 }
      let narrow = 1.959964 / 2.734369
      if pairs.contains(where: { abs($0.value) > narrow * ($0.interval.upperBound - $0.interval.lowerBound) / 2 }) {
        foundAlone += 1
      }
    }
    #expect(found <= 24, "\(found) of 300")
    // Without the correction it is several times as many, so there is something to correct.
    #expect(foundAlone > 2 * found, "\(foundAlone) of 300")
  }

  @Test func `swapping the signs turns the difference round`() throws {
    var random = SplitMix64(seed: 7)
    let churned = (0..<15).map { _ in (first: Double(random.whole(below: 60)), second: Double(random.whole(below: 90)))
    }
    let kept = (0..<25).map { _ in (first: Double(random.whole(below: 100)), second: Double(random.whole(below: 100))) }
    let there = try #require(AUCDifference(churned: churned, kept: kept))
    let back = try #require(
      AUCDifference(
        churned: churned.map { (first: $0.second, second: $0.first) },
        kept: kept.map { (first: $0.second, second: $0.first) }))
    #expect(isClose(there.value, -back.value))
    #expect(isClose(there.interval.lowerBound, -back.interval.upperBound))
  }

  /// DeLong's variance from its definition: covariances of the placements over every pair.
  @Test(arguments: 0..<20) func `the interval is the one of the definition`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let churned = (0..<(10 + random.whole(below: 15))).map { _ in
      (first: Double(random.whole(below: 20)), second: Double(random.whole(below: 20)))
    }
    let kept = (0..<(10 + random.whole(below: 15))).map { _ in
      (first: Double(random.whole(below: 25)), second: Double(random.whole(below: 22)))
    }
    func wins(_ a: Double, _ b: Double) -> Double { a < b ? 1 : a == b ? 0.5 : 0 }
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    func covariance(_ a: [Double], _ b: [Double]) -> Double {
      zip(a, b).reduce(0) { $0 + ($1.0 - mean(a)) * ($1.1 - mean(b)) } / Double(a.count - 1)
    }
    let ten = [
      churned.map { x in mean(kept.map { wins(x.first, $0.first) }) },
      churned.map { x in mean(kept.map { wins(x.second, $0.second) }) },
    ]
    let one = [
      kept.map { y in mean(churned.map { wins($0.first, y.first) }) },
      kept.map { y in mean(churned.map { wins($0.second, y.second) }) },
    ]
    let variance =
      (covariance(ten[0], ten[0]) + covariance(ten[1], ten[1]) - 2 * covariance(ten[0], ten[1])) / Double(churned.count)
      + (covariance(one[0], one[0]) + covariance(one[1], one[1]) - 2 * covariance(one[0], one[1])) / Double(kept.count)
    let margin = 1.959964 * max(0, variance).squareRoot()
    let difference = try #require(AUCDifference(churned: churned, kept: kept))
    let value = mean(ten[0]) - mean(ten[1])
    #expect(isClose(difference.value, value))
    #expect(isClose(difference.interval.lowerBound, max(-1, value - margin)))
    #expect(isClose(difference.interval.upperBound, min(1, value + margin)))
  }

  private func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-9 }
}
