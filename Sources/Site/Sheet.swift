/// One sheet of a long table: its rows, and the links to the other sheets.
struct Sheet: Sendable {
  /// The number of rows of a sheet with charts, which keeps a page under 100 KB.
  static let rows = 60

  let number: Int
  let count: Int
  let range: Range<Int>

  /// The sheets for a number of rows; there is one even for no rows.
  static func all(rows: Int) -> [Sheet] {
    let count = max(1, (rows + Self.rows - 1) / Self.rows)
    return (0..<count).map {
      Sheet(number: $0 + 1, count: count, range: $0 * Self.rows..<min(rows, ($0 + 1) * Self.rows))
    }
  }

  /// `lists/quiet.html` for the first sheet, `lists/quiet.2.html` for the second: no slug contains a full stop.
  func path(_ base: String) -> String { Self.path(base, number) }

  func links(_ base: String) -> [SheetLink] {
    let name = base.split(separator: "/").last.map(String.init) ?? base
    return (1...count).map { SheetLink(number: String($0), link: Self.path(name, $0), isCurrent: $0 == number) }
  }

  private static func path(_ base: String, _ number: Int) -> String {
    number == 1 ? "\(base).html" : "\(base).\(number).html"
  }
}
