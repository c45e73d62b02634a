import Health
import Review

/// Whether a loss was seen coming, and by whom.
struct LossWords: Composer {
  let tell: Telling

  /// Who saw it, in one sentence.
  ///
  /// For example `The score missed it; Maud Ekström had said yellow 15 weeks before notice (red 3 weeks before); the
  /// decision of 22 June 2026 sided with the score.`
  func verdict(_ lost: LostAccount) -> String {
    guard lost.call != nil else { return words(lost.outcome == nil ? .lossNotHeld : .lossNoCall) }
    let clauses = [words(phrase(lost.foresight)), person(lost), lastReview(lost).map(side)].compactMap { $0 }
    return words(.verdictSentence, ["verdict": clauses.joined(separator: words(.clauseSeparator))])
  }

  /// The last decision about the account in the year before its notice, on any list; nil when there was none.
  func lastReview(_ lost: LostAccount) -> ReviewDecision? {
    review.judgement.reviews[lost.account]
      .filter { $0.date <= lost.decidedOn && lost.decidedOn - $0.date < Retention.days }
      .max { $0.date < $1.date }
  }

  /// Who saw it at the horizon of calls: the score with yellow or red, the person with such a flag.
  private func phrase(_ foresight: LossForesight) -> Phrase {
    switch foresight {
    case .both: .calledByBoth
    case .score: .calledByScore
    case .person: .calledByPerson
    case .nobody: .calledByNobody
    case .notCalled: .calledUnscored
    }
  }

  /// What the CSM had said by the notice, and for how long.
  private func person(_ lost: LostAccount) -> String {
    let day = lost.decidedOn
    let flags = review.judgement.sentiment[lost.account].filter { $0.date <= day }.sorted { $0.date < $1.date }
    guard let last = flags.last else { return words(.csmSilent) }
    let csm = last.csm ?? words(.somebody)
    guard let first = flags.reversed().prefix(while: { $0.flag != .green }).last else {
      return words(
        review.judgement.currentFlag(of: lost.account, on: day) == nil ? .csmSilent : .csmSaidFlag,
        ["csm": csm, "flag": word(last.flag)])
    }
    let isEarly = day - first.date >= Review.callHorizon
    let red = first.flag == .yellow && isEarly ? flags.first { $0.flag == .red && $0.date > first.date } : nil
    return words(
      red != nil ? .csmWarnedRed : isEarly ? .csmWarned : .csmWarnedLate,
      [
        "csm": csm, "flag": word(first.flag), "time": time(day - first.date),
        "event": words(lost.outcome?.noticeOn == nil ? .eventLeft : .eventNotice), "worse": word(.red),
        "worse_time": red.map { time(day - $0.date) } ?? "",
      ])
  }

  private func word(_ flag: Sentiment.Flag) -> String { words.code(.band, flag.rawValue) }

  /// A time in weeks from two weeks on, else in days.
  private func time(_ days: Int) -> String {
    days >= 14 ? words.count(.weeks, days / 7) : words.count(.days, days)
  }

  private func side(_ decision: ReviewDecision) -> String {
    let phrase: Phrase =
      switch decision.decision {
      case .scoreRight: .reviewScoreRight
      case .csmRight: .reviewCsmRight
      case .both: .reviewBoth
      case .defer: .reviewDeferred
      case .notPursued: .reviewNotPursued
      }
    return words(phrase, ["date": formats.date(decision.date)])
  }
}
