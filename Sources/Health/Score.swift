/// The health of one account on one day.
public struct Score: Hashable, Sendable {
  /// The weighted mean of the dimensions, unrounded, 0–100; nil when nothing could be counted.
  public let exact: Double?
  /// The published score: the whole number nearest to `exact`, halves upwards; nil under the coverage floor.
  public let published: Int?
  /// The least `exact` could be: 0 for every measure without fresh data.
  public let low: Double
  /// The most `exact` could be: 100 for every measure without fresh data.
  public let high: Double
  /// The share of the whole weight that rests on fresh values, 0–1.
  public let coverage: Double
  /// The band after caps.
  public let band: Band
  /// The band of the published score alone.
  public let uncappedBand: Band
  /// The index of the cap that binds, in the model's list; nil when none does.
  public let cap: Int?

  /// What arithmetic may leave a figure short of: values closer than this are the same.
  public static let tolerance = 1e-9
}

/// What one measure adds to a score.
public struct MeasureScore: Hashable, Sendable {
  /// What was read.
  public let observation: Observation
  /// The sub-score of the value, 0–100; nil without a value.
  public let score: Double?
  /// What counts after the rule for absence, 0–100; nil when it was left out.
  public let counted: Double?
}

/// What one dimension adds to a score.
public struct DimensionScore: Hashable, Sendable {
  /// The weighted mean of what its measures count, 0–100; nil when all were left out.
  public let score: Double?
  /// Points of the whole score that come from this dimension; nil when it was left out.
  public let contribution: Double?
  /// The share of its weight that rests on fresh values, 0–1.
  public let coverage: Double
}

/// A score with all that it is made of.
public struct ScoreDetail: Sendable {
  /// The result.
  public let score: Score
  /// In the order of the model; nil for a dimension without weight.
  public let dimensions: [DimensionScore?]
  /// In the order of the model, dimension after dimension; nil for a measure that was not read.
  public let measures: [MeasureScore?]
}

/// The published score for an exact one: 69.5 is 70, and so is a 69.5 that arithmetic left a billionth short.
public func publishedScore(of exact: Double) -> Int {
  Int((exact + 0.5 + Score.tolerance).rounded(.down))
}
