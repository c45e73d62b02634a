public import Health

/// An account that had revenue a year ago, and what happened to it.
public struct CohortAccount: Hashable, Sendable {
  /// The position of the account.
  public let account: Int
  /// Its revenue `Retention.days` ago, above 0.
  public let then: Double
  /// Its revenue now, 0 when it was lost.
  public let now: Double
  /// True for a loss that was judged unavoidable, with evidence.
  public let isUnavoidable: Bool
  /// True when it has any outcome row; without one it counts as kept unchanged.
  public let hasOutcome: Bool

  /// The revenue lost from it, not offset by growth.
  public var lost: Double { then - min(then, now) }
}

extension Evidence {
  /// The accounts, among those at the given positions, with revenue `Retention.days` before a day, and what became of
  /// them.
  public func cohort(of accounts: some Sequence<Int>, on day: Day) -> [CohortAccount] {
    accounts.compactMap { account in
      let then = arr(of: account, on: day - Retention.days)
      guard then > 0 else { return nil }
      let now = arr(of: account, on: day)
      return CohortAccount(
        account: account, then: then, now: now, isUnavoidable: now == 0 && lossWasUnavoidable(account, on: day),
        hasOutcome: outcomes[account].contains { $0.date <= day })
    }
  }

  /// True when the account's latest outcome is a churn judged unavoidable; without evidence it counts as avoidable.
  private func lossWasUnavoidable(_ account: Int, on day: Day) -> Bool {
    guard let outcome = latestOutcome(of: account, on: day), outcome.kind == .churned else { return false }
    return outcome.isAvoidable == false && outcome.evidence != nil
  }
}
