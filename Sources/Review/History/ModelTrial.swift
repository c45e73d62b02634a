public import Health

/// What another model would make of the portfolio, before it is adopted.
public struct ModelTrial: Sendable {
  /// The other models.
  public let models: Models
  /// The comparison of the active models' scores with those of the others, on the same day and data.
  public let comparison: EditionComparison
  /// Whether the scores of either would have predicted what happened, all scored again so that they are comparable.
  public let backtests: [(inForce: Backtest.Result, onTrial: Backtest.Result)]

  /// Scores the portfolio of a review by other models.
  ///
  /// - Parameters:
  ///   - segmentOf: for each account, the index of its segment in the other models.
  ///   - name: distinguishes the other models from the active ones, for example their version.
  public init(of models: Models, segmentOf: [Int], named name: String, against review: Review) async {
    self.models = models
    let scorer = Scorer(evidence: review.evidence, models: models, segmentOf: segmentOf)
    let session = scorer.session(on: review.asOf)
    let scores = review.evidence.accounts.indices.map { account in
      session.detail(of: account).map {
        RecordedScore($0, by: scorer.model(of: account), arr: review.evidence.accounts[account].arr)
      }
    }
    let onTrial = EditionRecord(
      edition: review.edition, asOf: review.asOf, modelVersion: name, models: models, scores: scores)
    comparison = EditionComparison(
      from: EditionRecord(accounts: review.accounts, scorer: review.scorer), to: onTrial, scorer: review.scorer)
    let none = History(accounts: review.evidence.accounts.count)
    async let inForce = Backtest(review.scorer, judgement: review.judgement, history: none)
    async let trial = Backtest(scorer, judgement: review.judgement, history: none)
    backtests = Array(zip(await inForce.results, await trial.results)).map { ($0, $1) }
  }
}
