public import Health
public import Review

/// An account that decided to stay or to leave, with the scores of its dimensions some time before.
public struct PastDecision: Hashable, Sendable {
  /// The day of the decision: of the notice, or else of the outcome.
  public let decidedOn: Day
  /// True when it left.
  public let churned: Bool
  /// The position of its model in `Models.all`.
  public let model: Int
  /// Sub-scores, 0–100, in the order of the model; nil for an excluded dimension.
  public let dimensions: [Double?]

  /// Creates the decision of one account.
  public init(decidedOn: Day, churned: Bool, model: Int = 0, dimensions: [Double?]) {
    self.decidedOn = decidedOn
    self.churned = churned
    self.model = model
    self.dimensions = dimensions
  }

  /// The accounts of a backtest with a score at that time, computed by today's model from what was known then.
  public static func all(in result: Backtest.Result, models: Models) -> [PastDecision] {
    result.calls.compactMap { call in
      guard let rescoring = call.rescoring, rescoring.exact != nil else { return nil }
      return PastDecision(
        decidedOn: call.decidedOn, churned: call.churned, model: models.segments[call.segment].model,
        dimensions: rescoring.dimensions)
    }
  }
}
