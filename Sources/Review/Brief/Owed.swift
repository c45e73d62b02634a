public import Health

/// Something that we owe an account or its record.
public struct Owed: Sendable {
  /// The kinds of debt.
  public enum Matter: Sendable {
    /// The next step that a decision promised.
    case step(ReviewDecision)
    /// A decision about the account, on however many lists it waits.
    case decision(DecisionDue)
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
    var owed = judgement.promisedSteps(of: account.account, on: asOf).map { Owed(matter: .step($0), dueOn: $0.dueOn) }
    if let due = decisionDue(about: account) { owed.append(Owed(matter: .decision(due), dueOn: due.dueOn)) }
    let flagDue = account.sentiment.map { $0.date + Sentiment.freshDays }
    let isFlagSoonDue = flagDue.map { $0 - asOf <= Owed.flagNoticeDays } ?? true
    if isFlagSoonDue { owed.append(Owed(matter: .flag, dueOn: flagDue)) }
    owed += account.openRisks.filter { asOf - $0.seenOn >= Owed.oldRiskDays }
      .map { Owed(matter: .risk($0), dueOn: nil) }
    let dated = owed.filter { $0.dueOn != nil }
    return dated.sorted { ($0.dueOn ?? asOf) < ($1.dueOn ?? asOf) } + owed.filter { $0.dueOn == nil }
  }
}
