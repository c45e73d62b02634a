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

  /// Links to the sheets, to those of ``linked`` where there are many: all links of all sheets would grow with the
  /// square of the rows.
  func links(_ base: String) -> [SheetLink] {
    let name = base.split(separator: "/").last.map(String.init) ?? base
    return linked.map { SheetLink(number: String($0), link: Self.path(name, $0), isCurrent: $0 == number) }
  }

  /// The numbers of the sheets that this one links to.
  ///
  /// Up to 20 are all; of more, the first, the last, three on either side, and at most nine round numbers between. Sheet 34
  /// of 157 links to 1, 20, 31–37, 40, 60 … 140 and 157.
  var linked: [Int] {
    guard count > 20 else { return Array(1...count) }
    let steps = sequence(first: 1) { 10 * $0 }.lazy.flatMap { [$0, 2 * $0, 5 * $0] }
    let step = steps.first { 10 * $0 >= count } ?? count
    let near = max(1, number - 3)...min(count, number + 3)
    return Set([1, count] + near + Array(stride(from: step, to: count, by: step))).sorted()
  }

  private static func path(_ base: String, _ number: Int) -> String {
    number == 1 ? "\(base).html" : "\(base).\(number).html"
  }
}
