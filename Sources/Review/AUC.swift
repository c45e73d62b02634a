/// How well low scores single out the accounts that churned: the area under the ROC curve.
public struct AUC: Hashable, Sendable {
  /// The fewest churned, and the fewest kept, accounts for which a figure is given.
  public static let fewest = 10

  /// The chance that a churned account scored lower than a kept one, ties counting half; 0.5 is a coin.
  public let value: Double
  /// The Hanley–McNeil 95 % interval, clipped to 0–1.
  public let interval: ClosedRange<Double>

  /// Nil with fewer than 10 churned or 10 kept accounts: not enough outcomes yet.
  public init?(churned: [Double], kept: [Double]) {
    guard churned.count >= AUC.fewest, kept.count >= AUC.fewest else { return nil }
    let value = AUC.area(churned: churned, kept: kept)
    let positives = Double(churned.count)
    let negatives = Double(kept.count)
    let square = value * value
    let variance =
      (value * (1 - value) + (positives - 1) * (value / (2 - value) - square)
        + (negatives - 1) * (2 * square / (1 + value) - square)) / (positives * negatives)
    let margin = Rate.z * max(0, variance).squareRoot()
    self.value = value
    interval = max(0, value - margin)...min(1, value + margin)
  }

  /// (concordant pairs + half the ties) ÷ all pairs, by ranks.
  static func area(churned: [Double], kept: [Double]) -> Double {
    let sorted = kept.sorted()
    var concordant = 0.0
    for score in churned {
      var below = 0
      var high = sorted.count
      while below < high {
        let middle = (below + high) / 2
        if sorted[middle] < score { below = middle + 1 } else { high = middle }
      }
      var notAbove = below
      high = sorted.count
      while notAbove < high {
        let middle = (notAbove + high) / 2
        if sorted[middle] <= score { notAbove = middle + 1 } else { high = middle }
      }
      concordant += Double(sorted.count - notAbove) + Double(notAbove - below) / 2
    }
    return concordant / (Double(churned.count) * Double(kept.count))
  }
}
