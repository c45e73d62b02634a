import Findings
public import Health
import Languages
import Portfolio
import Review
import Spelling

extension PortfolioFolder {
  /// Adds what people filled in to `sentiment`, `reviews` and `risks`, row by row as `flag` and `review` do.
  ///
  /// What is fine is recorded and what is not is told, so that a corrected file can be taken in again: what the tables
  /// say already since the day of the sheet is not added once more. What two people say differently is recorded from
  /// both, the worse flag last, so that it is the one that counts.
  ///
  /// - Parameter day: the day of rows that name none.
  public func collect(
    _ files: [String], on day: Day, reporter: Reporter = .silent
  ) throws -> CollectedSheets {
    try refuseDayToCome(day)
    let portfolio = try read(asOf: day, reporter: reporter)
    var collection = SheetCollection(folder: self, portfolio: portfolio, day: day, reporter: reporter)
    let languages = try Languages(templates)
    for file in files {
      let sheet = readSheet(file, languages: languages)
      collection.result.findings += sheet.findings
      collection.result.blank += sheet.blank
      for row in sheet.rows { collection.take(row) }
    }
    try collection.record(collection.flags)
    try collection.record(collection.opinions)
    try collection.record(collection.decisions)
    try collection.record(collection.risks)
    return collection.result
  }
}

/// The rows of all sheets on their way to the tables.
private struct SheetCollection {
  /// A row for a table, and where it was said.
  struct Saying<Row: SaidRow> {
    let account: Int
    let row: Row
    let sheet: SheetRow
    let column: JudgementSheet.Column
  }

  let folder: PortfolioFolder
  let portfolio: Portfolio
  let day: Day
  let reporter: Reporter
  var result = CollectedSheets()
  var flags: [Saying<Sentiment>] = []
  var opinions: [Saying<Opinion>] = []
  var decisions: [Saying<ReviewDecision>] = []
  var risks: [Saying<Risk>] = []

  init(folder: PortfolioFolder, portfolio: Portfolio, day: Day, reporter: Reporter) {
    self.folder = folder
    self.portfolio = portfolio
    self.day = day
    self.reporter = reporter
  }

  private var accounts: [Account] { portfolio.evidence.accounts }

  private func remark(_ text: String?) -> Remark? {
    text.flatMap { Remark(reading: $0, mark: portfolio.settings.privateMark) }
  }

  /// Takes what a row says, once it is clear which account it is about.
  mutating func take(_ row: SheetRow) {
    guard let account = account(of: row) else { return }
    let date = row.saidOn ?? day
    guard date <= folder.today.day else {
      result.findings.append(row.finding(at: .saidOn, "\(date.description) has not come"))
      return
    }
    if row.key.isSecondOpinion {
      take(opinion: row, of: account, on: date)
    } else if let said = row.flag {
      let flag = Sentiment(
        date: date, flag: said.flag, csm: row.by ?? accounts[account].csm,
        reason: remark(said.reason), note: remark(said.note))
      flags.append(Saying(account: account, row: flag, sheet: row, column: .flag))
    }
    if let said = row.risk {
      let risk = Risk(seenOn: date, kind: said.kind, severity: said.severity, note: remark(said.note), source: row.by)
      risks.append(Saying(account: account, row: risk, sheet: row, column: .riskKind))
    }
    guard let said = row.decision else { return }
    for list in row.key.lists {
      let decision = ReviewDecision(
        date: date, list: list, decision: said.decision, by: row.by, note: remark(said.note),
        nextStep: remark(said.nextStep), dueOn: said.dueOn)
      decisions.append(Saying(account: account, row: decision, sheet: row, column: .decision))
    }
    guard row.key.lists.isEmpty else { return }
    result.findings.append(
      row.finding(
        at: .decision,
        "no list waited for a decision about \(name(account)) on \(row.key.day.description); clear the cell, or record it with vigie review and --anyway"
      ))
  }

