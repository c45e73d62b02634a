/// Counts as bars, one row each; the largest fills the width that the labels leave.
public struct CountRows: Chart {
  /// Label, count (at least 0) and the count in words, from top to bottom.
  public var rows: [(label: String, count: Int, words: String)]
  /// The chart's content in words.
  public var title: String
  /// The words of its table; nil when the figures are next to it.
  public var words: TableWords?

  /// Creates bars for `rows`.
  public init(rows: [(label: String, count: Int, words: String)], title: String, words: TableWords? = nil) {
    self.rows = rows
    self.title = title
    self.words = words
  }

  private static let left = 400
  private static let widest = 500

  /// A row for each bar.
  public var table: ChartTable? { words?.table(texts: rows.map { [$0.label, $0.words] }) }

  /// Appends the `<svg>` element to `bytes`, as UTF-8.
  public func append(to bytes: inout [UInt8]) {
    bytes.open("class=\"rates\" width=\"100%\"", height: 22 * rows.count, title: title)
    let most = max(1, rows.map(\.count).max() ?? 1)
    for (index, row) in rows.enumerated() {
      let width = Self.widest * max(0, row.count) / most
      bytes.markup("<text class=\"end\"")
      bytes.attribute("y", tenths: (22 * index + 14) * 10)
      bytes.markup(">")
      bytes.escaped(row.label)
      bytes.markup("</text><rect class=\"bar\" height=\"10\"")
      bytes.attribute("x", tenths: Self.left, percent: true)
      bytes.attribute("y", tenths: (22 * index + 5) * 10)
      bytes.attribute("width", tenths: width, percent: true)
      bytes.markup("/><text")
      bytes.attribute("x", tenths: Self.left + width + 15, percent: true)
      bytes.attribute("y", tenths: (22 * index + 14) * 10)
      bytes.markup(">")
      bytes.escaped(row.words)
      bytes.markup("</text>")
    }
    bytes.markup("</svg>")
  }
}
