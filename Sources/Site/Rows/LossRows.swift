import Health
import Review

/// Lost accounts as rows of a table.
struct LossRows: Composer {
  let tell: Telling

  /// The row of a loss, with the call 90 days before the notice.
  func row(_ lost: LostAccount, root: String) -> LostRow {
    let facts = evidence.accounts[lost.account]
    let call = lost.call
    let sentences = LossWords(tell: tell)
    return LostRow(
      name: facts.name, link: links.loss(lost.account, root: root),
      arr: arr(of: lost),
      verdict: sentences.verdict(lost),
      notice: lost.outcome?.noticeOn.map(formats.shortDate) ?? words(.noNotice), left: formats.shortDate(lost.leftOn),
      decision: sentences.lastReview(lost).map {
        words(
          .decisionOn,
          ["decision": words.code(.decision, $0.decision.rawValue), "date": formats.shortDate($0.date)])
      } ?? words(.noReview), score: call?.score.map(String.init) ?? "",
      band: call?.band.rawValue ?? "",
      bandWord: call.map { words.code(.band, $0.band.rawValue) }
        ?? words(lost.outcome == nil ? .unknown : .noCustomerThen),
      flag: call?.flag?.rawValue ?? "", flagWord: call?.flag.map { words.code(.band, $0.rawValue) } ?? words(.noFlag),
      reason: reason(of: lost))
  }

  /// The revenue of a loss, or a phrase where it is unknown.
  func arr(of lost: LostAccount, unknown: Phrase = .unknown) -> String {
    (lost.outcome?.arrBefore ?? evidence.accounts[lost.account].arr).map(money) ?? words(unknown)
  }

  /// The reason for a loss, or a note that none is on record; empty when the outcome gives none.
  func reason(of lost: LostAccount) -> String {
    lost.outcome.map { told($0.reason) ?? "" } ?? words(.lostWithoutOutcome)
  }
}
