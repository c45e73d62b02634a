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
    let recently = Window(endingOn: day, length: DerivedMeasure.recentDays)
    switch measure {
    case .daysSinceContact:
      guard touchpointDays.newest(onOrBefore: day) != nil else { return nil }
      let last = lastContact(of: account, on: day) ?? start(of: account, on: day)
      return last.map { Double(day - $0) }
    case .touchpoints90d:
      guard touchpointDays.newest(onOrBefore: day) != nil else { return nil }
      return Double(touchpoints[account].count { recently.contains($0.date) })
    case .openTickets:
      return countTickets(of: account, on: day) { $0.isOpen(on: day) }
    case .tickets90d:
      return countTickets(of: account, on: day) { recently.contains($0.openedOn) }
    case .urgentTickets90d:
      return countTickets(of: account, on: day) {
        recently.contains($0.openedOn) && $0.severity?.isUrgent ?? false
      }
    case .daysToClose90d:
      let durations = tickets(of: account, on: day).compactMap { ticket in
        ticket.openedOn <= day ? ticket.closedOn.flatMap { recently.contains($0) ? $0 - ticket.openedOn : nil } : nil
      }
      return median(durations.map(Double.init))
    case .csat90d:
      let ratings = tickets(of: account, on: day).compactMap { recently.contains($0.openedOn) ? $0.csat : nil }
      return ratings.isEmpty ? nil : ratings.reduce(0, +) / Double(ratings.count)
    case .champions:
      guard let contactsBegin, contactsBegin <= day else { return nil }
      return Double(contacts[account].count { $0.roles.contains(.champion) && $0.isPresent(on: day) })
    case .goalsMet:
      var due = 0
      var met = 0
      for goal in goals[account] {
        let isMet = goal.metOn.map { $0 <= day } ?? false
        if isMet { met += 1 }
        if isMet || goal.isDue(on: day) { due += 1 }
      }
      return due == 0 ? nil : Double(met) / Double(due)
    case .daysToRenewal:
      return renewalDay(of: account, on: day).map { Double($0 - day) }
    case .tenureDays:
      return tenure(of: account, on: day).map(Double.init)
    }
  }

  /// True when the table of a derived measure has had no row, for any account, for longer than the settings allow, so
  /// that its silence says nothing about customers.
  func feedIsStale(for measure: DerivedMeasure, on day: Day) -> Bool {
    let newest: Day?
    switch measure {
    case .daysSinceContact, .touchpoints90d: newest = touchpointDays.newest(onOrBefore: day)
    case .openTickets, .tickets90d, .urgentTickets90d, .daysToClose90d, .csat90d:
      newest = ticketDays.newest(onOrBefore: day)
    case .champions, .goalsMet, .daysToRenewal, .tenureDays: return false
    }
    return newest.map { day - $0 > feedMaxAge } ?? false
  }

  /// The day of the account's latest touchpoint on or before a day.
  public func lastContact(of account: Int, on day: Day) -> Day? {
    var latest: Day?
    for touchpoint in touchpoints[account] where touchpoint.date <= day {
      latest = max(latest ?? touchpoint.date, touchpoint.date)
    }
    return latest
  }

  /// The number of tickets an account opened in the recent days up to and including `end`.
  ///
  /// - Parameter day: the day that knows of them; of two rows of one ticket opened up to then, the last counts.
  public func ticketsOpened(by account: Int, endingOn end: Day, asOf day: Day) -> Int {
    let window = Window(endingOn: end, length: DerivedMeasure.recentDays)
    return tickets(of: account, on: day).count { window.contains($0.openedOn) }
  }

  private func countTickets(of account: Int, on day: Day, where isCounted: (Ticket) -> Bool) -> Double? {
    guard ticketDays.newest(onOrBefore: day) != nil else { return nil }
    return Double(tickets(of: account, on: day).count(where: isCounted))
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
