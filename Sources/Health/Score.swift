/// The health of one account on one day.
public struct Score: Hashable, Sendable {
  /// The weighted mean of the dimensions, unrounded, 0–100; nil when nothing could be counted.
  public let exact: Double?
  /// The published score: the whole number nearest to `exact`, halves upwards; nil below the coverage floor.
  public let published: Int?
  /// The lowest that `exact` could be: every measure without fresh data counts 0.
  public let low: Double
  /// The highest that `exact` could be: every measure without fresh data counts 100.
  public let high: Double
  /// The share of the whole weight with fresh values, 0–1.
  public let coverage: Double
  /// The band after caps.
  public let band: Band
  /// The band of the published score alone.
  public let uncappedBand: Band
  /// The index of the binding cap in the model's list; nil when none binds.
  public let cap: Int?

  /// The tolerance for arithmetic: values closer than this are the same.
  public static let tolerance = 1e-9
}

/// The contribution of one measure to a score.
public struct MeasureScore: Hashable, Sendable {
  /// The reading.
  public let observation: Observation
  /// The sub-score of the value, 0–100; nil without a value.
  public let score: Double?
  /// What counts after the rule for absence, 0–100; nil when it is excluded.
  public let counted: Double?
}

/// The contribution of one dimension to a score.
public struct DimensionScore: Hashable, Sendable {
  /// The weighted mean of what its measures count, 0–100; nil when all are excluded.
  public let score: Double?
  /// The points of the whole score from this dimension; nil when it is excluded.
  public let contribution: Double?
  /// The share of its weight with fresh values, 0–1.
  public let coverage: Double
}

/// A score with all its parts.
public struct ScoreDetail: Sendable {
  /// The score.
  public let score: Score
  /// The dimensions in the order of the model; nil for one without weight.
  public let dimensions: [DimensionScore?]
  /// The measures in the order of the model, dimension by dimension; nil for one that was not read.
  public let measures: [MeasureScore?]
}

/// The published score for an exact one: 69.5 becomes 70, even if arithmetic left it a billionth short.
public func publishedScore(of exact: Double) -> Int {
  Int((exact + 0.5 + Score.tolerance).rounded(.down))
}
