public import Health

/// One account on one list.
public struct ListItem: Sendable {
  /// The state of its review.
  public enum State: String, CaseIterable, Sendable {
    case open, decided, deferred, reopened
  }

  /// The list.
  public let list: ListID
  /// The position of the account.
  public let account: Int
  /// The first weekly day of its unbroken listing, at most 51 weeks back.
  public let since: Day
  /// The number of weekly days in a row on which it has been listed, 1–52.
  public let weeks: Int
  /// The state of its review.
  public let state: State
  /// Days that a decision may take before it is overdue: it can miss one weekly meeting, but not two.
  public static let decisionDays = 14
  /// Days before an item's first weekly day on which a decision already applies to it: those since the weekly day
  /// before.
  static let daysBefore = 6

  /// True when it has waited for a decision for more than `decisionDays`.
  public let isOverdue: Bool
  /// The decision that determines the state.
  public let decision: ReviewDecision?
  /// The last day on which a decision is not yet overdue; nil while one is valid.
  public let decisionDueOn: Day?

  /// True while a decision is owed.
  public var isWaiting: Bool { state == .open || state == .reopened }

  init(list: ListID, account: Int, since: Day, weeks: Int, decision: ReviewDecision?, asOf: Day) {
    self.list = list
    self.account = account
    self.since = since
    self.weeks = weeks
    self.decision = decision
    let waitingSince: Day
    switch decision {
    case nil:
      state = .open
      waitingSince = since
    case let decision? where asOf < decision.lapsesOn:
      state = decision.decision == .defer ? .deferred : .decided
      waitingSince = asOf
    case let decision?:
      state = .reopened
      waitingSince = decision.lapsesOn
    }
    isOverdue = asOf - waitingSince > Self.decisionDays
    let isWaiting = state == .open || state == .reopened
    decisionDueOn = isWaiting ? waitingSince + Self.decisionDays : nil
  }
}

extension ListConditions {
  /// The item of an account on a list a number of weeks ago; nil when it was not listed.
  func item(on list: ListID, account: Int, weeksAgo: Int = 0) -> ListItem? {
    guard holds(list, for: account, weeksAgo: weeksAgo) else { return nil }
    let day = trend.day(weeksAgo: weeksAgo)
    var weeks = 1
    if list != .spotCheck {
      while weeksAgo + weeks < Trend.weeks, holds(list, for: account, weeksAgo: weeksAgo + weeks) { weeks += 1 }
    }
    let since = list == .spotCheck ? day.monday : day - 7 * (weeks - 1)
    let decision = judgement.latestReview(of: account, on: list, from: since - ListItem.daysBefore, to: day)
    return ListItem(
      list: list, account: account, since: since, weeks: weeks, decision: decision, asOf: day)
  }
}
