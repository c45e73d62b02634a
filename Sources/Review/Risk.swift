public import Health

/// A qualitative signal: something that somebody saw or heard and that no measure shows.
public struct Risk: Sendable {
  /// The kinds of risk.
  public enum Kind: String, CaseIterable, Sendable {
    case championChange = "champion_change"
    case strategicPivot = "strategic_pivot"
    case silentDissatisfaction = "silent_dissatisfaction"
    case competitiveThreat = "competitive_threat"
    case budgetPressure = "budget_pressure"
    case relationshipDecline = "relationship_decline"
    case other
  }

  /// The day it was seen.
  public let seenOn: Day
  /// The kind of risk.
  public let kind: Kind
  /// The scale of severity, from slight to grave.
  public static let severities = 1...5
  /// The severity of a risk that was given none: the middle of the scale.
  public static let usualSeverity = 3

  /// The severity, one of `severities`.
  public let severity: Int
  /// The risk in words.
  public let note: Remark?
  /// Where it was heard.
  public let source: String?
  /// The first day on which it is over, if it is.
  public let closedOn: Day?

  /// Creates a risk from the columns of the risks table.
  public init(
    seenOn: Day, kind: Kind, severity: Int = usualSeverity, note: Remark? = nil, source: String? = nil,
    closedOn: Day? = nil
  ) {
    self.seenOn = seenOn
    self.kind = kind
    self.severity = severity
    self.note = note
    self.source = source
    self.closedOn = closedOn
  }

  /// True from the day it was seen until the day before it was closed.
  public func isOpen(on day: Day) -> Bool {
    seenOn <= day && (closedOn.map { $0 > day } ?? true)
  }
}
