public import Health

/// How well one dimension predicts churn, alone and as part of the score.
public struct DimensionWorth: Sendable {
  /// Its name in the model.
  public let id: String
  /// The dimension alone against the whole score, over the accounts that have both; nil with too few outcomes.
  public let alone: AUCDifference?
  /// The score without the dimension against the whole score; nil with too few outcomes.
  ///
  /// A difference above 0 means that the score would have done better without it.
  public let leftOut: AUCDifference?
}

extension Backtest.Result {
  /// Every weighted dimension, in the order of the base model, with the scores of today's models; empty when there is
  /// only one, which is the score itself.
  ///
  /// The intervals of all comparisons, two per dimension, hold at once.
  public func dimensions(of models: Models) -> [DimensionWorth] {
    let weighted = models.all[0].dimensions.indices.filter { dimension in
      models.all.contains { model in
        model.dimensions[dimension].weight > 0 && model.dimensions[dimension].measures.contains { $0.weight > 0 }
      }
    }
    guard weighted.count > 1 else { return [] }
    let comparisons = 2 * weighted.count
    return weighted.map { dimension in
      DimensionWorth(
        id: models.all[0].dimensions[dimension].id,
        alone: AUCDifference(
          of: calls, { $0.rescoring?.dimensions[dimension].map(settled) }, against: { $0.rescoring?.sign },
          among: comparisons),
        leftOut: AUCDifference(
          of: calls,
          { call in
            call.rescoring?.score(without: dimension, by: models.all[models.segments[call.segment].model])
              .map(settled)
          }, against: { $0.rescoring?.sign }, among: comparisons))
    }
  }
}

extension Backtest.Rescoring {
  /// Σ W·D ÷ Σ W over the other dimensions; nil when none of them counts.
  func score(without left: Int, by model: Model) -> Double? {
    var sum = 0.0
    var weight = 0.0
    for (index, dimension) in model.dimensions.enumerated() where index != left && dimension.weight > 0 {
      guard let score = dimensions[index] else { continue }
      sum += dimension.weight * score
      weight += dimension.weight
    }
    return weight > 0 ? sum / weight : nil
  }
}
