/// The weights that foretell outcomes best under a penalty.
public struct LogisticFit: Hashable, Sendable {
  /// The log odds of a row of zeros.
  public let intercept: Double
  /// What one unit of each number adds to the log odds; at least 0.
  public let weights: [Double]
  /// How far the point is from meeting the conditions of a least point: the largest slope of a free weight or the
  /// intercept, or the largest downward slope of a weight at 0.
  public let residual: Double
}

/// Why there is no fit.
public struct FitFailure: Error, Hashable, Sendable {
  /// What went wrong, in words.
  public let reason: String
}
