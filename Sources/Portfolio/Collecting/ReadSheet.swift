import Findings
import Health
public import Languages
import Review
import Tables

/// Reads a workbook that `vigie sheet` made and people filled in, whatever else they did to it.
///
/// Rows may stand in any order and on any sheet, and columns too; the head of a column says what it is, in any language,
/// and the key of a row says which account it is about.
public func readSheet(_ path: String, languages: Languages) -> ReturnedSheet {
  let words = SheetWords(languages)
  var returned = ReturnedSheet()
  var isKnown = false
  do throws(TableProblem) {
    let names = try TableReader.sheets(ofWorkbook: path)?.map(\.name)
    for name in names.map({ $0.map(Optional.some) }) ?? [nil] {
      guard var reader = try SheetRowReader(path, sheet: name, words) else { continue }
      isKnown = true
      try reader.read(into: &returned)
    }
  } catch {
    returned.findings.append(error.finding(file: path))
    return returned
  }
  if !isKnown {
    let key = JudgementSheet.Column.key.rawValue
    returned.findings.append(
      Finding(
        .error, file: path,
        "no sheet has the hidden column '\(key)' by which rows are known; take the workbook that vigie sheet wrote"))
  }
  return returned
}

/// Reads the rows of one sheet.
private struct SheetRowReader: ~Copyable {
  private typealias Column = JudgementSheet.Column

  private var reader: TableReader
  private let path: String
  private let words: SheetWords
  private var columns: [Column: Int] = [:]
  private var others: [String] = []
  private var findings: [Finding] = []
  private var isUsable = true

  /// Opens a sheet; nil for one whose rows have no keys.
  init?(_ path: String, sheet: String?, _ words: SheetWords) throws(TableProblem) {
    var layout = TableLayout()
    layout.sheet = sheet.map { .named($0) }
    let opened: TableReader?
    do throws(TableProblem) {
      opened = try TableReader(file: path, layout: layout, needed: Column.allCases.count) { names in
        Set(names.compactMap(words.column)).count
      }
    } catch {
      guard error.kind == .empty, sheet != nil else { throw error }
      opened = nil
    }
    guard let opened, opened.header.contains(where: { words.column($0) == .key }) else { return nil }
    reader = opened
    self.path = path
    self.words = words
    for (position, head) in reader.header.enumerated() {
      guard let column = words.column(head) else {
        if !head.isEmpty { others.append(head) }
        continue
      }
      guard columns[column] != nil else {
        columns[column] = position
        continue
      }
      isUsable = false
      tell(
        position, line: reader.headerPositions[position].line,
        "the column '\(head)' stands here twice; give the one that you added another name")
    }
    warnOfRenamed()
  }

  /// A column whose head was changed looks like one that somebody added.
  private mutating func warnOfRenamed() {
    let missing = Column.allCases.filter { $0.isOpen && columns[$0] == nil }.map(\.rawValue)
    guard !missing.isEmpty, !others.isEmpty else { return }
    var warning = Finding(
      .warning, file: path,
      "the sheet has no column for \(missing.joined(separator: ", ")) and others that are not read: \(others.joined(separator: ", ")); give a column that was renamed its head back"
    )
    warning.sheet = reader.sheet
    findings.append(warning)
  }

  mutating func read(into returned: inout ReturnedSheet) throws(TableProblem) {
    while isUsable, try reader.advance() {
      let filled = columns.contains { $0.key.isOpen && $0.key != .by && text($0.key) != nil }
      guard filled else {
        if let key = text(.key), words.column(key) != .key { returned.blank += 1 }
        continue
      }
      if let row = row() { returned.rows.append(row) }
    }
    returned.findings += findings
  }

  private mutating func row() -> SheetRow? {
    guard let written = text(.key), let key = JudgementSheet.Key(written) else {
      if let written = text(.key) {
        if words.column(written) == .key { return nil }
        fail(.key, "the key is '\(written)', which no sheet has; copy the whole row of the account")
      } else {
        fail(
          .key,
          "the row has no key, so that it belongs to no account of a sheet; copy the whole row of the account, or use vigie flag and vigie review"
        )
      }
      return nil
    }
    let before = findings.count
    for column in Column.allCases where column.isOpen && text(column) != nil {
      guard let position = columns[column], reader.isError(position) || reader.hasNoResult(position) else { continue }
      fail(column, "\(column.rawValue) is a formula without a result; write the words themselves")
    }
    guard findings.count == before else { return nil }
    let saidOn = day(.saidOn)
    let isDated = findings.count == before
    return SheetRow(
      key: key, shown: (text(.accountID), text(.account)), by: text(.by), saidOn: saidOn,
      flag: isDated ? flag() : nil, decision: isDated ? decision() : nil, risk: isDated ? risk() : nil, file: path,
      sheet: reader.sheet, line: reader.line, columns: columns)
  }

