public import Health

/// An account that was lost since the last edition, with what was said of it before it gave notice.
public struct LostAccount: Sendable {
  /// The position of the account in the evidence.
  public let account: Int
  /// The churn.
  public let outcome: Outcome
  /// What was said 90 days before the notice; nil where the account was no customer then.
  public let call: Backtest.Call?
}

extension Review {
  /// The horizon, in days, at which losses are held against what was said.
  public static let callHorizon = 90

  /// The day after which a loss is news: that of the last edition, or four weeks ago where none was published.
  public var lossesSince: Day {
    history.standing.last { $0.asOf < asOf }?.asOf ?? asOf - 28
  }

  /// The accounts lost since the last edition, the largest loss first.
  public var lost: [LostAccount] {
    let calls = Dictionary(
      (backtest[Self.callHorizon]?.calls ?? []).map { ($0.account, $0) }, uniquingKeysWith: { first, _ in first })
    let since = lossesSince
    return evidence.accounts.indices.compactMap { account -> LostAccount? in
      guard let outcome = evidence.latestOutcome(of: account, on: asOf), outcome.kind == .churned, outcome.date > since
      else { return nil }
      return LostAccount(account: account, outcome: outcome, call: calls[account])
    }
    .sorted { ($1.outcome.arrBefore ?? 0, $0.account) < ($0.outcome.arrBefore ?? 0, $1.account) }
  }
}