  /// Takes what a colleague says, who is somebody else than whoever gave the flag.
  private mutating func take(opinion row: SheetRow, of account: Int, on date: Day) {
    guard let said = row.flag else { return }
    let giver = portfolio.judgement.latestSentiment(of: account, on: row.key.day)?.csm
    guard let by = row.by, by.nameKey != giver?.nameKey else {
      result.findings.append(
        row.finding(
          at: row.by == nil ? .by : .flag,
          row.by == nil
            ? "a second opinion needs the name of whoever gives it; write it into the cell"
            : "\(row.by ?? "") gave the flag of \(name(account)), and a second opinion is a colleague's; clear the row")
      )
      return
    }
    // There is one column for what was said.
    let words = [said.reason, said.note].compactMap(\.self).joined(separator: "\n")
    let opinion = Opinion(date: date, flag: said.flag, by: by, reason: remark(words.isEmpty ? nil : words))
    opinions.append(Saying(account: account, row: opinion, sheet: row, column: .flag))
  }

  private func name(_ account: Int) -> String { "\(accounts[account].name) (\(accounts[account].id.text))" }

  /// The account of a row; nil where there is none, or where the row shows another than its key says.
  private mutating func account(of row: SheetRow) -> Int? {
    let id = AccountID(portfolio.settings.follow(row.key.account) ?? row.key.account)
    guard let account = accounts.firstIndex(where: { $0.id == id }) else {
      result.findings.append(
        row.finding(
          at: .key,
          "no account has the account_id '\(row.key.account)'\(identitySuggestion(for: row.key.account, among: accounts.map(\.id.text)))"
        ))
      return nil
    }
    let isShown =
      row.shown.id.map { $0.nameKey == row.key.account.nameKey }
      ?? row.shown.name.map { $0.nameKey == accounts[account].name.nameKey } ?? true
    guard isShown else {
      result.findings.append(
        row.finding(
          at: row.shown.id == nil ? .account : .accountID,
          "the row shows '\(row.shown.id ?? row.shown.name ?? "")', and its hidden key is that of \(name(account)); it was sorted or copied without the key, so take the row from the sheet once more"
        ))
      return nil
    }
    return account
  }

  /// Adds rows to their table under its lock, in one write.
  mutating func record<Row: SaidRow>(_ said: [Saying<Row>]) throws {
    guard !said.isEmpty else { return }
    let hold = try TableHold(Row.table, of: folder.path)
    let before = Row.all(in: try judgement())
    var rows: [Saying<Row>] = []
    do throws(RecordError) {
      let table = try OwnTable(hold, settings: portfolio.settings)
      let namesPeople = NewRow.columnOfPeople(Row.table).map(table.columns.contains) ?? true
      for saying in said.map({ namesPeople ? $0 : $0.unnamed(unless: accounts[$0.account].csm) }) {
        if isKnown(saying, before[saying.account]) || rows.contains(where: { $0.repeats(saying) }) {
          result.known += 1
        } else if let fault = table.fault(of: saying.row.newRow(of: accounts[saying.account].id)) {
          result.findings.append(saying.sheet.finding(at: saying.column, Message(verbatim: fault.description)))
        } else {
          rows.append(saying)
        }
      }
      guard !rows.isEmpty else { return }
      rows = rows.enumerated().sorted {
        ($0.element.row.severityOfSaying, $0.offset) < ($1.element.row.severityOfSaying, $1.offset)
      }.map(\.element)
      let places = try table.append(rows.map { $0.row.newRow(of: accounts[$0.account].id) })
      for (saying, place) in zip(rows, places) {
        add(saying, at: "\(place.file):\(place.line)", after: before[saying.account])
      }
    } catch {
      result.findings.append(Finding(.error, file: Row.table.rawValue, Message(verbatim: error.description)))
      return
    }
    tellConflicts(rows, before)
  }

  private func judgement() throws -> Judgement {
    do throws(LoadFailure) {
      return try portfolio.judgement(in: folder.path, upTo: Day(year: 9999, month: 12, day: 31) ?? day)
    } catch {
      reporter.warn(error.findings)
      throw Refusal("the tables cannot be read any more")
    }
  }

