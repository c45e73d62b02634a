import Health

/// The split by band week after week, one upright bar each, on an axis of shares.
///
/// Red is at the bottom, where its growth is easiest to see; how many are green is written above both ends.
public struct BandStrips: Chart {
  /// The amounts, oldest week first, in any unit; each bar shows shares of its own sum.
  ///
  /// A week without amounts is left empty.
  public var weeks: [PerBand<Double>]
  /// What is green in the first week and in the last, above their bars.
  public var ends: (first: String, last: String)
  /// The labels of all, of half and of nothing, at the axis.
  public var ticks: [String]
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
    weeks: [PerBand<Double>], ends: (first: String, last: String) = ("", ""), ticks: [String] = [],
    firstLabel: String, lastLabel: String, title: String, words: TableWords? = nil
  ) {
    self.weeks = weeks
    self.ends = ends
    self.ticks = ticks
    self.firstLabel = firstLabel
    self.lastLabel = lastLabel
    self.title = title
    self.words = words
  }

  private static let top = 16
  private static let height = 44
  /// The right end of the bars, in tenths of a per cent: the labels of the axis are behind it.
  private static let right = 830

  /// A row for each week, the oldest first, with its bands.
  public var table: ChartTable? { words?.table(weeks.map { week in Band.allCases.map { week[$0] } }) }

  /// Appends the `<svg>` element to `bytes`, as UTF-8.
  public func append(to bytes: inout [UInt8]) {
    bytes.open("class=\"strips\" width=\"100%\" height=\"76\"", title: title)
    for (index, tick) in ticks.prefix(3).enumerated() {
      let y = Self.top + Self.height * index / 2
      bytes.markup("<line class=\"edge\"")
      bytes.attribute("x2", tenths: Self.right, percent: true)
      bytes.attribute("y1", tenths: y * 10)
      bytes.attribute("y2", tenths: y * 10)
      bytes.markup("/>")
      bytes.text(tick, "x=\"100%\" text-anchor=\"end\"", y: y + 4)
    }
    for (index, week) in weeks.enumerated() {
      let start = index * Self.right / weeks.count
      let width = (index + 1) * Self.right / weeks.count - start
      for (band, top, bottom) in week.stretches(on: Self.height, order: [.unscored, .green, .yellow, .red]) {
        // A fifth of each step stays free between two bars.
        bytes.stretch(of: band, start: start, end: start + width * 4 / 5, top: Self.top + top, height: bottom - top)
      }
    }
    bytes.text(ends.first, "class=\"end\"", y: 11)
    bytes.markup("<text class=\"end\" text-anchor=\"end\"")
    bytes.attribute("x", tenths: Self.right, percent: true)
    bytes.markup(" y=\"11\">")
    bytes.escaped(ends.last)
    bytes.markup("</text>")
    bytes.text(firstLabel, "y=\"74\"")
    bytes.text(lastLabel, "x=\"100%\" y=\"74\" text-anchor=\"end\"")
    bytes.markup("</svg>")
  }
}
