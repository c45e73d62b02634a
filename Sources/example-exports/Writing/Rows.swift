/// Rows as programs write them into text files.
struct Rows {
  /// Which cells stand in quotes.
  enum Quoting { case all, needed }

  let delimiter: String
  let lineBreak: String
  let quoting: Quoting
  let columnCount: Int
  private(set) var text = ""

  /// Rows below a header.
  init(_ header: [String], delimiter: String = ",", lineBreak: String = "\n", quoting: Quoting = .needed) {
    self.delimiter = delimiter
    self.lineBreak = lineBreak
    self.quoting = quoting
    columnCount = header.count
    add(header)
  }

  /// Adds a row with a cell for each column; a nil cell is blank.
  mutating func append(_ cells: (any CustomStringConvertible)?...) {
    append(cells: cells.map { $0.map(\.description) ?? "" })
  }

  mutating func append(cells: [String]) {
    precondition(cells.count == columnCount, "\(cells.count) cells for \(columnCount) columns: \(cells)")
    add(cells)
  }

  /// Adds a line that is no row of the table, such as a blank one or a footer.
  mutating func appendLine(_ cells: [String] = []) { add(cells) }

  private mutating func add(_ cells: [String]) {
    text += cells.map(written).joined(separator: delimiter) + lineBreak
  }

  private func written(_ cell: String) -> String {
    let special = Array("\"\n\r\(delimiter)".utf8)
    guard quoting == .all || cell.utf8.contains(where: special.contains) else { return cell }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
