import Health

/// The split by band week after week, one upright bar each: red is at the bottom, where its growth is easiest to see.
public struct BandStrips: Chart {
  /// The amounts, oldest week first, in any unit; each bar shows shares of its own sum.
  ///
  /// A week without amounts is left empty.
  public var weeks: [PerBand<Double>]
  /// The label below the first bar.
  public var firstLabel: String
  /// The label below the last bar.
  public var lastLabel: String
  /// The chart's content in words.
  public var title: String
  /// The words of its table; nil when the figures are next to it.
  public var words: TableWords?

  /// Creates bars for `weeks`, usually 13.
  public init(
    weeks: [PerBand<Double>], firstLabel: String, lastLabel: String, title: String, words: TableWords? = nil
  ) {
    self.weeks = weeks
    self.firstLabel = firstLabel
    self.lastLabel = lastLabel
    self.title = title
    self.words = words
  }

  private static let height = 56

  /// A row for each week, the oldest first, with its bands.
  public var table: ChartTable? { words?.table(weeks.map { week in Band.allCases.map { week[$0] } }) }

  /// Appends the `<svg>` element to `bytes`, as UTF-8.
  public func append(to bytes: inout [UInt8]) {
    bytes.open("class=\"strips\" width=\"100%\" height=\"72\"", title: title)
    for (index, week) in weeks.enumerated() {
      let start = index * 1000 / weeks.count
      let width = (index + 1) * 1000 / weeks.count - start
      for (band, top, bottom) in week.stretches(on: Self.height, order: [.unscored, .green, .yellow, .red]) {
        // A fifth of each step stays free between two bars.
        bytes.stretch(of: band, start: start, end: start + width * 4 / 5, top: top, height: bottom - top)
      }
    }
    bytes.markup("<text y=\"70\">")
    bytes.escaped(firstLabel)
    bytes.markup("</text><text x=\"100%\" y=\"70\" text-anchor=\"end\">")
    bytes.escaped(lastLabel)
    bytes.markup("</text></svg>")
  }
}
