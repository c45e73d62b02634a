import Tables

/// The settings of a source that would read a cell which its own do not.
enum ReadingSettings {
  /// The usual ways to write days; of two that read the same days the plainer one stands first.
  private static let formats = [
    "dd/MM/yyyy", "MM/dd/yyyy", "dd.MM.yyyy", "dd-MM-yyyy", "yyyy/MM/dd", "yyyyMMdd", "dd/MM/yy", "MM/dd/yy",
    "dd.MM.yy", "d/M/yyyy", "M/d/yyyy", "d.M.yyyy", "yyyy-M-d", "yyyy-MM-dd", "d/M/yy", "M/d/yy",
  ].compactMap(DateFormat.init)

  /// The formats that read a day.
  static func day(_ cell: UnsafeBufferPointer<UInt8>) -> [String] {
    formats.filter { $0.day(cell) != nil }.map { line("date_format", $0.pattern) }
  }

  /// The decimal sign that reads a number; none where the sign could as well part thousands.
  static func number(_ cell: UnsafeBufferPointer<UInt8>, decimal: UInt8) -> [String] {
    let other = decimal == UInt8(ascii: ",") ? UInt8(ascii: ".") : UInt8(ascii: ",")
    guard CellParsing.number(cell, decimal: other) != nil, let sign = cell.firstIndex(of: other),
      cell.count - sign != 4
    else { return [] }
    return [line("decimal", other == UInt8(ascii: ",") ? "\",\"" : "\".\"")]
  }

  private static func line(_ key: String, _ value: String) -> String { [key, value].joined(separator: ": ") }
}
