/// What scores read of one account's own rows: days, kinds and numbers.
///
/// There is no text in it, so that walking over rows on every day of a year counts no references.
struct ScoredRows: Sendable {
  /// What a row about a ticket says.
  struct TicketRow: Sendable {
    let openedOn: Day
    let closedOn: Day?
    let isUrgent: Bool
    let csat: Double?
    /// The first day on which a later row counts in its place.
    let replacedOn: Day?

    init(_ ticket: Ticket, replacedOn: Day? = nil) {
      openedOn = ticket.openedOn
      closedOn = ticket.closedOn
      isUrgent = ticket.severity?.isUrgent ?? false
      csat = ticket.csat
      self.replacedOn = replacedOn
    }

    /// True while it is the row of its ticket that counts.
    func counts(on day: Day) -> Bool { replacedOn.map { $0 > day } ?? true }

    func isOpen(on day: Day) -> Bool { openedOn <= day && (closedOn.map { $0 > day } ?? true) }
  }

  /// What an outcome says about whether the customer stays.
  struct OutcomeRow: Sendable {
    let date: Day
    let kind: Outcome.Kind
  }

  /// The days between which somebody is there.
  struct Presence: Sendable {
    let since: Day?
    let leftOn: Day?

    /// Nil for a person of whom the day of leaving cannot be read, who is never there.
    init?(_ contact: Contact) {
      if contact.hasUnreadableLeave { return nil }
      since = contact.since
      leftOn = contact.leftOn
    }

    func holds(on day: Day) -> Bool { (since.map { $0 <= day } ?? true) && (leftOn.map { $0 > day } ?? true) }
  }

  /// When a goal is due and met.
  struct GoalRow: Sendable {
    /// Nil where it is never due; the earliest day there is where it is due on every day.
    let dueOn: Day?
    let metOn: Day?

    init(_ goal: Goal) {
      dueOn = goal.hasUnreadableDue ? Day(number: .min) : goal.dueOn
      metOn = goal.metOn
    }

    func isDue(on day: Day) -> Bool { dueOn.map { $0 <= day } ?? false }

    func isMet(on day: Day) -> Bool { metOn.map { $0 <= day } ?? false }
  }

  let asOf: Day
  let startedOn: Day?
  let endedOn: Day?
  let renewsOn: Day?
  /// In the order of the table, at the same positions.
  let outcomes: ArraySlice<OutcomeRow>
  let tickets: ArraySlice<TicketRow>
  let touchpoints: ArraySlice<Day>
  let champions: ArraySlice<Presence>
  let goals: ArraySlice<GoalRow>

  /// True when the account is a customer on a day: started, not ended, and not lost by a churn.
  func isActive(on day: Day) -> Bool {
    if let started = start(on: day), started > day { return false }
    if let endedOn, endedOn <= day { return false }
    return churn(on: day) == nil
  }

  /// The first day as a customer, as it counts on a day; nil when it is unknown.
  ///
  /// A `started_on` after a churn is a second start: of the time before that churn only the end is known.
  func start(on day: Day) -> Day? {
    guard let startedOn else { return nil }
    for outcome in outcomes
    where outcome.kind == .churned && outcome.date > day && outcome.date < startedOn && outcome.date <= asOf {
      return nil
    }
    return startedOn
  }

  /// The position of the churn by which the account is lost on a day: its latest outcome, unless it has started again
  /// since.
  func churn(on day: Day) -> Int? {
    guard let latest = latestOutcome(on: day), outcomes[latest].kind == .churned else { return nil }
    if let startedOn, startedOn > outcomes[latest].date, startedOn <= day { return nil }
    return latest
  }

  /// The position of the outcome with the latest date on or before a day; of two on one day, the later in the file.
  func latestOutcome(on day: Day) -> Int? {
    var latest: Int?
    for index in outcomes.indices where outcomes[index].date <= day {
      if let latest, outcomes[latest].date > outcomes[index].date { continue }
      latest = index
    }
    return latest
  }

