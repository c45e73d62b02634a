// "Derived measures" in docs/scoring.md.

let derivedNames: Set<Name> = [
  "days_since_contact", "touchpoints_90d", "open_tickets", "tickets_90d", "urgent_tickets_90d", "days_to_close_90d",
  "csat_90d", "champions", "goals_met", "days_to_renewal", "tenure_days",
]

private let fromTouchpoints: Set<Name> = ["days_since_contact", "touchpoints_90d"]
private let fromTickets: Set<Name> = [
  "open_tickets", "tickets_90d", "urgent_tickets_90d", "days_to_close_90d", "csat_90d",
]

enum Feed: Hashable { case touchpoints, tickets, contacts }

struct NewestKey: Hashable {
  let feed: Feed
  let day: Day
}

extension World {
  /// The value at `day`; nil is "never".
  func derived(_ name: Name, of account: Account, on day: Day) -> Double? {
    var opened: [TicketRow] { tickets(of: account, openedBy: day) }
    var recent: [TicketRow] { opened.filter { isWithin($0.openedOn, last: 90, of: day) } }
    var touchpoints: [Day] { account.touchpoints.map(\.day).filter { $0 <= day } }
    var hasTickets: Bool { newestRow(.tickets, on: day) != nil }
    var hasTouchpoints: Bool { newestRow(.touchpoints, on: day) != nil }
    switch name {
    case "days_since_contact":
      guard hasTouchpoints else { return nil }
      return (touchpoints.max() ?? startedOn(of: account, asSeenOn: day)).map { Double(day - $0) }
    case "touchpoints_90d":
      return hasTouchpoints ? Double(touchpoints.filter { isWithin($0, last: 90, of: day) }.count) : nil
    case "open_tickets":
      return hasTickets ? Double(opened.filter { isOpen($0, on: day) }.count) : nil
    case "tickets_90d":
      return hasTickets ? Double(recent.count) : nil
    case "urgent_tickets_90d":
      return hasTickets ? Double(recent.filter(\.isHighOrUrgent).count) : nil
    case "days_to_close_90d":
      return median(
        opened.compactMap { ticket in
          ticket.closedOn.flatMap { isWithin($0, last: 90, of: day) ? Double($0 - ticket.openedOn) : nil }
        })
    case "csat_90d":
      return mean(recent.compactMap(\.csat))
    case "champions":
      guard newestRow(.contacts, on: day) != nil else { return nil }
      return Double(
        account.contacts.filter { contact in
          contact.roles.contains(.champion) && !contact.isGone && contact.since.map { $0 <= day } ?? true
            && contact.leftOn.map { $0 > day } ?? true
        }.count)
    case "goals_met":
      let isPast = { (date: Day?) in date.map { $0 <= day } ?? false }
      let due = account.goals.filter { $0.isDue || isPast($0.dueOn) || isPast($0.metOn) }
      return due.isEmpty ? nil : Double(due.filter { isPast($0.metOn) }.count) / Double(due.count)
    case "days_to_renewal":
      return renewalDay(of: account, on: day).map { Double($0 - day) }
    case "tenure_days":
      return startedOn(of: account, asSeenOn: day).map { Double(day - $0) }
    default:
      return nil
    }
  }

  /// What was known then: the earliest decision after `day`, up to T, or else today's `renews_on`.
  func renewalDay(of account: Account, on day: Day) -> Day? {
    let decisions: [OutcomeKind] = [.renewed, .contracted, .churned]
    return account.outcomes.first { $0.day > day && $0.day <= asOf && decisions.contains($0.kind) }?.day
      ?? account.renewsOn
  }

  /// A dead feed: no row newer than `feed_max_age`, over all accounts.
  func isFromDeadFeed(_ name: Name, on day: Day) -> Bool {
    let feed: Feed? = fromTouchpoints.contains(name) ? .touchpoints : fromTickets.contains(name) ? .tickets : nil
    guard let feed, let newest = newestRow(feed, on: day) else { return false }
    return day - newest > settings.feedMaxAge
  }

  /// The newest day on or before `day` in a whole table; nil before its first row.
  func newestRow(_ feed: Feed, on day: Day) -> Day? {
    let key = NewestKey(feed: feed, day: day)
    if let known = newestRows[key] { return known }
    let days = portfolio.accounts.flatMap { account -> [Day] in
      switch feed {
      case .touchpoints: account.touchpoints.map(\.day)
      case .tickets: account.tickets.map(\.openedOn)
      // A contact without `since` has always been there.
      case .contacts: account.contacts.map { $0.since ?? day }
      }
    }
    let newest = days.filter { $0 <= day }.max()
    newestRows[key] = .some(newest)
    return newest
  }

  /// Of rows with one id, the last in the files.
  func tickets(of account: Account, openedBy day: Day) -> [TicketRow] {
    let opened = account.tickets.filter { $0.openedOn <= day }
    return opened.indices.filter { index in
      !opened[(index + 1)...].contains { $0.id == opened[index].id }
    }.map { opened[$0] }
  }

  func isOpen(_ ticket: TicketRow, on day: Day) -> Bool {
    ticket.openedOn <= day && ticket.closedOn.map { $0 > day } ?? true
  }
}

/// "The last 28 days" are day−27 … day ("Days, windows and editions" in docs/scoring.md).
func isWithin(_ date: Day, last days: Int, of day: Day) -> Bool { date <= day && date >= day - (days - 1) }
