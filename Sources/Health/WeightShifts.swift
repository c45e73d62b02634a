/// A fixed set of shifts of a model's weights, which show how far a band depends on weights that nobody knows exactly.
///
/// Every weight of a dimension and of a measure is multiplied by a factor of its own between 0.8 and 1.2. The factors
/// come from a generator with a fixed seed, so an edition tries the same shifts as the one before; the first factor of
/// the first shift is 1.15332….
public struct WeightShifts: Sendable {
  /// The number of shifts tried: enough to detect one in a hundred.
  public static let count = 100
  /// The largest share by which a weight moves: about how far two people's choices of a weight differ.
  public static let largest = 0.2

  private let weights: [[ModelWeights]]

  /// Prepares the shifts of every model.
  init(_ models: [Model]) {
    weights = models.map { model in
      // Each model draws from the beginning, so that the same factors apply to the same weights until one of them has
      // a measure of its own.
      var generator = SeededBits(seed: 0)
      let base = ModelWeights(model)
      return (0..<Self.count).map { _ in
        base.scaled(by: (0..<(base.dimensions.count + base.measures.count)).map { _ in generator.factor() })
      }
    }
  }

  /// The weights of the model at a position, with each of the shifts.
  func weights(ofModel model: Int) -> [ModelWeights] { weights[model] }
}

extension SeededBits {
  /// A factor uniformly distributed from 1 − `WeightShifts.largest` to 1 + `WeightShifts.largest`.
  mutating func factor() -> Double {
    // The upper 53 bits give a number in [0, 1).
    let unit = Double(next() >> 11) * 0x1p-53
    return 1 + WeightShifts.largest * (2 * unit - 1)
  }
}

extension DayScorer {
  /// For each of the given accounts, the number of shifts under which its band changes.
  ///
  /// - Parameter details: accounts with their scores on this day.
  public func bandChanges(of details: [(account: Int, detail: ScoreDetail)]) -> [Int] {
    let shifts = WeightShifts(scorer.models.all)
    var workspace = Workspace()
    return details.map { account, detail in
      let model = scorer.modelIndex(of: account)
      return shifts.weights(ofModel: model).count { weights in
        band(of: account, measures: detail.measures, weights: weights, using: &workspace) != detail.score.band
      }
    }
  }
}
