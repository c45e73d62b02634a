import Health
import Review

/// Lost accounts as rows of a table.
struct LossRows: Composer {
  let tell: Telling

  /// The row of a loss, with the call 90 days before the notice.
  func row(_ lost: LostAccount, root: String) -> LostRow {
    let facts = evidence.accounts[lost.account]
    let call = lost.call
    return LostRow(
      name: facts.name, link: links.loss(lost.account, root: root),
      arr: arr(of: lost),
      notice: formats.shortDate(lost.decidedOn), score: call?.score.map(String.init) ?? "",
      band: call?.band.rawValue ?? "",
      bandWord: call.map { words.code(.band, $0.band.rawValue) }
        ?? words(lost.outcome == nil ? .unknown : .noCustomerThen),
      flag: call?.flag?.rawValue ?? "", flagWord: call?.flag.map { words.code(.band, $0.rawValue) } ?? words(.noFlag),
      source: call.map { words($0.isRescored ? .rescored : .asPublished) } ?? "",
      leadTime: call.flatMap { call in call.leadTime.map { leadTime(Double($0), isCut: call.leadTimeIsCut) } }
        ?? words(.unknown), reason: reason(of: lost))
  }

  /// The revenue of a loss, or a phrase where it is unknown.
  func arr(of lost: LostAccount, unknown: Phrase = .unknown) -> String {
    (lost.outcome?.arrBefore ?? evidence.accounts[lost.account].arr).map(money) ?? words(unknown)
  }

  /// The reason for a loss, or a note that none is on record; empty when the outcome gives none.
  func reason(of lost: LostAccount) -> String {
    lost.outcome.map { $0.reason ?? "" } ?? words(.lostWithoutOutcome)
  }
}
