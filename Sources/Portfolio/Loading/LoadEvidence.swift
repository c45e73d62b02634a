import Findings
import Health
import Review
import Spelling

extension Loader {
  mutating func evidence(
    _ settings: Settings, accounts: [Account], columns: [AccountCells], index: AccountIndex
  ) -> Evidence {
    let count = accounts.count
    let series = measures(settings, accounts: count, index: index)
    let touchpoints = rows(of: .touchpoints, settings: settings, accounts: index, count: count, order: RowOrder.of) {
      row -> (Touchpoint, Day?)? in
      let date = row.requiredDay("date")
      let kind = row.choice("kind", of: TouchpointKind.self)
      let by = row.person("by")
      let with = row.text("with")
      let said = row.remarks(["note"], mark: settings.privateMark)
      return date.map { (Touchpoint(date: $0, kind: kind?.rawValue, by: by, with: with, note: said[0]), $0) }
    }
    var ticketIDs: Set<[UInt8]> = []
    let tickets = rows(of: .tickets, settings: settings, accounts: index, count: count, order: RowOrder.of) {
      row -> (Ticket, Day?)? in
      let id = row.requiredText("ticket_id")
      let openedOn = row.requiredDay("opened_on")
      let closedOn = row.day("closed_on")
      let severity =
        row.choice("severity", of: Ticket.Severity.self) ?? (row.isRefused("severity") ? Ticket.Severity.high : nil)
      let csat = row.number("csat", in: Double(Ticket.ratings.lowerBound)...Double(Ticket.ratings.upperBound))
      guard let id, let openedOn, let account = row.accountOfRow else { return nil }
      if row.faults.isEmpty, !ticketIDs.insert(Array("\(account) \(id)".utf8)).inserted {
        row.warn("ticket_id", "the ticket '\(id)' of this account has an earlier row; this later one counts")
      }
      return (
        Ticket(
          id: id, openedOn: openedOn, closedOn: closedOn, severity: severity, csat: csat, subject: row.text("subject")),
        openedOn
      )
    }
    let contacts = rows(of: .contacts, settings: settings, accounts: index, count: count, order: RowOrder.of) {
      row -> (Contact, Day?)? in
      let name = row.requiredText("name")
      let roles = row.choices("role", of: Contact.Role.self)
      let since = row.day("since")
      let leftOn = row.day("left_on")
      let isUnreadable = row.isRefused("left_on")
      return name.map {
        (Contact(name: $0, roles: roles, since: since, leftOn: leftOn, hasUnreadableLeave: isUnreadable), since)
      }
    }
    let goals = rows(of: .goals, settings: settings, accounts: index, count: count, order: RowOrder.of) {
      row -> (Goal, Day?)? in
      let goal = row.requiredText("goal")
      let unit = row.text("unit")
      let baseline = row.number("baseline")
      let target = row.number("target")
      let latest = row.number("latest")
      let dueOn = row.day("due_on")
      let metOn = row.day("met_on")
      let isUnreadable = row.isRefused("due_on")
      return goal.map {
        (
          Goal(
            goal: $0, unit: unit, baseline: baseline, target: target, latest: latest, dueOn: dueOn, metOn: metOn,
            hasUnreadableDue: isUnreadable),
          nil
        )
      }
    }
    let (counted, replaced) = tickets.newest(accounts: count)
    var evidence = Evidence(
      asOf: asOf, accounts: accounts, columns: columns, series: series, touchpoints: touchpoints, tickets: counted,
      contacts: contacts, goals: goals,
      outcomes: outcomes(settings, accounts: accounts, columns: columns, index: index),
      replacedTickets: replaced, feedMaxAge: settings.feedMaxAge)
    evidence.spelling = \.nameKey
    return evidence
  }

