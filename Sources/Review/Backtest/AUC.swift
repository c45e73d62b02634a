/// How well low scores single out the accounts that churned: the area under the ROC curve.
public struct AUC: Hashable, Sendable {
  /// The fewest churned, and the fewest kept, accounts for which a figure is given: with fewer, its interval is so wide
  /// that it would only be misread.
  public static let fewest = 10

  /// The chance that a churned account scored lower than a kept one, ties counting half; 0.5 is a coin.
  public let value: Double
  /// The Hanley–McNeil 95 % interval, clipped to 0–1.
  public let interval: ClosedRange<Double>

  /// What can be relied on: the interval, or where that has no width the Wilson interval of as many pairs as can be made
  /// without taking an account twice.
  ///
  /// Where every churned account scored lower than every kept one, or every one higher, the formula's variance is 0. Pairs
  /// that share no account are independent, and of k such pairs all k came out alike: of 10 churned and 12 kept
  /// accounts that were parted completely the AUC is 1 and lies above 0.722, which is 10 ÷ (10 + 1.96²).
  public let reliable: ClosedRange<Double>

  /// True when the outcomes are parted completely, so that no width can be estimated from them.
  public var isWithoutWidth: Bool { value == 0 || value == 1 }

  /// Nil with fewer than `fewest` churned or kept accounts: not enough outcomes yet.
  public init?(churned: [Double], kept: [Double]) {
    guard churned.count >= AUC.fewest, kept.count >= AUC.fewest else { return nil }
    let value = AUC.area(churned: churned, kept: kept)
    let margin = AUC.margin(of: value, churned: Double(churned.count), kept: Double(kept.count))
    self.value = value
    interval = max(0, value - margin)...min(1, value + margin)
    let pairs = min(churned.count, kept.count)
    let bound = Rate(pairs, of: pairs).interval?.lowerBound ?? 0
    reliable = value == 1 ? bound...1 : value == 0 ? 0...(1 - bound) : interval
  }

  /// The figure for whatever is known of each account, lower meaning churn; accounts without it are left out.
  public init?(of calls: some Sequence<Backtest.Call>, by sign: (Backtest.Call) -> Double?) {
    var churned: [Double] = []
    var kept: [Double] = []
    for call in calls {
      guard let value = sign(call) else { continue }
      if call.churned { churned.append(value) } else { kept.append(value) }
    }
    self.init(churned: churned, kept: kept)
  }

  /// Half the width of the Hanley–McNeil 95 % interval.
  ///
  /// The variance is (A(1 − A) + (m − 1)(A ÷ (2 − A) − A²) + (n − 1)(2A² ÷ (1 + A) − A²)) ÷ mn for m churned and n kept.
  static func margin(of value: Double, churned: Double, kept: Double) -> Double {
    let square = value * value
    let variance =
      (value * (1 - value) + (churned - 1) * (value / (2 - value) - square)
        + (kept - 1) * (2 * square / (1 + value) - square)) / (churned * kept)
    return Rate.z * max(0, variance).squareRoot()
  }

  /// (concordant pairs + half the ties) ÷ all pairs, by ranks.
  static func area(churned: [Double], kept: [Double]) -> Double {
    let sorted = kept.sorted()
    return churned.reduce(0) { $0 + sorted.shareAbove($1) } / Double(churned.count)
  }
}

extension [Double] {
  /// Of sorted values, the share above one, those equal to it counting half.
  func shareAbove(_ value: Double) -> Double {
    let notBelow = partition { $0 >= value }
    let above = partition { $0 > value }
    return (Double(count - above) + Double(above - notBelow) / 2) / Double(count)
  }

  /// The first position of sorted values from which on all match.
  private func partition(_ matches: (Double) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if matches(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
