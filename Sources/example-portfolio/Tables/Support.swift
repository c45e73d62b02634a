/// The help desk's tickets, numbered in the order of their arrival.
func ticketsTable(_ accounts: [Account], seed: UInt64) -> Table {
  var table = Table(
    "data/tickets.csv",
    columns: ["account_id", "ticket_id", "opened_on", "closed_on", "severity", "csat", "subject"])
  var all: [(account: String, ticket: Ticket)] = []
  for account in accounts {
    var chance = SeededGenerator(seed: seed, topic: "tickets of \(account.id)")
    let tickets = account.tickets + usualTickets(of: account, chance: &chance)
    all += tickets.map { (account.id, $0) }
  }
  all.sort { ($0.ticket.opened, $0.account, $0.ticket.subject) < ($1.ticket.opened, $1.account, $1.ticket.subject) }
  for (index, entry) in all.enumerated() {
    let (account, ticket) = entry
    table.append(
      account, "T-\(20_412 + index)", ticket.opened, ticket.closed, ticket.severity, ticket.csat, ticket.subject)
  }
  table.append(
    Faults.impossibleTicketAccount, "T-\(20_412 + all.count)", "2026-02-30", nil, "normal", nil,
    "Opened by mail, date typed by hand")
  return table
}

private func usualTickets(of account: Account, chance: inout SeededGenerator) -> [Ticket] {
  let profile = account.profile
  var tickets: [Ticket] = []
  for sunday in Timeline.sundays where account.hasTelemetry && sunday >= account.started && sunday <= account.lastDay {
    let expected = profile.tickets.value(on: sunday) * Double(account.seats(on: sunday)) / 13
    for _ in 0..<chance.count(expected: expected) {
      let opened = sunday - chance.whole(in: 2...6)
      let isGrave = chance.happens(profile.urgent.value(on: opened))
      let severity = isGrave ? chance.pick(["high", "high", "urgent"]) : chance.pick(["low", "normal", "normal"])
      let days = Int((profile.closing.value(on: opened) * (0.3 + 1.4 * chance.fraction())).rounded())
      let closed = opened + days
      let isClosed = closed <= account.lastDay
      let csat = (profile.csat.value(on: opened) + chance.offset(spread: 1.6)).rounded()
      let isRated = chance.happens(0.4) && isClosed
      tickets.append(
        Ticket(
          opened: opened, closed: isClosed ? closed : nil, severity: severity,
          csat: isRated ? max(1, min(5, Int(csat))) : nil, subject: chance.pick(Phrases.subjects(isGrave: isGrave))))
    }
  }
  return tickets
}