  private mutating func outcomes(
    _ settings: Settings, accounts: [Account], columns: [AccountCells], index: AccountIndex
  ) -> RowsByAccount<Outcome> {
    let currencies = columns.first { $0.name == AccountColumn.currency.name }?.texts
    var early: [(account: Int, date: Day, warning: Finding)] = []
    let outcomes = rows(of: .outcomes, settings: settings, accounts: index, count: accounts.count, order: RowOrder.of) {
      row -> (Outcome, Day?)? in
      let date = row.requiredDay("date")
      let kind = row.requiredChoice("kind", of: Outcome.Kind.self)
      let before = row.signedAmount("arr_before").flatMap { row.converted($0, to: settings, unknown: "arr_before") }
      let after = row.amount("arr_after").flatMap { row.converted($0, to: settings, unknown: "arr_after") }
      if before != nil || after != nil, let account = row.accountOfRow, let foreign = currencies?[account],
        settings.rate(of: foreign) != 1
      {
        row.warnOfCurrency(foreign, own: settings.currency)
      }
      let noticeOn = row.day("notice_on")
      let avoidable = row.choice("avoidable", of: YesOrNo.self)
      let said = row.remarks(["reason", "evidence"], mark: settings.privateMark)
      guard let date, let kind else { return nil }
      if let noticeOn, noticeOn > date {
        row.warn(
          "notice_on",
          "notice_on is \(noticeOn), after \(date), the day of the outcome; the backtest looks back from it")
      }
      if kind == .churned, let after, after > 0 {
        row.warn(
          "arr_after", "arr_after is above 0, and nothing is left of an account that churned; retention counts 0")
      }
      if let before, let after, kind == .contracted && after > before || kind == .expanded && after < before {
        row.warn("arr_after", "the outcome is '\(kind.rawValue)', and arr_after is on the other side of arr_before")
      }
      let decidedOn = noticeOn ?? date
      if let account = row.accountOfRow, let started = accounts[account].startedOn, decidedOn < started,
        let warning = row.warning(
          noticeOn == nil ? "date" : "notice_on",
          "the account decided on \(decidedOn), before it began on \(started); the backtest has nothing to hold it against"
        )
      {
        early.append((account, date, warning))
      }
      return (
        Outcome(
          date: date, kind: kind, arrBefore: before, arrAfter: after, noticeOn: noticeOn,
          reason: said[0], isAvoidable: avoidable.map { $0 == .yes }, evidence: said[1]),
        date
      )
    }
    // A start after a churn is a second one, and what was decided before belongs to the first.
    for (account, date, warning) in early {
      let isOfFirst = outcomes[account].contains { outcome in
        outcome.kind == .churned && outcome.date >= date
          && accounts[account].startedOn.map { outcome.date < $0 } ?? false
      }
      if !isOfFirst { log.add(warning) }
    }
    return outcomes
  }

  /// The observed measures of long and wide files.
  private mutating func measures(_ settings: Settings, accounts: Int, index: AccountIndex) -> [Series] {
    var observations = ObservationLog(spelled: measuresOfModel)
    let (asOf, dataFolder, context) = (asOf, dataFolder, ReadingContext(settings, asOf: asOf))
    let counted = Set(measuresOfModel.map(\.nameKey))
    for source in sources(of: .measures, settings: settings) {
      observations.begin(file: source.file)
      var wide = WideColumns()
      var values: [Double?] = []
      var isLong = false
      read(source, as: .measures, accounts: index, settings) { binding in
        isLong = source.measures.isEmpty && binding.positions["measure"] != nil && binding.positions["value"] != nil
        if isLong { return [] }
        let (columns, findings) = binding.measureColumns(of: source)
        let texts = TextColumns(source, columns: columns, counted: counted, dataFolder: dataFolder, context)
        let measures = columns.filter { !texts.positions.contains($0.position) }
        wide = WideColumns(
          positions: measures.map(\.position), names: measures.map(\.name),
          slots: measures.map { observations.slot(of: $0.name) })
        return findings + texts.findings
      } row: { row, _ in
        isLong
          ? Self.addLong(&row, upTo: asOf, to: &observations)
          : Self.addWide(&row, wide, using: &values, upTo: asOf, to: &observations)
      }
    }
    measureNames = observations.names
    let series = observations.series(accounts: accounts, log: &log)
    for name in series.map(\.name) where DerivedMeasure(rawValue: name) != nil {
      stop(
        Finding(
          .error, file: settings.sources[.measures]?.first?.file ?? Table.measures.file,
          "the measure '\(name)' has the name of a derived measure; give it another name under values"))
    }
    return series
  }

