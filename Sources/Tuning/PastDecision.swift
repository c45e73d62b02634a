public import Health
public import Review

/// An account that decided to stay or to leave, and what its dimensions were worth some time before.
public struct PastDecision: Hashable, Sendable {
  /// The day of the decision: of the notice, else of the outcome.
  public let decidedOn: Day
  /// True when it left.
  public let churned: Bool
  /// The position of its model in `Models.all`.
  public let model: Int
  /// Sub-scores, 0–100, in the order of the model; nil for a dimension that was left out.
  public let dimensions: [Double?]

  /// Takes what is known of one account.
  public init(decidedOn: Day, churned: Bool, model: Int = 0, dimensions: [Double?]) {
    self.decidedOn = decidedOn
    self.churned = churned
    self.model = model
    self.dimensions = dimensions
  }

  /// The accounts of a backtest that had a score then, as today's model gives it from what was known then.
  public static func all(in result: Backtest.Result, models: Models) -> [PastDecision] {
    result.calls.compactMap { call in
      guard let rescoring = call.rescoring, rescoring.exact != nil else { return nil }
      return PastDecision(
        decidedOn: call.decidedOn, churned: call.churned, model: models.segments[call.segment].model,
        dimensions: rescoring.dimensions)
    }
  }
}
