/// A contact with the customer that took place.
public struct Touchpoint: Sendable {
  /// The day it happened.
  public let date: Day
  /// The kind: meeting, call, email, event or qbr.
  public let kind: String?
  /// The participants on our side.
  public let by: String?
  /// The participants on the customer's side.
  public let with: String?
  /// What was said.
  public let note: Remark?

  /// Creates a touchpoint from the columns of its table.
  public init(date: Day, kind: String? = nil, by: String? = nil, with: String? = nil, note: Remark? = nil) {
    self.date = date
    self.kind = kind
    self.by = by
    self.with = with
    self.note = note
  }
}

/// A support ticket, as one row describes it.
public struct Ticket: Sendable {
  /// The severity given by the customer.
  public enum Severity: String, CaseIterable, Sendable {
    case low, normal, high, urgent

    /// True for high and urgent.
    public var isUrgent: Bool { self == .high || self == .urgent }
  }

  /// Its number in the support system.
  public let id: String
  /// The day it was opened.
  public let openedOn: Day
  /// The day it was closed, if it was.
  public let closedOn: Day?
  /// Its severity, if known.
  public let severity: Severity?
  /// The customer's satisfaction with it, one of `ratings`.
  public let csat: Double?
  /// What it is about.
  public let subject: String?

  /// The scale of satisfaction that most support systems use.
  public static let ratings = 1...5

  /// Creates a ticket from the columns of its table.
  public init(
    id: String, openedOn: Day, closedOn: Day? = nil, severity: Severity? = nil, csat: Double? = nil,
    subject: String? = nil
  ) {
    self.id = id
    self.openedOn = openedOn
    self.closedOn = closedOn
    self.severity = severity
    self.csat = csat
    self.subject = subject
  }

  /// True while it is open and of high or urgent severity.
  public func isUrgent(on day: Day) -> Bool { isOpen(on: day) && severity?.isUrgent ?? false }

  /// True from the day it was opened until the day before it was closed.
  public func isOpen(on day: Day) -> Bool { ScoredRows.TicketRow(self).isOpen(on: day) }
}

/// An earlier row of a ticket, with the day on which a later row of the files takes its place.
public struct ReplacedTicket: Sendable {
  /// The ticket as the earlier row describes it.
  public let ticket: Ticket
  /// The first day on which the later row counts.
  public let replacedOn: Day

  /// Creates a row that counts until the day before another replaces it.
  public init(_ ticket: Ticket, replacedOn: Day) {
    self.ticket = ticket
    self.replacedOn = replacedOn
  }
}

/// A person at the customer.
public struct Contact: Sendable {
  /// What a person is for us.
  public enum Role: String, CaseIterable, Sendable {
    case champion, sponsor
    case economicBuyer = "economic_buyer"
    case user
  }

  /// The person's name.
  public let name: String
  /// The roles, in the order of the cell.
  public let roles: [Role]
  /// The first day in those roles; unknown means always.
  public let since: Day?
  /// The first day on which the person is gone.
  public let leftOn: Day?
  /// True when the day on which the person left is given and cannot be read; such a person is gone on every day.
  public let hasUnreadableLeave: Bool

  /// Creates a contact from the columns of its table.
  public init(
    name: String, roles: [Role] = [], since: Day? = nil, leftOn: Day? = nil, hasUnreadableLeave: Bool = false
  ) {
    self.name = name
    self.roles = roles
    self.since = since
    self.leftOn = leftOn
    self.hasUnreadableLeave = hasUnreadableLeave
  }

  /// True while the person is with the customer.
  public func isPresent(on day: Day) -> Bool { ScoredRows.Presence(self)?.holds(on: day) ?? false }
}

/// A result that the customer bought the product for.
public struct Goal: Sendable {
  /// The goal in words.
  public let goal: String
  /// The unit of the figures.
  public let unit: String?
  /// The figure at the start.
  public let baseline: Double?
  /// The figure that the customer wants to reach.
  public let target: Double?
  /// The latest figure.
  public let latest: Double?
  /// The day by which it should be met.
  public let dueOn: Day?
  /// The day it was met, if it was.
  public let metOn: Day?
  /// True when the day by which it should be met is given and cannot be read; such a goal is due on every day.
  public let hasUnreadableDue: Bool

  /// Creates a goal from the columns of its table.
  public init(
    goal: String, unit: String? = nil, baseline: Double? = nil, target: Double? = nil, latest: Double? = nil,
    dueOn: Day? = nil, metOn: Day? = nil, hasUnreadableDue: Bool = false
  ) {
    self.goal = goal
    self.unit = unit
    self.baseline = baseline
    self.target = target
    self.latest = latest
    self.dueOn = dueOn
    self.metOn = metOn
    self.hasUnreadableDue = hasUnreadableDue
  }

  /// True from the day by which it should be met.
  public func isDue(on day: Day) -> Bool { ScoredRows.GoalRow(self).isDue(on: day) }
}

/// An event in the life of a contract.
public struct Outcome: Sendable {
  /// The kinds of outcome.
  public enum Kind: String, CaseIterable, Sendable {
    case renewed, expanded, contracted, churned

    /// True for outcomes at which the customer decided whether to stay; an expansion in mid-term is not one.
    public var isDecision: Bool { self != .expanded }
  }

  /// The day it took effect.
  public let date: Day
  /// The kind of outcome.
  public let kind: Kind
  /// Annual recurring revenue before it.
  public let arrBefore: Double?
  /// Annual recurring revenue after it.
  public let arrAfter: Double?
  /// The day the customer gave notice.
  public let noticeOn: Day?
  /// The reason in words.
  public let reason: Remark?
  /// Whether it could have been avoided; nil when nobody judged.
  public let isAvoidable: Bool?
  /// The basis of that judgement.
  public let evidence: Remark?

  /// Creates an outcome from the columns of its table.
  public init(
    date: Day, kind: Kind, arrBefore: Double? = nil, arrAfter: Double? = nil, noticeOn: Day? = nil,
    reason: Remark? = nil, isAvoidable: Bool? = nil, evidence: Remark? = nil
  ) {
    self.date = date
    self.kind = kind
    self.arrBefore = arrBefore
    self.arrAfter = arrAfter
    self.noticeOn = noticeOn
    self.reason = reason
    self.isAvoidable = isAvoidable
    self.evidence = evidence
  }
}
