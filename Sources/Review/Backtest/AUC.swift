import Health

/// How well low scores single out the accounts that churned: the area under the ROC curve.
public struct AUC: Hashable, Sendable {
  /// The fewest churned, and the fewest kept, accounts that a figure needs: with fewer, its interval is so wide that it
  /// would be misread.
  public static let fewest = 10

  /// The chance that a churned account scored lower than a kept one, ties counting half; 0.5 is a coin.
  public let value: Double
  /// The Hanley–McNeil 95 % interval, clipped to 0–1.
  public let interval: ClosedRange<Double>

  /// The reliable range: the interval, or, if that has no width, the Wilson interval of as many pairs as can be formed
  /// without using an account twice.
  ///
  /// When every churned account scored lower than every kept one, or every one higher, the formula's variance is 0.
  /// Pairs that share no account are independent, and all k of k such pairs came out alike: for 10 churned and 12 kept
  /// accounts that were separated completely the AUC is 1 and is above 0.722, which is 10 ÷ (10 + 1.96²).
  public let reliable: ClosedRange<Double>

  /// True when the outcomes are separated completely, so that they give no estimate of a width.
  public var isWithoutWidth: Bool { value == 0 || value == 1 }

  /// Creates an AUC; nil with fewer than `fewest` churned or kept accounts, which is not enough yet.
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

  /// Creates an AUC from a sign known for each account, lower meaning churn; accounts without it are excluded.
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
  /// The variance is (A(1 − A) + (m − 1)(A ÷ (2 − A) − A²) + (n − 1)(2A² ÷ (1 + A) − A²)) ÷ mn for m churned and n
  /// kept.
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
  /// The share of sorted values above the given one; equal values count half.
  func shareAbove(_ value: Double) -> Double {
    let notBelow = partitioningIndex { $0 >= value }
    let above = partitioningIndex { $0 > value }
    return (Double(count - above) + Double(above - notBelow) / 2) / Double(count)
  }
}
