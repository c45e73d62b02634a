import Findings
import Health
import Review

/// The rows of a file that are used and look wrong.
struct SuspiciousRows {
  /// A row that is dated further ahead than that is probably a slip in the year.
  private static let mostDaysToCome = 366
  /// Short rows are few when they are at most one in so many.
  private static let fewShort = 20
  /// Rows of these have no key, so that the same row in two files counts twice.
  private static let withoutKey: Set<Table> = [.risks, .touchpoints, .contacts, .goals, .outcomes]

  private let file: String
  private let asOf: Day
  private var short: [Int] = []
  /// The fingerprints of the rows of the table so far; nil where equal rows are told elsewhere.
  private(set) var seen: Set<Int>?

  /// Begins a file of a table.
  ///
  /// - Parameter seen: the fingerprints of the rows of the table's files before it.
  init(_ table: Table, file: String, asOf: Day, seen: Set<Int>?) {
    self.file = file
    self.asOf = asOf
    self.seen = Self.withoutKey.contains(table) ? seen ?? [] : nil
  }

  /// Looks at a row that is used.
  ///
  /// - Parameter day: the day that it is dated.
  mutating func findings(of row: borrowing RowParser, dated day: Day?) -> [Finding] {
    if row.isShort { short.append(row.line) }
    var findings: [Finding] = []
    if let day, day - asOf > Self.mostDaysToCome {
      findings.append(
        finding(
          "the row is dated \(day.description), more than a year after the day of the report, and counts from then on; correct the day if it is a slip",
          line: row.line))
    }
    if seen?.insert(row.fingerprint).inserted == false {
      findings.append(
        finding(
          "the row equals an earlier one in every cell and counts once more; take it out if it says the same",
          line: row.line))
    }
    return findings
  }

  /// The short rows of a file with so many rows, where they are few.
  ///
  /// Many exports leave out blanks at the end of rows; a few short rows among whole ones were cut.
  func shortRows(of read: Int) -> [Finding] {
    guard short.count * Self.fewShort <= read else { return [] }
    return short.map { finding("the row has fewer cells than the others; look whether it was cut", line: $0) }
  }

  private func finding(_ message: Message, line: Int) -> Finding {
    Finding(.warning, file: file, line: line, message, group: Finding.Group(.rows))
  }
}
