import Health
import Review

extension Context {
  func view(_ risk: Risk) -> RiskRow {
    RiskRow(
      date: formats.shortDate(risk.seenOn), kind: words.code(.risk, risk.kind.rawValue),
      severity: words(.severityOf5, ["n": String(risk.severity)]), age: words.age(review.asOf - risk.seenOn),
      note: risk.note ?? "", source: risk.source.map { words.code(.touchpoint, $0) } ?? "")
  }

  func view(_ contact: Contact) -> ContactRow {
    let when: String
    if let left = contact.leftOn, left <= review.asOf {
      when = words(.leftOn, ["date": formats.shortDate(left)])
    } else {
      when = contact.since.map { words(.sinceDay, ["date": formats.shortDate($0)]) } ?? ""
    }
    return ContactRow(
      name: contact.name, role: contact.role.map { words.code(.role, $0) } ?? "", when: when)
  }

  func view(_ goal: Goal) -> GoalRow {
    func figure(_ value: Double?) -> String { value.map(formats.value) ?? "" }
    let when: String
    if let met = goal.metOn, met <= review.asOf {
      when = words(.metOn, ["date": formats.shortDate(met)])
    } else if let due = goal.dueOn {
      when = words(due < review.asOf ? .wasDueOn : .dueOn, ["date": formats.shortDate(due)])
    } else {
      when = ""
    }
    return GoalRow(
      goal: goal.goal, unit: goal.unit ?? "", baseline: figure(goal.baseline), latest: figure(goal.latest),
      target: figure(goal.target),
      when: when)
  }

  func view(_ ticket: Ticket) -> TicketRow {
    TicketRow(
      opened: formats.shortDate(ticket.openedOn), subject: ticket.subject ?? ticket.id,
      severity: ticket.severity.map { words.code(.severity, $0.rawValue) } ?? "",
      state: ticket.isOpen(on: review.asOf)
        ? words(.stillOpen) : ticket.closedOn.map { words(.closedOn, ["date": formats.shortDate($0)]) } ?? "")
  }

  func view(_ touchpoint: Touchpoint) -> TouchpointRow {
    TouchpointRow(
      date: formats.shortDate(touchpoint.date), kind: touchpoint.kind.map { words.code(.touchpoint, $0) } ?? "",
      people: [touchpoint.by, touchpoint.with].compactMap { $0 }.joined(separator: ", "), note: touchpoint.note ?? "")
  }
}
