public import Health

/// A decision of people about a listed account.
public struct ReviewDecision: Sendable {
  /// The possible decisions.
  public enum Decision: String, CaseIterable, Sendable {
    case scoreRight = "score_right"
    case csmRight = "csm_right"
    case both
    case `defer`
    case notPursued = "not_pursued"
  }

  /// The day of the decision.
  public let date: Day
  /// The list that the account was on.
  public let list: ListID
  /// What was decided.
  public let decision: Decision
  /// Who decided.
  public let by: String?
  /// A note in words.
  public let note: Remark?
  /// The next step.
  public let nextStep: Remark?
  /// The day by which it is due.
  public let dueOn: Day?

  /// Creates a decision from the columns of the reviews table.
  public init(
    date: Day, list: ListID, decision: Decision, by: String? = nil, note: Remark? = nil, nextStep: Remark? = nil,
    dueOn: Day? = nil
  ) {
    self.date = date
    self.list = list
    self.decision = decision
    self.by = by
    self.note = note
    self.nextStep = nextStep
    self.dueOn = dueOn
  }

  /// Days for which a decision is valid: four weekly meetings, after which somebody should look again.
  public static let holdsDays = 28

  /// The first day on which the decision is no longer valid.
  ///
  /// A deferral is valid until its due day if it names one (a due day before the decision counts as the day of the
  /// decision); every other decision, and a deferral without a day, is valid for `holdsDays`.
  public var lapsesOn: Day {
    guard decision == .defer, let dueOn else { return date + Self.holdsDays }
    return max(dueOn, date)
  }
}
