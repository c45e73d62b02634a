import Health

/// How long before a loss the score had been warning without a break.
public enum LeadTime: String, CaseIterable, Sendable {
  /// Green or unscored a week before.
  case noWarning = "none"
  /// Up to `monthWeeks`.
  case month
  /// Up to `quarterWeeks`.
  case quarter
  /// Up to `halfYearWeeks`.
  case halfYear = "half_year"
  /// Longer.
  case longer

  /// The longest warning, in weeks, that is too late for more than a call.
  public static let monthWeeks = 4
  /// The longest warning, in weeks, within a quarter.
  public static let quarterWeeks = 13
  /// The longest warning, in weeks, within half a year.
  public static let halfYearWeeks = 26

  /// Creates a lead time from days.
  public init(days: Int) {
    self =
      switch days {
      case 0: .noWarning
      case ...(7 * Self.monthWeeks): .month
      case ...(7 * Self.quarterWeeks): .quarter
      case ...(7 * Self.halfYearWeeks): .halfYear
      default: .longer
      }
  }
}

extension Backtest.Result {
  /// The number of scored churned accounts with such a lead time; those that were not customers a week before have
  /// none.
  public func lost(after leadTime: LeadTime) -> Int {
    scored.count { $0.churned && $0.leadTime.map(LeadTime.init(days:)) == leadTime }
  }

  /// The churned accounts that were green: what the score missed.
  public var misses: [Backtest.Call] { calls.filter { $0.churned && $0.band == .green } }

  /// The red accounts that stayed: false alarms.
  public var falseAlarms: [Backtest.Call] { calls.filter { !$0.churned && $0.band == .red } }
}
