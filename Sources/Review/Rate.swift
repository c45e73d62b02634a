/// A share of counted things with its uncertainty.
public struct Rate: Hashable, Sendable {
  /// The usual confidence of intervals, in per cent.
  public static let confidence = 95
  /// The two-sided quantile of the standard normal distribution for that confidence.
  static let z = 1.959964

  /// The smallest cohort that gets a rate; in a smaller one, one account is more than five points.
  public static let smallestRated = 20

  /// How many had the property.
  public let count: Int
  /// The number counted from.
  public let n: Int

  /// Creates a rate from a count out of `n`.
  public init(_ count: Int, of n: Int) {
    self.count = count
    self.n = n
  }

  /// count ÷ n, 0–1; nil when `n` is 0.
  public var share: Double? { n > 0 ? Double(count) / Double(n) : nil }

  /// The Wilson 95 % interval of the share; nil when `n` is 0.
  ///
  /// For 2 of 60 it is 0.9 % to 11.4 %.
  public var interval: ClosedRange<Double>? {
    guard let share else { return nil }
    let n = Double(self.n)
    let square = Rate.z * Rate.z
    let centre = share + square / (2 * n)
    let margin = Rate.z * (share * (1 - share) / n + square / (4 * n * n)).squareRoot()
    let scale = 1 + square / n
    return max(0, (centre - margin) / scale)...min(1, (centre + margin) / scale)
  }
}
