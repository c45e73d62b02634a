/// One dated value of one measure.
struct Observation {
  let day: Day
  let value: Double
}

enum Flag: String { case green, yellow, red }

struct SentimentRow {
  let day: Day
  let flag: Flag
  let reason: String?
}

enum TouchpointKind: String { case meeting, call, email, event, qbr }

struct TouchpointRow {
  let day: Day
}

enum RiskKind: String {
  case champion_change, strategic_pivot, silent_dissatisfaction, competitive_threat, budget_pressure
  case relationship_decline, other
}

struct RiskRow {
  let seenOn: Day
  let severity: Double
  let closedOn: Day?
}

enum TicketSeverity: String { case low, normal, high, urgent }

struct TicketRow {
  let id: Name
  let openedOn: Day
  let closedOn: Day?
  let isHighOrUrgent: Bool
  let csat: Double?
}

enum Role: String { case champion, sponsor, economic_buyer, user }

struct ContactRow {
  let roles: [Role]
  let since: Day?
  let leftOn: Day?
  /// On every day, since nobody can read on which one.
  let isGone: Bool
}

struct GoalRow {
  let dueOn: Day?
  /// On every day, since nobody can read on which one.
  let isDue: Bool
  let metOn: Day?
}

enum OutcomeKind: String { case renewed, expanded, contracted, churned }

enum Answer: String { case yes, no }

struct OutcomeRow {
  let day: Day
  let kind: OutcomeKind
  let arrBefore: Double?
  let arrAfter: Double?
  let noticeOn: Day?
  let avoidable: Answer?
  let hasEvidence: Bool
}

enum Decision: String { case score_right, csm_right, both, `defer`, not_pursued }

struct ReviewRow {
  let day: Day
  let list: ListID
  let decision: Decision
  let dueOn: Day?
}

/// An account with every row that names it, in file order.
struct Account {
  /// Today's id.
  let id: Name
  let name: String
  let csm: String?
  /// In the portfolio's currency; nil is unknown.
  let arr: Double?
  let segmentColumn: String?
  let startedOn: Day?
  let renewsOn: Day?
  let endedOn: Day?
  /// By folded name; `arr` in the portfolio's currency.
  let columns: [Name: String]

  /// By measure, in day order, one per day.
  var observations: [Name: [Observation]] = [:]
  var sentiment: [SentimentRow] = []
  var risks: [RiskRow] = []
  var touchpoints: [TouchpointRow] = []
  var tickets: [TicketRow] = []
  var contacts: [ContactRow] = []
  var goals: [GoalRow] = []
  /// By day, and for each day in file order.
  var outcomes: [OutcomeRow] = []
  var reviews: [ReviewRow] = []
}
