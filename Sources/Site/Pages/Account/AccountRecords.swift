import Health
import Review

/// An account's rows of other tables, as rows of its page.
struct AccountRecords: Composer {
  let tell: Telling

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
      people: [touchpoint.by, touchpoint.with].compactMap { $0 }.joined(separator: ", "),
      note: told(touchpoint.note, to: ownPage) ?? "")
  }

  /// The number of rows that each table has about the account.
  func sources(_ account: Int) -> [SourceRow] {
    func row(_ table: Table, _ count: Int, _ newest: Day?) -> SourceRow? {
      guard count > 0 else { return nil }
      return SourceRow(
        table: words.code(.table, table.rawValue), rows: formats.whole(count),
        newest: newest.map(formats.shortDate) ?? words(.undated))
    }
    let observations = evidence.series.map { $0.observations(of: account, upTo: review.asOf) }
    return [
      row(.measures, observations.reduce(0) { $0 + $1.count }, observations.compactMap { $0.last?.day }.max()),
      row(
        .sentiment, review.judgement.sentiment[account].count, review.judgement.sentiment[account].map(\.date).max()),
      row(.risks, review.judgement.risks[account].count, review.judgement.risks[account].map(\.seenOn).max()),
      row(.touchpoints, evidence.touchpoints[account].count, evidence.touchpoints[account].map(\.date).max()),
      row(.tickets, evidence.tickets[account].count, evidence.tickets[account].map(\.openedOn).max()),
      row(.contacts, evidence.contacts[account].count, evidence.contacts[account].compactMap(\.since).max()),
      row(
        .goals, evidence.goals[account].count,
        evidence.goals[account].compactMap(\.metOn).filter { $0 <= review.asOf }.max()),
      row(.outcomes, evidence.outcomes[account].count, evidence.outcomes[account].map(\.date).max()),
      row(.reviews, review.judgement.reviews[account].count, review.judgement.reviews[account].map(\.date).max()),
    ].compactMap { $0 }
  }
}
