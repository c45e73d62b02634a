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
          date: formats.shortDate(loss.outcome.date), reason: told(loss.outcome.reason) ?? "",
          evidence: told(loss.outcome.evidence) ?? "")
      }
    }
    return AttentionPage(
      lead: words.count(.attentionLead, attention.accounts, ["exposure": money(attention.exposure)]),
      atRisk: words.count(.exposureAndRisk, review.today.atRisk.count, ["arr": money(review.today.atRisk)]),
      reachedTitle: attention.capacity == nil
        ? words(.byExposure) : words.count(.withinReach, attention.reached.count),
      nobodyReached: words(attention.ranked.isEmpty ? .nothingToReach : .noReach),
      unreachedTitle: unreached.isEmpty ? words(.belowTheLine) : words.count(.nextAccounts, unreached.count),
      line: line(unreached, capacity: attention.capacity),
      moreReached: moreAccounts(of: attention.reached.count, shown: reached.count),
      moreUnreached: moreAccounts(of: unreached.count, shown: shownUnreached.count),
      reached: reached.map { attentionRow($0, on: &page) },
      unreached: shownUnreached.map { attentionRow($0, on: &page) },
      notPursued: attention.notPursued.map { entry in
        PastDecisionView(
          account: AccountRows(tell: tell).row(entry.account, drawsHistory: false, on: &page),
          decision: JudgementRows(tell: tell).view(entry.decision),
          followed: words(.reopensOn, ["date": formats.shortDate(entry.decision.lapsesOn)]))
      },
      lost: losses(proven: true), unproven: losses(proven: false))
  }

  /// What lies beyond the team's capacity.
  private func line(_ unreached: some Collection<AccountReview>, capacity: Int?) -> String {
    guard let capacity else { return words(.noCapacity) }
    return unreached.isEmpty
      ? words(.nothingBelow)
      : words.count(.capacityLine, capacity, ["exposure": money(AmountSum(unreached.map(\.exposure)))])
  }

  private func attentionRow(_ account: AccountReview, on page: inout PageBuilder) -> AttentionRow {
    return AttentionRow(
      account: AccountRows(tell: tell).row(account, drawsHistory: false, on: &page),
      forScore: formats.whole(account.points.score), forFall: formats.whole(account.points.fall),
      forFlag: formats.whole(account.points.flag), forRisks: formats.whole(account.points.risks))
  }
}
