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
  /// True when it is known since when it is a customer; otherwise it counts as one all along.
  public let hasStart: Bool
  /// True when an outcome of the year says that its revenue shrank, and not to what, so that it counts as unchanged.
  public let shrankUnknown: Bool

  /// The revenue lost from it, not offset by growth.
  public var lost: Double { then - min(then, now) }
}

/// The accounts that had revenue a year ago.
public struct Cohort: Sendable {
  /// Those whose revenue is known on both days.
  public let accounts: [CohortAccount]
  /// The positions of those that are left out, since their revenue is unknown on either day.
  public let unknown: [Int]
  /// Whether any of those has an outcome row.
  public let unknownHaveOutcome: Bool

  /// Those of which it is known since when they are customers.
  public var withStart: Cohort {
    Cohort(accounts: accounts.filter(\.hasStart), unknown: unknown, unknownHaveOutcome: unknownHaveOutcome)
  }
}

extension RevenueHistory {
  /// The accounts, among those at the given positions, with revenue `Retention.days` before a day, and what became of
  /// them.
  public func cohort(of accounts: some Sequence<Int>, on day: Day) -> Cohort {
    var (cohort, unknown): ([CohortAccount], [Int]) = ([], [])
    for account in accounts {
      let then = arr(of: account, on: day - Retention.days)
      if let then, then <= 0 { continue }
      guard let then, let now = arr(of: account, on: day) else {
        unknown.append(account)
        continue
      }
      cohort.append(
        CohortAccount(
          account: account, then: then, now: now, isUnavoidable: now == 0 && lossWasUnavoidable(account, on: day),
          hasOutcome: hasOutcome(account, on: day),
          hasStart: start(of: account, on: day - Retention.days) != nil,
          shrankUnknown: evidence.outcomes[account].contains { outcome in
            outcome.kind == .contracted && outcome.arrAfter == nil && outcome.date <= day
              && day - outcome.date < Retention.days
          }))
    }
    return Cohort(
      accounts: cohort, unknown: unknown, unknownHaveOutcome: unknown.contains { hasOutcome($0, on: day) })
  }

  private func hasOutcome(_ account: Int, on day: Day) -> Bool {
    evidence.outcomes[account].contains { $0.date <= day }
  }

  /// True when the account's latest outcome is a churn judged unavoidable; without evidence it counts as avoidable.
  private func lossWasUnavoidable(_ account: Int, on day: Day) -> Bool {
    guard let outcome = evidence.latestOutcome(of: account, on: day), outcome.kind == .churned else { return false }
    return outcome.isAvoidable == false && outcome.evidence != nil
  }
}
