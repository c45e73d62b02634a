/// A group of measures that answer one question about an account.
public struct Dimension: Hashable, Sendable {
  /// The id of the dimension whose falls Vigie also watches on their own.
  public static let usage = "usage"

  /// Its name in the model.
  public let id: String
  /// Its share of the score; 0 turns it off.
  public var weight: Double
  /// The measures in the order of the model.
  public var measures: [MeasureDefinition]

  /// Creates a dimension from id, weight and measures.
  public init(id: String, weight: Double, measures: [MeasureDefinition]) {
    self.id = id
    self.weight = weight
    self.measures = measures
  }
}

/// A rule that bounds the band, never the score: "no contact for four months" can hold a green account at yellow.
public struct Cap: Hashable, Sendable {
  /// The key of the measure whose value is compared, fresh or stale.
  public let measure: String
  /// The limit that matching values are strictly above, if any.
  public let above: Double?
  /// The limit that matching values are strictly below, if any.
  public let below: Double?
  /// The best band that a matching account can have.
  public let band: Band
  /// The reason, as the model's author wrote it.
  public let why: String

  /// Creates a cap from a measure's key, its limits, the band and the reason.
  public init(measure: String, above: Double?, below: Double?, band: Band, why: String) {
    self.measure = measure
    self.above = above
    self.below = below
    self.band = band
    self.why = why
  }

  /// True when a value lies strictly beyond either limit.
  public func matches(_ value: Double) -> Bool {
    above.map { value > $0 } ?? false || below.map { value < $0 } ?? false
  }
}

/// The composition of a score for one kind of customer.
public struct Model: Hashable, Sendable {
  /// `default` for the base model.
  public let id: String
  /// The dimensions in the order of the model file.
  public var dimensions: [Dimension]
  /// The band edges of published scores.
  public var bands: BandEdges
  /// The smallest coverage, 0–1, at which a score is published.
  public var coverageFloor: Double
  /// The caps, in the order in which they are tried.
  public var caps: [Cap]

  /// The coverage floor by default: with less than two fifths known, a score says more about the gaps.
  public static let usualCoverageFloor = 0.4

  /// Creates a model from its parts.
  public init(
    id: String, dimensions: [Dimension], bands: BandEdges = BandEdges(), coverageFloor: Double = usualCoverageFloor,
    caps: [Cap] = []
  ) {
    self.id = id
    self.dimensions = dimensions
    self.bands = bands
    self.coverageFloor = coverageFloor
    self.caps = caps
  }
}

extension Model {
  /// The measure with a key, of any weight.
  public func measure(_ key: String) -> MeasureDefinition? {
    dimensions.lazy.flatMap(\.measures).first { $0.key == key }
  }

  /// Each measure's key with its share of the whole weight, W·w ÷ (Σ w · Σ W), in the order of the model.
  public var weightShares: [(key: String, weight: Double)] {
    let weighted = dimensions.map { dimension in dimension.measures.map(\.weight).reduce(0, +) }
    let whole = zip(dimensions, weighted).map { $1 > 0 ? $0.weight : 0 }.reduce(0, +)
    return zip(dimensions, weighted).flatMap { dimension, sum in
      dimension.measures.map { ($0.key, sum > 0 && whole > 0 ? dimension.weight * $0.weight / (sum * whole) : 0) }
    }
  }
}
