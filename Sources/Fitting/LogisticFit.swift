/// The weights that predict outcomes best under a penalty.
public struct LogisticFit: Hashable, Sendable {
  /// The log odds of a row of zeros.
  public let intercept: Double
  /// The log odds that one unit of each number adds; at least 0.
  public let weights: [Double]
  /// The distance of the point from meeting the conditions of a minimum: the largest slope of a free weight or the
  /// intercept, or the largest downward slope of a weight at 0.
  public let residual: Double
}

/// Why the problem could not be fitted.
public struct FitFailure: Error, Hashable, Sendable {
  /// The reason, in words.
  public let reason: String
}
