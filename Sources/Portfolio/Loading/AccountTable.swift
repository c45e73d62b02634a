import Findings
import Health
import Languages
import Spelling

/// The accounts table, gathered row by row.
struct AccountTable {
  private struct Row {
    let account: Account
    let cells: [Int: (text: String, number: Double?)]
    let file: String
    let line: Int
  }

  private static let parsed = AccountColumn.all.filter { $0.kind.isNumeric || $0.kind == .day }
  fileprivate static let parsedNames = Set(parsed.map(\.name))

  private let languages: Languages
  private var rows: [Row] = []
  /// The ids of the refused rows.
  private(set) var refused: Set<[UInt8]> = []
  private var columnNames: [String] = []

  /// Creates an empty table for the languages that documents can be in.
  init(languages: Languages) {
    self.languages = languages
  }

  /// Reads the current row of an accounts file.
  mutating func add(_ parser: inout RowParser, binding: ColumnBinding, file: String) {
    let id = parser.requiredText(AccountColumn.id.name)
    let name = parser.requiredText(AccountColumn.name.name)
    var cells: [Int: (text: String, number: Double?)] = [:]
    var numbers: [AccountColumn: Double] = [:]
    var days: [AccountColumn: Day] = [:]
    for column in Self.parsed {
      if column.kind == .day {
        days[column] = parser.day(column.name)
        if let day = days[column] { cells[slot(of: column.name)] = (day.description, nil) }
      } else {
        numbers[column] = parser.number(column.name)
        if let number = numbers[column] { cells[slot(of: column.name)] = (parser.text(column.name) ?? "", number) }
      }
    }
    for (column, position) in binding.attributes {
      if let text = parser.text(column) ?? nonBlank(parser.rawText(position)) {
        cells[slot(of: column)] = (text, parser.attributeNumber(at: position))
        if column == AccountColumn.locale.name, languages.code(for: text) == nil {
          parser.warn(
            at: position,
            "locale is '\(text)', a language that customers' documents cannot be in"
              + suggestion(for: text, among: languages.codes))
        }
      }
    }
    guard parser.faults.isEmpty, let id, let name else {
      if let id {
        refused.insert(Array(id.utf8))
        parser.refuse(account: id)
      }
      return
    }
    let account = Account(
      id: AccountID(id), name: name, csm: parser.text(AccountColumn.csm.name), arr: numbers[.arr],
      segment: parser.text(AccountColumn.segment.name), startedOn: days[.startedOn], renewsOn: days[.renewsOn],
      endedOn: days[.endedOn])
    rows.append(Row(account: account, cells: cells, file: file, line: parser.line))
  }

  /// The accounts in order of id, their columns, and an error for every duplicate id.
  func finished() -> (accounts: [Account], columns: [AccountCells], duplicates: [Finding]) {
    let order = rows.indices.sorted { (rows[$0].account.id, $0) < (rows[$1].account.id, $1) }
    var unique: [Int] = []
    var duplicates: [Finding] = []
    for index in order {
      if let last = unique.last, rows[last].account.id == rows[index].account.id {
        let first: Message =
          rows[last].file == rows[index].file ? "line \(rows[last].line)" : "\(rows[last].file):\(rows[last].line)"
        duplicates.append(
          Finding(
            .error, file: rows[index].file, line: rows[index].line,
            "the account_id '\(rows[index].account.id.text)' stands already in \(first); an account has one row",
            group: Finding.Group(.rows, of: AccountColumn.id.name)))
      } else {
        unique.append(index)
      }
    }
    let columns = columnNames.indices.map { column in
      AccountCells(
        name: columnNames[column], texts: unique.map { rows[$0].cells[column]?.text },
        numbers: unique.map { rows[$0].cells[column]?.number })
    }
    return (unique.map { rows[$0].account }, columns, duplicates)
  }

  /// A warning of each cell that names no segment, so that the conditions decide.
  func unknownSegments(_ models: Models?) -> [Finding] {
    guard let models else { return [] }
    let ids = models.segments.map(\.id).joined(separator: ", ")
    var known: [String: Bool] = [:]
    return rows.compactMap { row in
      guard let cell = row.account.segment else { return nil }
      let isKnown = known[cell] ?? (models.segment(named: cell, by: \.nameKey) != nil)
      known[cell] = isKnown
      guard !isKnown else { return nil }
      return Finding(
        .warning, file: row.file, line: row.line,
        "no segment has the id or the name '\(cell)'; the conditions of the model decide (\(ids))",
        group: Finding.Group(.cells, of: AccountColumn.segment.name))
    }
  }

  private mutating func slot(of column: String) -> Int {
    if let slot = columnNames.firstIndex(of: column) { return slot }
    columnNames.append(column)
    return columnNames.count - 1
  }

  private func nonBlank(_ text: String) -> String? {
    text.utf8.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) } ? nil : text
  }
}

extension ColumnBinding {
  /// The columns of the accounts table that need not hold numbers or days, with their positions in the file.
  fileprivate var attributes: [(name: String, position: Int)] {
    let texts = positions.filter { !AccountTable.parsedNames.contains($0.key) }
    let named = texts.map { (name: $0.key, position: $0.value) }
    return (named + others).sorted { $0.position < $1.position }
  }
}
