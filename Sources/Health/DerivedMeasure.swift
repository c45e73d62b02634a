/// The measures that are computed from the tables and always available to a model.
public enum DerivedMeasure: String, CaseIterable, Sendable {
  case daysSinceContact = "days_since_contact"
  case touchpoints90d = "touchpoints_90d"
  case openTickets = "open_tickets"
  case tickets90d = "tickets_90d"
  case urgentTickets90d = "urgent_tickets_90d"
  case daysToClose90d = "days_to_close_90d"
  case csat90d = "csat_90d"
  case champions
  case goalsMet = "goals_met"
  case daysToRenewal = "days_to_renewal"
  case tenureDays = "tenure_days"

  /// The number of days in counts of recent events: a quarter, in which most customers are met at least once.
  public static let recentDays = 90

  /// True when its value comes from a column of the accounts table whose past values are unknown.
  ///
  /// `started_on` does not count: it never changes.
  var readsAccountColumn: Bool { self == .daysToRenewal }
}

extension Evidence {
  /// The value of a derived measure on a day; nil when there is none.
  ///
  /// From the first row of a table on, an account without rows counts 0; before it no account has a count, since an
  /// empty table says nothing about anybody.
  public func value(of measure: DerivedMeasure, account: Int, on day: Day) -> Double? {
    tables.rows(of: account).value(of: measure, on: tables.news(of: day))
  }

  /// The day of the account's latest touchpoint on or before a day.
  public func lastContact(of account: Int, on day: Day) -> Day? { tables.rows(of: account).lastContact(on: day) }

  /// The number of tickets an account opened in the recent days up to and including `end`.
  ///
  /// - Parameter day: the day that knows of them; of two rows of one ticket opened up to then, the last counts.
  public func ticketsOpened(by account: Int, endingOn end: Day, asOf day: Day) -> Int {
    let window = Window(endingOn: end, length: DerivedMeasure.recentDays)
    return tables.rows(of: account).tickets.count { $0.counts(on: day) && window.contains($0.openedOn) }
  }
}

/// The newest rows of whole tables up to a day, of whichever account they are.
struct TableNews: Sendable {
  let day: Day
  /// Nil before the table's first row.
  let touchpoint: Day?
  let ticket: Day?
  let hasContacts: Bool
  /// Days after which a table without a new row is a dead feed.
  let maxAge: Int

  /// True when the table of a derived measure has had no row, for any account, for longer than the settings allow, so
  /// that its silence says nothing about customers.
  func isStale(for measure: DerivedMeasure) -> Bool {
    switch measure {
    case .daysSinceContact, .touchpoints90d: isStale(touchpoint)
    case .openTickets, .tickets90d, .urgentTickets90d, .daysToClose90d, .csat90d: isStale(ticket)
    case .champions, .goalsMet, .daysToRenewal, .tenureDays: false
    }
  }

  private func isStale(_ newest: Day?) -> Bool { newest.map { day - $0 > maxAge } ?? false }
}

extension ScoredRows {
  /// The value of a derived measure on the day of the news; nil when there is none.
  func value(of measure: DerivedMeasure, on news: TableNews) -> Double? {
    let day = news.day
    let recently = Window(endingOn: day, length: DerivedMeasure.recentDays)
    switch measure {
    case .daysSinceContact:
      guard news.touchpoint != nil else { return nil }
      return (lastContact(on: day) ?? start(on: day)).map { Double(day - $0) }
    case .touchpoints90d:
      return news.touchpoint == nil ? nil : Double(touchpoints.count { recently.contains($0) })
    case .openTickets: return countTickets(on: news) { $0.isOpen(on: day) }
    case .tickets90d: return countTickets(on: news) { recently.contains($0.openedOn) }
    case .urgentTickets90d: return countTickets(on: news) { recently.contains($0.openedOn) && $0.isUrgent }
    case .daysToClose90d:
      return median(
        tickets.compactMap { ticket in
          guard ticket.counts(on: day), ticket.openedOn <= day, let closed = ticket.closedOn, recently.contains(closed)
          else { return nil }
          return Double(closed - ticket.openedOn)
        })
    case .csat90d:
      var sum = 0.0
      var count = 0
      for ticket in tickets where ticket.counts(on: day) && recently.contains(ticket.openedOn) {
        guard let csat = ticket.csat else { continue }
        sum += csat
        count += 1
      }
      return count == 0 ? nil : sum / Double(count)
    case .champions: return news.hasContacts ? Double(champions.count { $0.holds(on: day) }) : nil
    case .goalsMet:
      let met = goals.count { $0.isMet(on: day) }
      let due = goals.count { $0.isMet(on: day) || $0.isDue(on: day) }
      return due == 0 ? nil : Double(met) / Double(due)
    case .daysToRenewal: return renewalDay(on: day).map { Double($0 - day) }
    case .tenureDays: return start(on: day).map { Double(day - $0) }
    }
  }

  private func countTickets(on news: TableNews, where isCounted: (TicketRow) -> Bool) -> Double? {
    guard news.ticket != nil else { return nil }
    return Double(tickets.count { $0.counts(on: news.day) && isCounted($0) })
  }
}

/// A span of days, closed at both ends: the last `length` days up to and including `end`.
struct Window {
  let first: Day
  let end: Day

  init(endingOn end: Day, length: Int) {
    self.end = end
    self.first = end - (length - 1)
  }

  func contains(_ day: Day) -> Bool { day >= first && day <= end }
}
