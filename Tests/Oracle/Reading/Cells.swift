/// One row by column name.
///
/// Every getter refuses the row when a filled cell does not fit ("What of a table counts" in docs/scoring.md).
struct Cells {
  let columns: [Name]
  let values: [String]

  /// Cells missing from a line are blank; extra cells refuse it.
  init(columns: [Name], line: [String]) throws(RefusedRow) {
    guard line.count <= columns.count else { throw RefusedRow() }
    self.columns = columns
    values = line + Array(repeating: "", count: columns.count - line.count)
  }

  /// Nil when the column is missing or the cell blank.
  func text(_ column: Name) -> String? {
    guard let index = columns.firstIndex(of: column), !values[index].isEmpty else { return nil }
    return values[index]
  }

  func required(_ column: Name) throws(RefusedRow) -> String {
    guard let text = text(column) else { throw RefusedRow() }
    return text
  }

  func number(_ column: Name) throws(RefusedRow) -> Double? {
    guard let text = text(column) else { return nil }
    guard let number = plainNumber(text) else { throw RefusedRow() }
    return number
  }

  func number(_ column: Name, in range: ClosedRange<Double>) throws(RefusedRow) -> Double? {
    guard let number = try number(column) else { return nil }
    guard range.contains(number) else { throw RefusedRow() }
    return number
  }

  func day(_ column: Name) throws(RefusedRow) -> Day? {
    guard let text = text(column) else { return nil }
    guard let day = Day(iso: text) else { throw RefusedRow() }
    return day
  }

  func requiredDay(_ column: Name) throws(RefusedRow) -> Day {
    guard let day = try day(column) else { throw RefusedRow() }
    return day
  }

  func word<Word: RawRepresentable>(_ column: Name, as: Word.Type) throws(RefusedRow) -> Word?
  where Word.RawValue == String {
    guard let text = text(column) else { return nil }
    guard let word = Word(rawValue: text) else { throw RefusedRow() }
    return word
  }

  func requiredWord<Word: RawRepresentable>(_ column: Name, as: Word.Type) throws(RefusedRow) -> Word
  where Word.RawValue == String {
    guard let word = try word(column, as: Word.self) else { throw RefusedRow() }
    return word
  }
}
