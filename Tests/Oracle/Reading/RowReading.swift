// The rows of "What of a table counts" in docs/scoring.md, each from its cells.

extension Account {
  init(_ cells: Cells) throws(RefusedRow) {
    id = Name(try cells.required("account_id"))
    name = try cells.required("name")
    csm = cells.text("csm")
    arr = try cells.number("arr")
    _ = try cells.number("employees")
    _ = try cells.number("seats")
    segmentColumn = cells.text("segment")
    startedOn = try cells.day("started_on")
    renewsOn = try cells.day("renews_on")
    endedOn = try cells.day("ended_on")
    columns = Dictionary(zip(cells.columns, cells.values), uniquingKeysWith: { $1 }).filter { !$1.isEmpty }
  }
}

extension SentimentRow {
  init(_ cells: Cells) throws(RefusedRow) {
    day = try cells.requiredDay("date")
    flag = try cells.requiredWord("flag", as: Flag.self)
    reason = cells.text("reason")
  }
}

extension RiskRow {
  init(_ cells: Cells) throws(RefusedRow) {
    seenOn = try cells.requiredDay("seen_on")
    _ = try cells.requiredWord("kind", as: RiskKind.self)
    severity = try cells.number("severity", in: 1...5) ?? 3
    guard severity == severity.rounded() else { throw RefusedRow() }
    closedOn = try cells.day("closed_on")
  }
}

extension TicketRow {
  init(_ cells: Cells) throws(RefusedRow) {
    _ = try cells.required("ticket_id")
    openedOn = try cells.requiredDay("opened_on")
    closedOn = try cells.day("closed_on")
    // An unknown severity only warns; it is then neither high nor urgent.
    isHighOrUrgent = ["high", "urgent"].contains(cells.text("severity"))
    csat = try cells.number("csat", in: 1...5)
  }
}

extension ContactRow {
  init(_ cells: Cells) throws(RefusedRow) {
    _ = try cells.required("name")
    role = try cells.word("role", as: Role.self)
    since = try cells.day("since")
    leftOn = try cells.day("left_on")
  }
}

extension GoalRow {
  init(_ cells: Cells) throws(RefusedRow) {
    _ = try cells.required("goal")
    for column in ["baseline", "target", "latest"] as [Name] { _ = try cells.number(column) }
    dueOn = try cells.day("due_on")
    metOn = try cells.day("met_on")
  }
}

extension OutcomeRow {
  init(_ cells: Cells) throws(RefusedRow) {
    day = try cells.requiredDay("date")
    kind = try cells.requiredWord("kind", as: OutcomeKind.self)
    arrBefore = try cells.number("arr_before")
    arrAfter = try cells.number("arr_after")
    noticeOn = try cells.day("notice_on")
    avoidable = try cells.word("avoidable", as: Answer.self)
    hasEvidence = cells.text("evidence") != nil
  }
}

extension ReviewRow {
  init(_ cells: Cells) throws(RefusedRow) {
    day = try cells.requiredDay("date")
    list = try cells.requiredWord("list", as: ListID.self)
    decision = try cells.requiredWord("decision", as: Decision.self)
    dueOn = try cells.day("due_on")
  }
}