  private mutating func flag() -> SheetRow.SaidFlag? {
    let (reason, note) = (lines(.reason), lines(.note))
    guard text(.flag) != nil else {
      if reason != nil || note != nil {
        fail(reason == nil ? .note : .reason, "a reason without a flag is recorded nowhere; choose the flag")
      }
      return nil
    }
    return choice(.flag, of: Sentiment.Flag.self, phrase: "band").map { ($0, reason, note) }
  }

  private mutating func decision() -> SheetRow.SaidDecision? {
    let before = findings.count
    let (note, step, due) = (lines(.decisionNote), lines(.nextStep), day(.dueOn))
    guard text(.decision) != nil else {
      let filled: Column? = note != nil ? .decisionNote : step != nil ? .nextStep : due != nil ? .dueOn : nil
      if let filled { fail(filled, "a step without a decision is recorded nowhere; choose the decision") }
      return nil
    }
    let decision = choice(.decision, of: ReviewDecision.Decision.self, phrase: "decision")
    return findings.count == before ? decision.map { ($0, note, step, due) } : nil
  }

  private mutating func risk() -> SheetRow.SaidRisk? {
    let note = lines(.riskNote)
    let degree = text(.riskSeverity)
    guard text(.riskKind) != nil else {
      if note != nil || degree != nil {
        fail(note == nil ? .riskSeverity : .riskNote, "a risk without a kind is recorded nowhere; choose the kind")
      }
      return nil
    }
    let severity = degree.map { Int($0) ?? -1 } ?? Risk.usualSeverity
    let (least, most) = (Risk.severities.lowerBound, Risk.severities.upperBound)
    guard Risk.severities.contains(severity) else {
      fail(.riskSeverity, "risk_severity is '\(degree ?? "")'; write a number from \(String(least)) to \(String(most))")
      return nil
    }
    return choice(.riskKind, of: Risk.Kind.self, phrase: "risk").map { ($0, severity, note) }
  }

  private mutating func choice<Choice: CellChoice>(
    _ column: Column, of type: Choice.Type, phrase: String
  ) -> Choice? {
    guard let word = text(column) else { return nil }
    if let choice: Choice = words.choice(word, of: phrase) { return choice }
    let near = nearestName(to: word, among: words.words(for: type, of: phrase))
    let all = type.allCases.map(\.rawValue).joined(separator: ", ")
    fail(
      column,
      near.map { "\(column.rawValue) is '\(word)'; did you mean '\($0)'?" }
        ?? "\(column.rawValue) is '\(word)'; write one of: \(all)")
    return nil
  }

  private mutating func day(_ column: Column) -> Day? {
    guard let written = text(column) else { return nil }
    if let day = Day(iso: String(written.prefix(10))) { return day }
    fail(column, "\(column.rawValue) is '\(written)'; write a day such as 2026-11-16")
    return nil
  }

  private func text(_ column: Column) -> String? { text(column, keepsLines: false) }
  private func lines(_ column: Column) -> String? { text(column, keepsLines: true) }

  /// What stands in a cell of the current row, as a table would give it back; nil where that is nothing.
  private func text(_ column: Column, keepsLines: Bool) -> String? {
    guard let position = columns[column] else { return nil }
    var text = reader.withCell(position) { CellParsing.text($0, keepsLines: keepsLines) }
    // Reading takes the marks of ="00417" away, and a table is read once more.
    text = CellParsing.text(text, keepsLines: keepsLines)
    return text.withUTF8(CellParsing.isBlank) ? nil : text
  }

  private mutating func fail(_ column: Column, _ message: Message) {
    tell(columns[column] ?? 0, line: reader.line, message)
  }

  private mutating func tell(_ position: Int, line: Int, _ message: Message) {
    var finding = Finding(.error, file: path, line: line, column: position + 1, message)
    finding.sheet = reader.sheet
    findings.append(finding)
  }
}
