public import Health
import Review
import Site

/// The points that one dimension and its measures add to the score; rounded, they still add up.
public struct DimensionPoints: Sendable {
  /// The points that one measure adds.
  public struct Measure: Sendable {
    /// The measure.
    public let definition: MeasureDefinition
    /// What was observed, with its unit and in characters that a terminal has; nil when nothing was.
    public let value: String?
    /// Whether the value is fresh, and the day of the observation.
    public let state: String
    /// What the value counts, from 0 to 100; nil when it is excluded.
    public let counted: Double?
    /// Its share of the score.
    public let share: Double
    /// The points that it adds to the score; nil when it is excluded.
    public let points: Double?
  }

  /// The dimension's name in the model.
  public let id: String
  /// Its share of the score.
  public let share: Double
  /// The points that it adds to the score; nil when it is excluded.
  public let points: Double?
  /// Its measures with a weight.
  public let measures: [Measure]

  /// Splits the score of an account into its dimensions.
  static func all(_ account: AccountReview, measures: MeasureWords) -> [DimensionPoints] {
    let model = account.model
    let counted = zip(model.dimensions, account.detail.dimensions).map { $1?.score == nil ? 0 : $0.weight }
    let whole = counted.reduce(0, +)
    let contributions = account.detail.dimensions.map { $0?.contribution ?? 0 }
    let printed = apportioned(contributions, to: account.score.exact ?? 0, decimals: 2)
    var first = 0
    return model.dimensions.indices.compactMap { index in
      let dimension = model.dimensions[index]
      let positions = first..<(first + dimension.measures.count)
      first = positions.upperBound
      guard let score = account.detail.dimensions[index] else { return nil }
      let share = whole > 0 ? counted[index] / whole : 0
      return DimensionPoints(
        id: dimension.id, share: share, points: score.score == nil ? nil : printed[index],
        measures: parts(of: dimension, account, measures, at: positions, share: share, points: printed[index]))
    }
  }

  private static func parts(
    of dimension: Dimension, _ account: AccountReview, _ words: MeasureWords, at positions: Range<Int>, share: Double,
    points: Double
  ) -> [Measure] {
    let read = zip(dimension.measures, positions).compactMap { definition, position in
      definition.weight > 0 ? account.detail.measures[position].map { (definition, $0) } : nil
    }
    let weight = read.reduce(0) { $0 + ($1.1.counted == nil ? 0 : $1.0.weight) }
    let shares = read.map { weight > 0 && $0.1.counted != nil ? share * $0.0.weight / weight : 0 }
    let printed = apportioned(zip(read, shares).map { ($0.1.counted ?? 0) * $1 }, to: points, decimals: 2)
    return read.indices.map { index in
      let (definition, measure) = read[index]
      let day = measure.observation.observedOn.map { " \($0)" } ?? ""
      return Measure(
        definition: definition, value: measure.observation.value.map { plain(words.text($0, of: definition)) },
        state: measure.observation.state.rawValue + day,
        counted: measure.counted, share: shares[index], points: measure.counted == nil ? nil : printed[index])
    }
  }
}
