import Health

/// How long before a loss the score had begun to warn without a break.
public enum LeadTime: String, CaseIterable, Sendable {
  /// Green or unscored a week before.
  case noWarning = "none"
  /// 1–4 weeks.
  case month
  /// 5–13 weeks.
  case quarter
  /// 14–26 weeks.
  case halfYear = "half_year"
  /// Longer.
  case longer

  /// A lead time in days.
  public init(days: Int) {
    self = days == 0 ? .noWarning : days <= 28 ? .month : days <= 91 ? .quarter : days <= 182 ? .halfYear : .longer
  }
}

extension Backtest.Result {
  /// How many of the scored churned accounts had such a lead time; those that were no customer a week before are in none.
  public func lost(after leadTime: LeadTime) -> Int {
    scored.count { $0.churned && $0.leadTime.map(LeadTime.init(days:)) == leadTime }
  }

  /// The churned accounts that were green: what the score missed.
  public var misses: [Backtest.Call] { calls.filter { $0.churned && $0.band == .green } }

  /// The red accounts that stayed: false alarms.
  public var falseAlarms: [Backtest.Call] { calls.filter { !$0.churned && $0.band == .red } }
}
