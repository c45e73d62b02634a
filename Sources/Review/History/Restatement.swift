public import Health

/// The scores of past editions' days on today's data, by the models that scored those editions.
///
/// When such a score differs from the published one, rows have arrived late or were corrected; when it differs from the
/// score by today's model, the model has changed.
public struct Restatement: Sendable {
  /// The last revision of each of the last 52 weeks whose models are on record: by position in the history, where its
  /// scores are.
  private var days: [Int: (scores: ScoresByDay, day: Int)] = [:]

  init(_ scorer: Scorer, trend: Trend, history: History) async {
    let asOf = scorer.evidence.asOf
    var restated: [Models: [Int]] = [:]
    for (position, edition) in history.editions.enumerated() {
      guard let models = history.models[position], !history.isReplaced(position), edition.asOf <= asOf,
        asOf - edition.asOf < 7 * Trend.weeks
      else { continue }
      let weeks = (asOf - edition.asOf) / 7
      if trend.day(weeksAgo: weeks) == edition.asOf, models.scoresLike(scorer.models) {
        days[position] = (trend.scores, weeks)
      } else {
        restated[models, default: []].append(position)
      }
    }
    for (models, positions) in restated {
      let scores = await PastScorer(models, like: scorer).scores(on: positions.map { history.editions[$0].asOf })
      for (day, position) in positions.enumerated() { days[position] = (scores, day) }
    }
  }

  /// The score of an account on the day of the edition at a position of the history; nil when it was not a customer
  /// then or the edition is not restated.
  public func score(of account: Int, edition position: Int) -> TrendScore? {
    days[position].flatMap { $0.scores[account, $0.day] }
  }
}
