public import Health

/// The scores of past editions' days on today's data, by the models that scored those editions.
///
/// When such a score differs from the published one, rows have arrived late or were corrected; when it differs from the
/// score by today's model, the model has changed.
public struct Restatement: Sendable {
  /// The last revision of each of the last 52 weeks whose models are on record: by position in the history.
  private let days: [Int: Scores]
  private let trend: Trend

  private enum Scores: Sendable {
    case trend(weeksAgo: Int)
    case own([TrendScore?])
  }

  init(_ scorer: Scorer, trend: Trend, history: History) async {
    self.trend = trend
    let asOf = scorer.evidence.asOf
    days = await withTaskGroup(of: (Int, Scores).self) { group in
      for (position, edition) in history.editions.enumerated() {
        guard let models = history.models[position], !history.isReplaced(position),
          edition.asOf <= asOf, asOf - edition.asOf < 7 * Trend.weeks
        else { continue }
        let weeks = (asOf - edition.asOf) / 7
        let isSameModel = models.scoresLike(scorer.models)
        group.addTask {
          if isSameModel, trend.day(weeksAgo: weeks) == edition.asOf { return (position, .trend(weeksAgo: weeks)) }
          return (position, .own(PastScorer(models, like: scorer).scores(on: edition.asOf)))
        }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
  }

  /// The score of an account on the day of the edition at a position of the history; nil when it was not a customer
  /// then or the edition is not restated.
  public func score(of account: Int, edition position: Int) -> TrendScore? {
    switch days[position] {
    case .trend(let weeksAgo): trend.score(of: account, weeksAgo: weeksAgo)
    case .own(let scores): scores[account]
    case nil: nil
    }
  }
}
