import Charts
import Health
import Review
import Templates

/// The head of an account page: the score, and beside it, never inside it, the CSM's judgement.
struct Hero: TemplateRecord {
  let score: String
  let band: String
  let bandWord: String
  let direction: String
  let interval: [UInt8]
  let intervalWords: String
  let coverage: String
  let peers: String
  let exposure: String
  let factors: String
  let stability: String
  let flag: FlagView?
  let rubric: String

  static let fields: TemplateFields<Hero> = [
    .text("score") { $0.score },
    .text("band") { String($0.band.prefix(1)) },
    .text("band_word") { $0.bandWord },
    .text("direction") { $0.direction },
    .html("interval") { $0.interval },
    .text("interval_words") { $0.intervalWords },
    .text("coverage") { $0.coverage },
    .text("peers") { $0.peers },
    .text("exposure") { $0.exposure },
    .text("factors") { $0.factors },
    .text("stability") { $0.stability },
    .optional("flag") { $0.flag },
    .text("rubric") { $0.rubric },
  ]
}

extension Context {
  func hero(_ account: AccountReview, template: CompiledTemplate<Hero>) -> [UInt8] {
    let score = account.score
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
        words(.theScore), heads: [.factHead, .valueHead],
        rows: [.scoreRow, .ifWorst, .ifBest, .yellowFrom, .greenFrom].map { words($0) }))
    let view = Hero(
      score: score.published.map(String.init) ?? "", band: score.band.rawValue,
      bandWord: words.code(.band, score.band.rawValue), direction: directionWords(account), interval: figure(interval),
      intervalWords: score.low < score.high ? words(.intervalWords, values) : words(.intervalNone),
      coverage: words(.coverageWords, ["share": formats.percent(score.coverage)]), peers: peers(account),
      exposure: exposure(account), factors: factors(account.points),
      stability: account.isRobust
        ? words(.robust) : words.count(.bandChanges, account.bandChanges, ["of": String(WeightShifts.count)]),
      flag: account.sentiment.map { flag($0, status: account.sentimentStatus) },
      rubric: account.sentiment.map { meaning(of: $0.flag) } ?? "")
    var html: [UInt8] = []
    template.render(view, into: &html)
    return html
  }

  /// `falling: −1 in a week, −4 in four, −9 in 13`.
  func directionWords(_ account: AccountReview) -> String {
    let changes: [String] = [
      account.changes.week.map { words(.inOneWeek, ["n": formats.change($0)]) },
      account.changes.fourWeeks.map { words(.inFourWeeks, ["n": formats.change($0)]) },
      account.changes.thirteenWeeks.map { words(.inThirteenWeeks, ["n": formats.change($0)]) },
    ].compactMap { $0 }
    let word = words.code(.direction, account.direction.rawValue)
    return changes.isEmpty
      ? word : words(.directionWithChanges, ["direction": word, "changes": changes.joined(separator: ", ")])
  }

  /// Where the score stands among the scored accounts of the segment, or of the portfolio where that is too small.
  private func peers(_ account: AccountReview) -> String {
    guard account.score.published != nil else { return words(.noPeers) }
    guard let standing = review.standing(of: account) else { return words(.tooFewPeers) }
    let cohort = standing.isSegment ? name(of: review.models.segments[account.segment]) : words(.wholePortfolio)
    return words(
      .peerWords,
      [
        "n": words.ordinal(Int(standing.percentile.rounded())), "count": formats.whole(standing.count),
        "cohort": cohort,
      ])
  }

  private func exposure(_ account: AccountReview) -> String {
    let points = words.count(.riskPoints, account.points.total)
    guard let exposure = account.exposure else { return points }
    return words(.exposureWords, ["exposure": money(exposure), "points": points])
  }

  /// What the risk points come from: `20 for the score, 15 for the flag`.
  private func factors(_ points: RiskPoints) -> String {
    let parts: [(Int, Phrase)] = [
      (points.score, .pointsForScore), (points.fall, .pointsForFall), (points.flag, .pointsForFlag),
      (points.risks, .pointsForRisks),
    ]
    return parts.filter { $0.0 > 0 }.map { words($0.1, ["n": formats.whole($0.0)]) }.joined(separator: ", ")
  }

  /// The account in a few sentences: its score, what caps it, what the CSM says, and when it renews.
  func summary(_ account: AccountReview) -> String {
    var sentences: [String] = []
    let direction = words.code(.direction, account.direction.rawValue)
    let band = words.code(.band, account.score.band.rawValue)
    if let published = account.score.published {
      sentences.append(words(.summaryScore, ["score": String(published), "band": band, "direction": direction]))
    } else {
      sentences.append(words(.summaryUnscored, ["coverage": formats.percent(account.score.coverage)]))
    }
    let capWords = cap(of: account)
    if !capWords.isEmpty { sentences.append(capWords) }
    if let sentiment = account.sentiment {
      let flag = words.code(.band, sentiment.flag.rawValue)
      let by = sentiment.csm ?? words(.theCSM)
      let reason = sentiment.reason ?? ""
      sentences.append(
        account.currentFlag == nil
          ? words(.summaryOldFlag, ["by": by, "flag": flag, "date": formats.date(sentiment.date)])
          : words(reason.isEmpty ? .summaryFlag : .summaryFlagReason, ["by": by, "flag": flag, "reason": reason]))
    } else {
      sentences.append(words(.summaryNoFlag))
    }
    if let days = account.daysToRenewal {
      let arr = arr(of: account.account)
      sentences.append(
        days < 0
          ? words.count(.summaryRenewalPassed, -days, ["arr": arr])
          : words.count(.summaryRenewal, days, ["arr": arr]))
    }
    return sentences.joined(separator: " ")
  }

  private func cap(of account: AccountReview) -> String {
    guard let index = account.score.cap else { return "" }
    let cap = account.model.caps[index]
    return words(
      .summaryCapped,
      ["band": words.code(.band, cap.band.rawValue), "why": reason(of: cap, in: account.model)])
  }

  /// What score and person disagree about, in words; empty where they agree or one of them is silent.
  func divergence(_ account: AccountReview) -> String {
    guard let sentiment = account.sentiment, let flag = account.currentFlag, account.score.band != .unscored,
      account.score.band.rawValue != flag.rawValue
    else { return "" }
    let values: Places = [
      "band": words.code(.band, account.score.band.rawValue), "flag": words.code(.band, flag.rawValue),
      "by": sentiment.csm ?? words(.theCSM),
    ]
    return words(account.score.band.severity < flag.severity ? .personIsWorried : .personIsConfident, values)
  }
}
