public import Health

/// Something that we owe an account or its record.
public struct Owed: Sendable {
  /// The kinds of debt.
  public enum Matter: Sendable {
    /// The next step that a decision promised.
    case step(ReviewDecision)
    /// A decision about the account on a list.
    case decision(ListItem)
    /// A flag of the CSM.
    case flag
    /// An answer to a risk that has stood open for `oldRiskDays`.
    case risk(Risk)
  }

  /// What is owed.
  public let matter: Matter
  /// The last day on which it is not late; nil where no day was named.
  public let dueOn: Day?

  /// The days after which an open risk asks what was done about it: two months.
  public static let oldRiskDays = 60
  /// The days before a flag is due from which it is named: the week of this report.
  static let flagNoticeDays = 7

  /// The number of days that it is late by; nil when it is not.
  public func daysLate(on day: Day) -> Int? { dueOn.flatMap { $0 < day ? day - $0 : nil } }
}

extension Review {
  /// What is owed for an account, the earliest due day first, then what has none.
  public func owed(for account: AccountReview) -> [Owed] {
    let steps = nextSteps(of: account.account).map { Owed(matter: .step($0), dueOn: $0.dueOn) }
    let decisions = items(of: account.account)
      .filter { $0.isWaiting && (ListID.wantingDecisions.contains($0.list) || $0.list == .spotCheck) }
      .map { Owed(matter: .decision($0), dueOn: $0.decisionDueOn) }
    var flags: [Owed] = []
    let flagDue = account.sentiment.map { $0.date + Sentiment.freshDays }
    if flagDue.map({ $0 - asOf <= Owed.flagNoticeDays }) ?? true { flags = [Owed(matter: .flag, dueOn: flagDue)] }
    let risks = account.openRisks.filter { asOf - $0.seenOn >= Owed.oldRiskDays }
      .map { Owed(matter: .risk($0), dueOn: nil) }
    let all = steps + decisions + flags + risks
    return all.filter { $0.dueOn != nil }.sorted { ($0.dueOn ?? asOf) < ($1.dueOn ?? asOf) }
      + all.filter { $0.dueOn == nil }
  }

  /// The steps promised by the latest decision on each list: those with a day until a later decision, those without one
  /// while the decision holds.
  private func nextSteps(of account: Int) -> [ReviewDecision] {
    ListID.allCases.compactMap { list in
      judgement.latestReview(of: account, on: list, from: Day(number: .min), to: asOf)
    }
    .filter { $0.nextStep != nil && ($0.dueOn != nil || asOf < $0.lapsesOn) }
  }
}
