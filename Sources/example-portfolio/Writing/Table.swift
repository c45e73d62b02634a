/// Rows to be written to one CSV file.
struct Table {
  let file: String
  let columns: [String]
  var delimiter = ","
  private(set) var rows: [[String]] = []

  init(_ file: String, columns: [String], delimiter: String = ",") {
    self.file = file
    self.columns = columns
    self.delimiter = delimiter
  }

  /// Adds a row; a nil cell is written blank.
  mutating func append(_ cells: (any CustomStringConvertible)?...) {
    precondition(cells.count == columns.count, "\(file): \(cells.count) cells for \(columns.count) columns")
    rows.append(cells.map { $0.map(\.description) ?? "" })
  }

  /// The table in RFC 4180, with line feeds.
  var text: String {
    ([columns] + rows).map { $0.map(quoted).joined(separator: delimiter) + "\n" }.joined()
  }

  private func quoted(_ cell: String) -> String {
    let special = Array("\"\n\r\(delimiter)".utf8)
    guard cell.utf8.contains(where: special.contains) else { return cell }
    return "\"" + cell.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}
