/// What an optional cell holds.
enum Cell<Value> {
  case blank
  /// It is filled with what does not fit.
  case refused
  case value(Value)

  /// Nil when it is blank or refused.
  var value: Value? {
    if case .value(let value) = self { value } else { nil }
  }

  var isRefused: Bool {
    if case .refused = self { true } else { false }
  }

  func map<Other>(_ transform: (Value) -> Other?) -> Cell<Other> {
    switch self {
    case .blank: .blank
    case .refused: .refused
    case .value(let value): transform(value).map { .value($0) } ?? .refused
    }
  }
}

/// One row by column name.
///
/// A required cell that does not fit refuses the row; an optional one is refused alone and counted ("What of a table
/// counts" in docs/scoring.md).
final class Cells {
  /// Folded: `ARR ` is the column `arr`.
  let columns: [Name]
  private(set) var values: [String]
  /// How often each column held something that could be refused alone, and how often it was.
  private(set) var filled: [Name: Int] = [:]
  private(set) var refused: [Name: Int] = [:]

  /// Cells missing from a line are blank; extra cells refuse it.
  init(columns: [Name], line: [String]) throws(RefusedRow) {
    guard line.count <= columns.count else { throw RefusedRow() }
    self.columns = columns
    values = (line + Array(repeating: "", count: columns.count - line.count)).map { cleaned($0) }
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

  /// An optional cell through `reading`, which gives nil for what does not fit.
  private func optional<Value>(_ column: Name, _ reading: (String) -> Value?) -> Cell<Value> {
    guard let text = text(column) else { return .blank }
    fill(column)
    guard let value = reading(text) else {
      refuse(column)
      return .refused
    }
    return .value(value)
  }

  /// Counts the cell as one that could be refused.
  func fill(_ column: Name) { filled[column, default: 0] += 1 }

  /// Counts the cell as refused, and as blank from now on.
  func refuse(_ column: Name) {
    refused[column, default: 0] += 1
    if let index = columns.firstIndex(of: column) { values[index] = "" }
  }

  func number(_ column: Name, where fits: (Double) -> Bool = { _ in true }) -> Cell<Double> {
    optional(column) { text in writtenNumber(text).flatMap { fits($0) ? $0 : nil } }
  }

  func day(_ column: Name) -> Cell<Day> { optional(column) { Day(iso: $0) } }

  func word<Word: RawRepresentable>(_ column: Name, as: Word.Type) -> Cell<Word> where Word.RawValue == String {
    optional(column) { Word(rawValue: choiceWord($0)) }
  }

  func requiredNumber(_ column: Name) throws(RefusedRow) -> Double {
    guard let number = writtenNumber(try required(column)) else { throw RefusedRow() }
    return number
  }

  func requiredDay(_ column: Name) throws(RefusedRow) -> Day {
    guard let day = Day(iso: try required(column)) else { throw RefusedRow() }
    return day
  }

  func requiredWord<Word: RawRepresentable>(_ column: Name, as: Word.Type) throws(RefusedRow) -> Word
  where Word.RawValue == String {
    guard let word = Word(rawValue: choiceWord(try required(column))) else { throw RefusedRow() }
    return word
  }
}
