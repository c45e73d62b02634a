import Health
import Review
import Tables

extension ImportPlan {
  /// Whether a source is one that is proposed.
  func isNew(_ source: TableSource, _ table: Table, _ settings: Settings, _ places: Set<String>) -> Bool {
    let files = source.files.flatMap { file in
      [file] + settings.patterns.filter { $0.value.last == file }.map(\.key)
    }
    return files.contains { places.contains("\(table.rawValue) \($0)") }
  }
}

extension Loader {
  /// So many rows show a person whether a file is read rightly.
  private static let rowsOfPreview = 3

  /// Reads a source to its end as its table is read, and keeps the first rows as they are understood.
  mutating func preview(
    _ source: TableSource, _ table: Table, _ accounts: AccountIndex?, _ settings: Settings, _ context: ReadingContext
  ) -> ImportPlan.Preview {
    var first: [[(column: String, value: String)]] = []
    let before = feeds.count
    read(source, as: table, accounts: accounts, settings) { parser, binding in
      let account = accounts == nil ? nil : parser.account()
      var values: [(column: String, value: String)] = []
      for column in binding.positions.sorted(by: { $0.value < $1.value }).map(\.key) {
        if let text = parser.value(of: column, in: table) { values.append((column, text)) }
      }
      for (name, position) in table == .measures ? binding.others : [] {
        if let number = parser.number(at: position, name: name) { values.append((name, "\(number)")) }
      }
      if let account, let accounts, let place = values.firstIndex(where: { $0.column == "account_id" }) {
        values[place].value = accounts.names[account]
      }
      if first.count < Self.rowsOfPreview, parser.faults.isEmpty { first.append(values) }
      return nil
    }
    let rows = feeds.dropFirst(before).first?.rows ?? DataQuality.Rows()
    return ImportPlan.Preview(file: source.file, table: table, rows: rows, first: first)
  }
}

extension RowParser {
  /// A cell as its table understands it, written plainly; a fault is noted as ever.
  fileprivate mutating func value(of column: String, in table: Table) -> String? {
    let isRequired = table.requiredColumns.contains(column)
    if table.dayColumns.contains(column) { return day(column, isRequired: isRequired)?.description }
    if table.numberColumns.contains(column) {
      return (column.hasPrefix("arr") ? amount(column) : number(column, isRequired: isRequired)).map { "\($0)" }
    }
    if isRequired, column != "account_id" || table == .accounts { return requiredText(column) }
    return text(column)
  }
}
