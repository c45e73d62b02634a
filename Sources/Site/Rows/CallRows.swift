import Health
import Review

/// The wrong calls of the score, one by one.
struct CallRows: Composer {
  /// The number of accounts in a table of single calls before a link to the rest.
  static let mostCalls = 20

  let tell: Telling

  /// All misses or all false alarms, the latest decision first.
  func calls(_ kind: CallKind) -> [Backtest.Call] {
    (kind == .misses ? review.judged.misses : review.judged.falseAlarms).sorted(by: precedes)
  }

  func row(_ call: Backtest.Call, of result: Backtest.Result, root: String) -> CallRow {
    let facts = evidence.accounts[call.account]
    let edition = call.edition.map { review.history.editions[$0] }
    let isLossKnown = call.churned && tell.losses.contains { $0.account == call.account }
    let isActive = review.review(of: call.account) != nil
    let outcome = evidence.outcomes[call.account].last {
      $0.kind.isDecision && ($0.noticeOn ?? $0.date) == call.decidedOn
    }
    return CallRow(
      name: facts.name,
      link: isLossKnown
        ? links.loss(call.account, root: root) : isActive ? links.account(call.account, root: root) : "",
      arr: (outcome?.arrBefore ?? facts.arr).map(money) ?? words(.unknown),
      decided: formats.shortDate(call.decidedOn),
      outcome: outcome.map {
        let kind = words.code(.outcome, $0.kind.rawValue)
        return call.churned && isActive ? words(.customerAgain, ["outcome": kind]) : kind
      } ?? words(.unknown),
      score: call.score.map(String.init) ?? "", band: call.band.rawValue,
      bandWord: words.code(.band, call.band.rawValue), flag: call.flag?.rawValue ?? "",
      flagWord: call.flag.map { words.code(.band, $0.rawValue) } ?? words(.noFlag),
      edition: edition.map { formats.shortDate($0.asOf) } ?? words(.rescoredShort),
      editionLink: edition.map { links.edition($0, root: root) } ?? "",
      archiveLink: edition.map(links.archive) ?? "", archive: edition.map(\.archiveName) ?? "")
  }

  /// Orders the latest decision first, then the larger revenue.
  private func precedes(_ left: Backtest.Call, _ right: Backtest.Call) -> Bool {
    let days = (left.decidedOn, right.decidedOn)
    if days.0 != days.1 { return days.0 > days.1 }
    return left.account < right.account
  }
}
