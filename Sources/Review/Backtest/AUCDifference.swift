/// A comparison of two signs on the same accounts: which of them singles out the churned better.
///
/// The interval is DeLong's for correlated curves (DeLong, DeLong and Clarke-Pearson, 1988): with each churned
/// account's share of kept ones above it, and each kept one's share of churned ones below it, the variance of the
/// difference of the areas is var(differences of the churned) ÷ m + var(differences of the kept) ÷ n. When one table
/// holds several pairs, the intervals are wide enough that all of them hold at once with 95 % confidence.
public struct AUCDifference: Hashable, Sendable {
  /// The area of the first sign.
  public let first: AUC
  /// The area of the second sign, over the same accounts.
  public let second: AUC
  /// The interval of first − second, clipped to −1–1.
  public let interval: ClosedRange<Double>
  /// The number of churned accounts with both signs.
  public let churned: Int
  /// The number of kept accounts with both signs.
  public let kept: Int

  /// The number of accounts with both signs.
  public var n: Int { churned + kept }

  /// The first area minus the second.
  public var value: Double { first.value - second.value }

  /// True when the interval is on one side of 0; false when it has no width, since the noise is then unknown.
  public var isBeyondNoise: Bool { interval.lowerBound < interval.upperBound && !interval.contains(0) }

  /// Compares both signs of the churned and the kept accounts, low meaning churn; nil with fewer than 10 of either.
  ///
  /// - Parameter comparisons: the number of intervals that hold at once with 95 % confidence, including this one.
  public init?(
    churned: [(first: Double, second: Double)], kept: [(first: Double, second: Double)], among comparisons: Int = 1
  ) {
    guard let first = AUC(churned: churned.map(\.first), kept: kept.map(\.first)),
      let second = AUC(churned: churned.map(\.second), kept: kept.map(\.second))
    else { return nil }
    let differences = zip(
      Self.placements(churned.map(\.first), kept.map(\.first)),
      Self.placements(churned.map(\.second), kept.map(\.second)))
    let variance = differences.reduce(0) { sum, both in
      sum + Self.variance(zip(both.0, both.1).map { $0 - $1 }) / Double(both.0.count)
    }
    let margin = Rate.z(comparisons: comparisons) * variance.squareRoot()
    let value = first.value - second.value
    self.first = first
    self.second = second
    self.churned = churned.count
    self.kept = kept.count
    interval = max(-1, value - margin)...min(1, value + margin)
  }

  /// Compares both signs of each account; accounts that lack one are excluded.
  public init?(
    of calls: some Sequence<Backtest.Call>, _ first: (Backtest.Call) -> Double?,
    against second: (Backtest.Call) -> Double?, among comparisons: Int
  ) {
    var churned: [(first: Double, second: Double)] = []
    var kept: [(first: Double, second: Double)] = []
    for call in calls {
      guard let first = first(call), let second = second(call) else { continue }
      if call.churned { churned.append((first, second)) } else { kept.append((first, second)) }
    }
    self.init(churned: churned, kept: kept, among: comparisons)
  }

  /// For each churned account the share of kept ones above it, and for each kept one the share of churned ones below.
  private static func placements(_ churned: [Double], _ kept: [Double]) -> [[Double]] {
    let sortedKept = kept.sorted()
    let sortedChurned = churned.sorted()
    return [churned.map(sortedKept.shareAbove), kept.map { 1 - sortedChurned.shareAbove($0) }]
  }

  private static func variance(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }
}
