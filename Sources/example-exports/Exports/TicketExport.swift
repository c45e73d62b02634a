/// The export of a help desk's tickets: accounts by the name of an organisation, times on the clock of the team.
enum TicketExport {
  static let header = """
    Summation column|Id|Requester|Requester id|Requester external id|Requester email|Requester domain|Submitter|\
    Assignee|Group|Subject|Tags|Status|Priority|Via|Ticket type|Created at|Updated at|Assigned at|Organization|\
    Due date|Initially assigned at|Solved at|Resolution time|Satisfaction Score|Group stations|Assignee stations|\
    Reopens|Replies|First reply time in minutes|First reply time in minutes within business hours|\
    First resolution time in minutes|\
    First resolution time in minutes within business hours|Full resolution time in minutes|\
    Full resolution time in minutes within business hours|Agent wait time in minutes|\
    Agent wait time in minutes within business hours|Requester wait time in minutes|\
    Requester wait time in minutes within business hours|On hold time in minutes|\
    On hold time in minutes within business hours|Area [list]
    """.split(separator: "|").map(String.init)

  static func tickets(_ facts: Facts) -> [UInt8] {
    var rows = Rows(header)
    for ticket in facts.tickets { rows.append(cells: cells(ticket)) }
    return Array(rows.text.utf8)
  }

  private static func cells(_ ticket: Ticket) -> [String] {
    let assigned = ticket.opened + 60 * min(ticket.firstReply, 55)
    let exported = Moment(Calendar.asOf, second: 0)
    let updated = ticket.solved ?? min(ticket.opened + 3600 * 20 * ticket.replies, exported)
    let isClosed = ticket.solved.map { exported - $0 > 28 * 86_400 } ?? false
    let status = ticket.solved == nil ? ticket.openStatus : isClosed ? "Closed" : "Solved"
    let resolution = ticket.solved.map { ($0 - ticket.opened) / 60 }
    // An office is open for about a third of the day.
    let within = resolution.map { $0 / 3 }
    let waits = resolution.map { [$0 / 5, $0 / 15, $0 / 2, $0 / 6, 0, 0] } ?? [nil, nil, nil, nil, nil, nil]
    let minutes =
      [ticket.firstReply, ticket.firstReply / 2, resolution, within, resolution, within] as [Int?] + waits
    let tags = ([ticket.area] + (ticket.priority == .urgent ? ["escalated"] : [])).joined(separator: " ")
    return [
      "1", "\(ticket.number)", ticket.requester, "\(ticket.requesterNumber)", "",
      "\(Encoding.address(ticket.requester))@\(ticket.domain)", ticket.domain, ticket.requester, ticket.agent,
      ticket.area == "Payroll" ? "Payroll" : "Support", ticket.subject, tags.lowercased(), status,
      ticket.priority?.rawValue ?? "-", ticket.number % 4 == 0 ? "Web form" : "Mail", ticket.type,
      written(ticket.opened), written(updated), written(assigned), ticket.organization, "", written(assigned),
      ticket.solved.map(written) ?? "", resolution.map { "\($0 / 60)" } ?? "", ticket.satisfaction.rawValue, "1",
      ticket.priority == .urgent ? "2" : "1", "0", "\(ticket.replies)",
    ] + minutes.map { $0.map(String.init) ?? "" } + [ticket.area]
  }

  private static func written(_ moment: Moment) -> String { "\(moment.day) \(moment.time)" }
}
