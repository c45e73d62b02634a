import Health
import Review

/// Composes the page on where the week's effort goes.
struct AttentionPageComposer: MenuPageComposer {
  static let template = "attention.md"
  static let entry = MenuEntry(name: "attention", path: "attention.html")

  /// The number of accounts to name above the line: a longer page would be slow to open, and nobody would read it.
  private static let mostReached = 120
  /// The number of accounts to name below the line.
  private static let mostUnreached = 20

  let tell: Telling

  func view(on page: inout PageBuilder) -> AttentionPage {
    let attention = review.attention
    let reached = attention.reached.prefix(Self.mostReached)
    let unreached = attention.capacity == nil ? [] : attention.unreached
    let shownUnreached = unreached.prefix(Self.mostUnreached)
    func losses(proven: Bool) -> [LossRow] {
      attention.unavoidable.filter { ($0.outcome.evidence != nil) == proven }.map { loss in
        LossRow(
          name: evidence.accounts[loss.account].name, arr: loss.arr.map(money) ?? words(.unknown),
          date: formats.shortDate(loss.outcome.date), reason: loss.outcome.reason ?? "",
          evidence: loss.outcome.evidence ?? "")
      }
    }
    return AttentionPage(
      lead: words.count(.attentionLead, attention.accounts, ["exposure": money(attention.exposure)]),
      reachedTitle: words(attention.capacity == nil ? .byExposure : .withinReach),
      nobodyReached: words(attention.ranked.isEmpty ? .nothingToReach : .noReach),
      line: attention.capacity.map { capacity in
        words.count(
          .capacityLine, capacity,
          ["exposure": money(AmountSum(unreached.map(\.exposure))), "below": formats.whole(unreached.count)])
      } ?? words(.noCapacity),
      moreReached: moreAccounts(of: attention.reached.count, shown: reached.count),
      moreUnreached: moreAccounts(of: unreached.count, shown: shownUnreached.count),
      reached: reached.map { attentionRow($0, on: &page) },
      unreached: shownUnreached.map { attentionRow($0, on: &page) },
      notPursued: attention.notPursued.map { entry in
        PastDecisionView(
          account: AccountRows(tell: tell).row(entry.account, drawsHistory: false, on: &page),
          decision: JudgementRows(tell: tell).view(entry.decision),
          followed: words(.heldUntil, ["date": formats.shortDate(entry.decision.lapsesOn)]))
      },
      lost: losses(proven: true), unproven: losses(proven: false))
  }

  private func attentionRow(_ account: AccountReview, on page: inout PageBuilder) -> AttentionRow {
    func points(_ points: Int) -> String { points == 0 ? "" : formats.whole(points) }
    return AttentionRow(
      account: AccountRows(tell: tell).row(account, drawsHistory: false, on: &page),
      forScore: points(account.points.score),
      forFall: points(account.points.fall), forFlag: points(account.points.flag),
      forRisks: points(account.points.risks))
  }
}