  /// The day on which the contract comes up for renewal, as known on a day.
  ///
  /// For a past day this is the earliest decision recorded after it; without one, the current `renews_on`.
  func renewalDay(on day: Day) -> Day? {
    var next: Day?
    for outcome in outcomes where outcome.date > day && outcome.date <= asOf && outcome.kind.isDecision {
      next = min(next ?? outcome.date, outcome.date)
    }
    return next ?? renewsOn
  }

  /// The day of the latest touchpoint on or before a day.
  func lastContact(on day: Day) -> Day? {
    var latest: Day?
    for date in touchpoints where date <= day { latest = max(latest ?? date, date) }
    return latest
  }
}

/// The evidence as scores read it.
///
/// It is a class, since every reading uses it and a copy would have to retain everything in it.
final class ScoredTables: Sendable {
  let asOf: Day
  let series: [Series]
  let columns: [AccountCells]
  /// The days on which the tables have rows.
  let touchpointDays: FeedDays
  let ticketDays: FeedDays
  let contactsBegin: Day?
  private let feedMaxAge: Int
  private let days: [(startedOn: Day?, endedOn: Day?, renewsOn: Day?)]
  private let outcomes: RowsByAccount<ScoredRows.OutcomeRow>
  /// Of each account the rows that count on the as-of day, then those that a later one replaces.
  private let tickets: RowsByAccount<ScoredRows.TicketRow>
  private let touchpoints: RowsByAccount<Day>
  private let champions: RowsByAccount<ScoredRows.Presence>
  private let goals: RowsByAccount<ScoredRows.GoalRow>

  init(
    asOf: Day, accounts: [Account], columns: [AccountCells], series: [Series], outcomes: RowsByAccount<Outcome>,
    tickets: RowsByAccount<Ticket>, replacedTickets: RowsByAccount<ReplacedTicket>,
    touchpoints: RowsByAccount<Touchpoint>, contacts: RowsByAccount<Contact>, goals: RowsByAccount<Goal>,
    feedMaxAge: Int
  ) {
    self.asOf = asOf
    self.series = series
    self.columns = columns
    self.feedMaxAge = feedMaxAge
    days = accounts.map { ($0.startedOn, $0.endedOn, $0.renewsOn) }
    self.outcomes = outcomes.compactMap { ScoredRows.OutcomeRow(date: $0.date, kind: $0.kind) }
    self.tickets = tickets.compactMap { ScoredRows.TicketRow($0) }.followed(
      by: replacedTickets.compactMap { ScoredRows.TicketRow($0.ticket, replacedOn: $0.replacedOn) })
    self.touchpoints = touchpoints.compactMap(\.date)
    champions = contacts.compactMap { $0.roles.contains(.champion) ? ScoredRows.Presence($0) : nil }
    self.goals = goals.compactMap(ScoredRows.GoalRow.init)
    touchpointDays = FeedDays(self.touchpoints.all)
    ticketDays = FeedDays(self.tickets.all.map(\.openedOn))
    // A contact without a `since` was there from the beginning.
    contactsBegin = contacts.all.map { $0.since ?? Day(number: .min) }.min()
  }

  /// The rows of one of the accounts.
  func rows(of account: Int) -> ScoredRows {
    ScoredRows(
      asOf: asOf, startedOn: days[account].startedOn, endedOn: days[account].endedOn, renewsOn: days[account].renewsOn,
      outcomes: outcomes[account], tickets: tickets[account], touchpoints: touchpoints[account],
      champions: champions[account], goals: goals[account])
  }

  /// What a day says of the tables.
  func news(of day: Day) -> TableNews {
    TableNews(
      day: day, touchpoint: touchpointDays.newest(onOrBefore: day), ticket: ticketDays.newest(onOrBefore: day),
      hasContacts: contactsBegin.map { $0 <= day } ?? false, maxAge: feedMaxAge)
  }
}
