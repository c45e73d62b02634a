/// A score by dimensions: what is needed to explain why it changed.
public struct ScoreParts: Hashable, Sendable {
  /// The score of one dimension.
  public struct Part: Hashable, Sendable {
    /// The dimension's name in the model.
    public let id: String
    /// Its weight in the model.
    public let weight: Double
    /// The dimension's score, 0–100; nil when nothing in it could be counted.
    public let score: Double?

    /// Creates a part from the dimension of a model and its score.
    public init(id: String, weight: Double, score: Double?) {
      self.id = id
      self.weight = weight
      self.score = score
    }
  }

  /// The parts in the order of the model.
  public let parts: [Part]

  /// Creates the parts from the dimensions of a score.
  public init(_ parts: [Part]) {
    self.parts = parts
  }

  /// Creates the parts from a score by a model.
  public init(_ detail: ScoreDetail, by model: Model) {
    parts = zip(model.dimensions, detail.dimensions).map { dimension, score in
      Part(id: dimension.id, weight: dimension.weight, score: score?.score)
    }
  }

  /// The score with its own weights, 0–100; nil when nothing could be counted.
  public var score: Double? { score(weightedBy: self) }

  /// The score with the weights of another model, 0–100; nil when they share no dimension that counts.
  func score(weightedBy other: ScoreParts) -> Double? {
    var mean = WeightedMean()
    for part in parts {
      guard let score = part.score, let weight = other.parts.first(where: { $0.id == part.id })?.weight, weight > 0
      else { continue }
      mean.add(score, weight: weight)
    }
    return mean.value
  }
}

extension ScoreParts {
  /// The dimension whose contribution differs most from that by another model, in the given direction, in points.
  ///
  /// With scores of 60 and 80, equal weights contribute 30 and 40, and weights of 3 to 1 contribute 45 and 20: the
  /// second dimension loses most, 20 points.
  public func largestShift(to other: ScoreParts, isRise: Bool) -> (dimension: String, points: Double)? {
    let (before, after) = (contributions, other.contributions)
    let shifts = Set(before.keys).union(after.keys).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { (dimension: $0, points: (after[$0] ?? 0) - (before[$0] ?? 0)) }
      .filter { isRise ? $0.points > 0 : $0.points < 0 }
    return shifts.max { abs($0.points) < abs($1.points) }
  }

  private var contributions: [String: Double] {
    let counted = parts.filter { $0.score != nil }
    let total = counted.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return [:] }
    return Dictionary(
      counted.map { ($0.id, $0.weight * ($0.score ?? 0) / total) }, uniquingKeysWith: { first, _ in first })
  }
}

/// Why a score differs from that in an earlier edition: three parts, in points, that add up to the change of the exact
/// score.
///
/// With W0, W1 the models' weights normalised to 1, D0 the earlier edition's dimension scores as published, D0′ the
/// earlier day scored again today by the earlier model, and D1 today's: late data = Σ W0·(D0′ − D0), behaviour =
/// Σ w̄·(D1 − D0′) and model = Σ D̄·(W1 − W0), where bars are means of the two ends. If the model now reads a measure
/// differently, the earlier day is also scored by the new model, and the difference counts as model.
///
/// For example, 60 and 80 with equal weights, the first becoming 50 through late data, turn into 40 and 80 with weights
/// 3 to 1: 70 becomes 50, of which −5 are late data, −6.25 behaviour and −8.75 the model.
public struct ScoreChange: Hashable, Sendable {
  /// Points from rows that arrived, or were corrected, after the earlier edition.
  public let lateData: Double
  /// Points from the account's behaviour between the two days.
  public let behaviour: Double
  /// Points from the changes to the model.
  public let model: Double

  /// The change of the exact score.
  public var total: Double { lateData + behaviour + model }

  /// The causes of a change.
  public enum Cause: String, CaseIterable, Sendable {
    case behaviour, model
    case lateData = "late_data"
  }

  /// The largest part in size; of equal ones the first, in the order of `Cause`.
  public var cause: Cause {
    let parts: [(Cause, Double)] = [(.behaviour, behaviour), (.model, model), (.lateData, lateData)]
    return parts.reduce(parts[0]) { abs($1.1) > abs($0.1) + Score.tolerance ? $1 : $0 }.0
  }

  /// Creates a change from its three parts.
  public init(lateData: Double, behaviour: Double, model: Double) {
    self.lateData = lateData
    self.behaviour = behaviour
    self.model = model
  }

  /// Splits a change into its parts; nil when either end, or the earlier day as seen today, has nothing to count.
  ///
  /// - Parameters:
  ///   - published: the earlier day, as published.
  ///   - restated: the earlier day by the earlier model, on today's data.
  ///   - remodelled: the earlier day by the later model, on today's data.
  ///   - now: the later day by the later model.
  public init?(published: ScoreParts, restated: ScoreParts, remodelled: ScoreParts, now: ScoreParts) {
    guard let before = published.score, let seenToday = restated.score, let byNewModel = remodelled.score,
      let after = now.score
    else { return nil }
    lateData = seenToday - before
    // Half the effect of the data under the old weights and half under the new ones: with every dimension counted at
    // both ends this is the formula above, and it still adds up when one is excluded at an end.
    if let dataThen = remodelled.score(weightedBy: restated), let dataNow = now.score(weightedBy: restated) {
      behaviour = (dataNow - dataThen + after - byNewModel) / 2
      model = dataThen - seenToday + (byNewModel - dataThen + after - dataNow) / 2
    } else {
      behaviour = after - byNewModel
      model = byNewModel - seenToday
    }
  }
}
