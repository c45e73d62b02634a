/// The weeks before a customer gave notice: 640 × 62, the score's band above the CSM's flag, the notice at the right.
public struct Approach: Chart {
  /// The weeks, oldest first, the last one week before the notice; their words are the rows of the table.
  public var rows: BandRows
  /// The label below the oldest week.
  public var firstLabel: String
  /// The label below the right end.
  public var lastLabel: String
  /// The chart's content in words.
  public var title: String
  /// The words of its table; nil when the figures are next to it.
  public var words: TableWords?

  /// Creates a chart of `rows`.
  public init(rows: BandRows, firstLabel: String, lastLabel: String, title: String, words: TableWords? = nil) {
    self.rows = rows
    self.firstLabel = firstLabel
    self.lastLabel = lastLabel
    self.title = title
    self.words = words
  }

  /// A row for each week of which anything is known, the last before the notice first.
  public var table: ChartTable? { words?.table(texts: rows.weeks.reversed().map(\.words).filter { !$0.isEmpty }) }

  /// Appends the `<svg>` element to `bytes`, as UTF-8.
  public func append(to bytes: inout [UInt8]) {
    bytes.open("class=\"chart\" viewBox=\"0 0 640 62\"", title: title)
    let count = rows.weeks.count
    rows.append(to: &bytes, y: 11) { 624 - 20 * (count - $0) }
    bytes.markup("<path class=\"axis\" d=\"M624 2V44\"/>")
    bytes.markup("<text y=\"58\" x=\"")
    bytes.number(620 - 20 * count)
    bytes.markup("\">")
    bytes.escaped(firstLabel)
    bytes.markup("</text>")
    bytes.text(lastLabel, "x=\"640\" y=\"58\" text-anchor=\"end\"")
    bytes.markup("</svg>")
  }
}