  private static func addLong(
    _ row: inout RowParser, upTo asOf: Day, to observations: inout ObservationLog
  ) -> Day? {
    let account = row.account()
    let date = row.requiredDay("date")
    let measure = row.requiredText("measure")
    let value = row.requiredNumber("value")
    guard row.faults.isEmpty, let account, let date, let measure, let value else { return date }
    // A measure whose observations begin later is still known by name.
    let slot = observations.slot(of: measure)
    guard date <= asOf else { return date }
    observations.beginRow(account: account, day: date, line: row.line)
    observations.add(value, to: slot)
    return date
  }

  private static func addWide(
    _ row: inout RowParser, _ columns: WideColumns, using values: inout [Double?], upTo asOf: Day,
    to observations: inout ObservationLog
  ) -> Day? {
    let account = row.account()
    let date = row.requiredDay("date")
    // One bad cell refuses the row, so nothing is kept until all are read.
    row.numbers(at: columns.positions, named: columns.names, into: &values)
    guard row.faults.isEmpty, let account, let date, date <= asOf else { return date }
    observations.beginRow(account: account, day: date, line: row.line)
    for (value, slot) in zip(values, columns.slots) {
      if let value { observations.add(value, to: slot) }
    }
    return date
  }
}

/// The columns of a wide file that are measures.
private struct WideColumns {
  var positions: [Int] = []
  var names: [String] = []
  var slots: [Int] = []
}

extension ColumnBinding {
  /// The columns of a wide file that hold measures: those that the settings name, or all that have no other meaning.
  fileprivate func measureColumns(of source: TableSource) -> (columns: [(name: String, position: Int)], [Finding]) {
    // What names the account, or decides whether a row counts, is no measure.
    let looked = Set(filter.map(\.column) + matchCells.compactMap(\.self))
    let all = others + positions.filter { !["account_id", "date"].contains($0.key) }.map { ($0.key, $0.value) }
    let available = all.filter { !looked.contains($0.position) }
    if source.measures.isEmpty { return (available.sorted { $0.position < $1.position }, []) }
    var binding = self
    let before = findings.count
    let columns = source.measures.compactMap { measure, name -> (name: String, position: Int)? in
      binding.position(of: name, among: Set(available.map(\.position)), meaning: "the measure \(measure)")
        .map { (measure, $0) }
    }
    return (columns, Array(binding.findings[before...]))
  }
}

extension RowsByAccount<Ticket> {
  /// Parts the rows of each ticket into the last in the files, which counts on the newest day, and those before it, with the
  /// days on which a later row takes their place: the first on which any of the later rows was opened.
  fileprivate func newest(accounts: Int) -> (RowsByAccount<Ticket>, RowsByAccount<ReplacedTicket>) {
    var counted: [(account: Int, row: Ticket)] = []
    var replaced: [(account: Int, row: ReplacedTicket)] = []
    for account in 0..<accounts {
      var opened: [String: Day] = [:]
      var rows: [Ticket] = []
      for ticket in self[account].reversed() {
        if let later = opened[ticket.id] {
          replaced.append((account, ReplacedTicket(ticket, replacedOn: later)))
        } else {
          rows.append(ticket)
        }
        opened[ticket.id] = Swift.min(opened[ticket.id] ?? ticket.openedOn, ticket.openedOn)
      }
      counted += rows.reversed().map { (account, $0) }
    }
    return (RowsByAccount(counted, accounts: accounts), RowsByAccount<ReplacedTicket>(replaced, accounts: accounts))
  }
}
