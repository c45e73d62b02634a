import Charts
import Health
import Review

/// Composes the head of an account page.
struct HeroPieceComposer: Composer {
  let tell: Telling

  func piece(_ account: AccountReview) -> HeroPiece {
    let score = account.score
    let judgements = JudgementRows(tell: tell, reader: ownPage)
    let values: Places = [
      "low": formats.fixed(score.low, decimals: 0), "high": formats.fixed(score.high, decimals: 0),
      "score": score.published.map(String.init) ?? "", "band": words.code(.band, score.band.rawValue),
    ]
    let title = words(
      score.published == nil ? .intervalUnscored : score.low < score.high ? .intervalTitle : .intervalTitleExact, values
    )
    let interval = IntervalBar(
      score: score.published, band: score.band, low: score.low, high: score.high, edges: account.model.bands,
      title: title,
      words: tableOfScores(
        words(.theScore), heads: [.fact, .value],
        rows: [.scoreRow, .ifWorst, .ifBest, .yellowFrom, .greenFrom].map { words($0) }))
    let isScored = score.published != nil
    let isComplete = isScored && score.low == score.high && score.coverage >= 1 - Score.tolerance
    return HeroPiece(
      score: score.published.map(String.init) ?? "", band: score.band.rawValue,
      bandWord: words.code(.band, score.band.rawValue),
      direction: isScored ? MoveWords(tell: tell).directionWords(account) : "", interval: figure(interval),
      intervalWords: isComplete ? "" : words(score.low < score.high ? .intervalWords : .intervalNone, values),
      edge: edge(account),
      dataState: isComplete ? words(account.isRobust ? .dataCompleteStable : .dataComplete) : "",
      coverage: isComplete ? "" : words(.coverageWords, ["share": formats.percent(score.coverage)]),
      peers: isScored ? peers(account) : "", exposure: exposure(account), factors: factors(account.points),
      stability: isScored && !(isComplete && account.isRobust) ? stability(account) : "",
      flag: account.sentiment.map { judgements.flag($0, status: account.sentimentStatus) },
      rubric: account.sentiment.map { judgements.meaning(of: $0.flag) } ?? "")
  }

  private func stability(_ account: AccountReview) -> String {
    account.isRobust
      ? words(.robust) : words.count(.bandChanges, account.bandChanges, ["of": String(WeightShifts.count)])
  }

  /// How far the score is above the band below, and when it gets there at its pace.
  private func edge(_ account: AccountReview) -> String {
    guard let distance = account.bandEdgeDistance else { return "" }
    let band: Places = ["band": words.code(.band, distance.below.rawValue)]
    let points = distance.points == 0 ? words(.onTheEdge, band) : words.count(.pointsAbove, distance.points, band)
    guard let weeks = distance.weeks else { return points }
    return [points, words.count(.atThisPace, weeks, band)].joined(separator: words(.clauseSeparator))
  }

  /// The score's rank among the scored accounts of the segment, or of the portfolio if the segment is too small.
  private func peers(_ account: AccountReview) -> String {
    guard let rank = review.rank(of: account) else { return words(.tooFewPeers) }
    let cohort = rank.isSegment ? name(of: review.models.segments[account.segment]) : words(.wholePortfolio)
    return words(
      .peerWords,
      [
        "n": words.ordinal(Int(rank.percentile.rounded())), "count": formats.whole(rank.count),
        "cohort": cohort,
      ])
  }

  private func exposure(_ account: AccountReview) -> String {
    let points = words.count(.riskPoints, account.points.total)
    guard let exposure = account.exposure else { return points }
    return words(.exposureWords, ["exposure": money(exposure), "points": points])
  }

  /// The sources of the risk points: `20 for the score, 15 for the flag`.
  private func factors(_ points: RiskPoints) -> String {
    let parts: [(Int, Phrase)] = [
      (points.score, .pointsForScore), (points.fall, .pointsForFall), (points.flag, .pointsForFlag),
      (points.risks, .pointsForRisks),
    ]
    return parts.filter { $0.0 > 0 }.map { words($0.1, ["n": formats.whole($0.0)]) }.joined(separator: ", ")
  }
}