  /// Whether a table says it already, since the sheet was made.
  private func isKnown<Row: SaidRow>(_ saying: Saying<Row>, _ rows: some Sequence<Row>) -> Bool {
    let since = min(saying.sheet.key.day, saying.row.day)
    let isDated = saying.sheet.saidOn != nil
    return rows.contains { row in
      row.says(saying.row) && (isDated ? row.day == saying.row.day : row.day >= since)
    }
  }

  private mutating func add<Row: SaidRow>(
    _ saying: Saying<Row>, at place: String, after rows: some Sequence<Row>
  ) {
    result.recorded.append(
      CollectedSheets.Entry(
        account: accounts[saying.account], words: saying.row.words, place: place,
        source: saying.sheet.place(of: saying.column)))
    warn(of: saying)
    let others = rows.filter { $0.day > saying.row.day && ($0.contradicts(saying.row) || $0.says(saying.row)) }
    if let newest = others.map(\.day).max() {
      result.findings.append(
        saying.sheet.finding(.warning, at: saying.column, "a row of \(newest.description) supersedes this one"))
    }
  }

  private mutating func warn<Row: SaidRow>(of saying: Saying<Row>) {
    if let flag = saying.row as? Sentiment, flag.flag != .green, flag.reason == nil {
      result.findings.append(
        saying.sheet.finding(.warning, at: .reason, "a \(flag.flag.rawValue) flag asks for a reason"))
    }
    if let decision = saying.row as? ReviewDecision, let due = decision.dueOn, due < decision.date {
      result.findings.append(
        saying.sheet.finding(
          .warning, at: .dueOn,
          "the due day \(due.description) lies before \(decision.date.description) and counts as that day"))
    }
  }

  /// Says where people differ, among the new rows of an account and with those that its table has had since the sheet.
  private mutating func tellConflicts<Row: SaidRow>(_ rows: [Saying<Row>], _ before: RowsByAccount<Row>) {
    let groups = Dictionary(grouping: rows) { [String($0.account), $0.row.subject] }
    for new in groups.values.sorted(by: { ($0[0].account, $0[0].row.subject) < ($1[0].account, $1[0].row.subject) }) {
      let account = new[0].account
      let since = new.map { min($0.sheet.key.day, $0.row.day) }.min() ?? day
      let old = before[account].filter { row in
        row.day >= since && new.contains { $0.row.contradicts(row) && $0.row.who?.nameKey != row.who?.nameKey }
      }
      let differ = old.isEmpty ? new.contains { one in new.contains { one.row.contradicts($0.row) } } : true
      let all = (old + new.map(\.row)).enumerated()
      guard differ, let last = all.max(by: { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) })?.element
      else { continue }
      let earlier = old.map { "\($0.who ?? "somebody") said \($0.verdict) on \($0.day)" }
      let now = new.map { "\($0.row.who ?? "somebody") says \($0.row.verdict) (\($0.sheet.place(of: $0.column)))" }
      result.conflicts.append(
        "\(name(account)): \((earlier + now).joined(separator: ", ")); all are recorded, and \(last.verdict) counts")
    }
  }
}

extension SheetCollection.Saying {
  fileprivate func repeats(_ other: Self) -> Bool {
    account == other.account && row.says(other.row) && row.day == other.row.day
  }

  /// The same without the name that the sheet came with, for a table that has no column for it.
  fileprivate func unnamed(unless owner: String?) -> Self {
    row.who?.nameKey == owner?.nameKey
      ? SheetCollection.Saying(account: account, row: row.anonymous(), sheet: sheet, column: column) : self
  }
}

extension NewRow {
  /// The column of a table for who says so.
  fileprivate static func columnOfPeople(_ table: Table) -> String? {
    switch table {
    case .sentiment: "csm"
    case .reviews, .opinions: "by"
    case .risks: "source"
    default: nil
    }
  }
}
