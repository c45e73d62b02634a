// The rows of "What of a table counts" in docs/scoring.md, each from its cells.

/// An amount in the portfolio's currency.
///
/// Without a rate it is unknown, which is no fault of the cell.
private func amount(
  _ column: Name, of cells: Cells, in settings: Settings, where fits: (Double) -> Bool = { _ in true }
) -> Double? {
  guard let written = cells.number(column, where: fits).value, let rate = settings.rate(of: cells.text("currency"))
  else { return nil }
  return written * rate
}

extension Account {
  init(_ cells: Cells, settings: Settings) throws {
    id = try settings.today(cells.required("account_id"))
    name = try cells.required("name")
    csm = cells.text("csm")
    arr = amount("arr", of: cells, in: settings) { $0 >= 0 }
    _ = cells.number("employees")
    _ = cells.number("seats") { $0 >= 0 }
    segmentColumn = cells.text("segment")
    startedOn = cells.day("started_on").value
    renewsOn = cells.day("renews_on").value
    endedOn = cells.day("ended_on").value
    // Last, since a refused cell is blank for segments and measures, too.
    var columns = Dictionary(zip(cells.columns, cells.values), uniquingKeysWith: { $1 }).filter { !$1.isEmpty }
    columns["arr"] = arr.map { "\($0)" }
    self.columns = columns
  }
}

extension SentimentRow {
  init(_ cells: Cells) throws(RefusedRow) {
    day = try cells.requiredDay("date")
    flag = try cells.requiredWord("flag", as: FlagWord.self).flag
    reason = cells.text("reason")
  }
}

/// The words for a flag.
struct FlagWord: RawRepresentable {
  let rawValue: String
  let flag: Flag

  init?(rawValue: String) {
    self.rawValue = rawValue
    switch rawValue {
    case "green", "g", "vert", "🟢": flag = .green
    case "yellow", "y", "amber", "a", "orange", "jaune", "🟡", "🟠": flag = .yellow
    case "red", "r", "rouge", "🔴": flag = .red
    default: return nil
    }
  }
}

extension RiskRow {
  init(_ cells: Cells) throws(RefusedRow) {
    seenOn = try cells.requiredDay("seen_on")
    _ = try cells.requiredWord("kind", as: RiskKind.self)
    let severity = cells.number("severity") { (1...5).contains($0) && $0 == $0.rounded() }
    // What cannot be read is never good news.
    self.severity = severity.isRefused ? 5 : severity.value ?? 3
    closedOn = cells.day("closed_on").value
  }
}

extension TicketRow {
  init(_ cells: Cells) throws(RefusedRow) {
    id = Name(try cells.required("ticket_id"))
    openedOn = try cells.requiredDay("opened_on")
    closedOn = cells.day("closed_on").value
    let severity = cells.word("severity", as: TicketSeverity.self)
    isHighOrUrgent = severity.isRefused || severity.value == .high || severity.value == .urgent
    csat = cells.number("csat") { (1...5).contains($0) }.value
  }
}

extension ContactRow {
  init(_ cells: Cells) throws(RefusedRow) {
    _ = try cells.required("name")
    var roles: [Role] = []
    var knowsAll = true
    for part in (cells.text("role") ?? "").split(separator: ";") {
      let word = choiceWord(String(part))
      guard !word.isEmpty else { continue }
      if let role = Role(rawValue: word) { roles.append(role) } else { knowsAll = false }
    }
    if cells.text("role") != nil { cells.fill("role") }
    // The known roles stay.
    if !knowsAll { cells.refuse("role") }
    self.roles = roles
    since = cells.day("since").value
    let left = cells.day("left_on")
    leftOn = left.value
    isGone = left.isRefused
  }
}

extension GoalRow {
  init(_ cells: Cells) throws(RefusedRow) {
    _ = try cells.required("goal")
    for column in ["baseline", "target", "latest"] as [Name] { _ = cells.number(column) }
    let due = cells.day("due_on")
    dueOn = due.value
    isDue = due.isRefused
    metOn = cells.day("met_on").value
  }
}

extension OutcomeRow {
  init(_ cells: Cells, settings: Settings) throws(RefusedRow) {
    day = try cells.requiredDay("date")
    kind = try cells.requiredWord("kind", as: OutcomeKind.self)
    arrBefore = amount("arr_before", of: cells, in: settings)
    arrAfter = amount("arr_after", of: cells, in: settings) { $0 >= 0 }
    noticeOn = cells.day("notice_on").value
    avoidable = cells.word("avoidable", as: Answer.self).value
    hasEvidence = cells.text("evidence") != nil
  }
}

extension ReviewRow {
  init(_ cells: Cells) throws(RefusedRow) {
    day = try cells.requiredDay("date")
    list = try cells.requiredWord("list", as: ListWord.self).list
    decision = try cells.requiredWord("decision", as: Decision.self)
    dueOn = cells.day("due_on").value
  }
}

/// The id of a list, written as a choice.
private struct ListWord: RawRepresentable {
  let rawValue: String
  let list: ListID

  init?(rawValue: String) {
    self.rawValue = rawValue
    guard let list = ListID.allCases.first(where: { choiceWord($0.rawValue) == rawValue }) else { return nil }
    self.list = list
  }
}

extension TouchpointRow {
  init(_ cells: Cells) throws(RefusedRow) {
    day = try cells.requiredDay("date")
    _ = cells.word("kind", as: TouchpointKind.self)
  }
}
