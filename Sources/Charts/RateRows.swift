public import Health

/// Shares with their intervals, one row each: a mark for the share, a stretch for the interval.
///
/// Widths are percentages of the chart's own, so that words keep their size on a phone.
public struct RateRows: Chart {
  /// One share.
  public struct Row: Sendable {
    /// The name of the row.
    public var label: String
    /// The figure in words, below the label.
    public var words: String
    /// The band whose mark is drawn at the share; nil for a plain mark.
    public var band: Band?
    /// The share, 0–1; nil when there is nothing to divide by, which leaves the row empty.
    public var share: Double?
    /// The interval, 0–1.
    public var interval: ClosedRange<Double>

    /// Creates a row with a share and its interval.
    public init(label: String, words: String, band: Band?, share: Double?, interval: ClosedRange<Double>) {
      self.label = label
      self.words = words
      self.band = band
      self.share = share
      self.interval = interval
    }
  }

  /// The rows from top to bottom.
  public var rows: [Row]
  /// A share that all rows are compared with, drawn as an upright line; nil for none.
  public var base: Double?
  /// The share at the right edge, above 0 and at most 1.
  public var top: Double
  /// The labels at the left end of the axis, in its middle and at its right end.
  public var ticks: [String]
  /// The chart's content in words.
  public var title: String
  /// The words of its table; nil when the figures are next to it.
  public var words: TableWords?

  /// Creates rows on an axis from 0 to `top`.
  public init(rows: [Row], base: Double?, top: Double, ticks: [String], title: String, words: TableWords? = nil) {
    self.rows = rows
    self.base = base
    self.top = top
    self.ticks = ticks
    self.title = title
    self.words = words
  }

  private static let left = 320
  private static let step = 36

  /// A row for each share, with the counts behind it and its interval.
  public var table: ChartTable? {
    words.map { words in
      words.table(
        texts: rows.map { row in
          let interval = row.share.map { _ in
            "\(words.number(row.interval.lowerBound))–\(words.number(row.interval.upperBound))"
          }
          return [row.label, row.words, interval ?? words.none]
        })
    }
  }

  /// Appends the `<svg>` element to `bytes`, as UTF-8.
  public func append(to bytes: inout [UInt8]) {
    let foot = Self.step * rows.count
    bytes.open("class=\"rates\" width=\"100%\"", height: foot + 18, title: title)
    for tick in 0..<3 {
      line("edge", at: Self.left + (980 - Self.left) * tick / 2, top: 0, bottom: foot, to: &bytes)
    }
    if let base {
      bytes.markup("<g stroke-dasharray=\"3 3\">")
      line("axis", at: x(of: base), top: 0, bottom: foot, to: &bytes)
      bytes.markup("</g>")
    }
    for (index, row) in rows.enumerated() { append(row, top: Self.step * index, to: &bytes) }
    for (index, tick) in ticks.prefix(3).enumerated() {
      bytes.markup("<text text-anchor=\"middle\"")
      bytes.attribute("x", tenths: Self.left + (980 - Self.left) * index / 2, percent: true)
      bytes.attribute("y", tenths: (foot + 14) * 10)
      bytes.markup(">")
      bytes.escaped(tick)
      bytes.markup("</text>")
    }
    bytes.markup("</svg>")
  }

  private func append(_ row: Row, top: Int, to bytes: inout [UInt8]) {
    bytes.markup("<text class=\"end\"")
    bytes.attribute("y", tenths: (top + 13) * 10)
    bytes.markup(">")
    bytes.escaped(row.label)
    bytes.markup("</text><text")
    bytes.attribute("y", tenths: (top + 27) * 10)
    bytes.markup(">")
    bytes.escaped(row.words)
    bytes.markup("</text>")
    guard let share = row.share else { return }
    let low = x(of: row.interval.lowerBound)
    bytes.markup("<rect class=\"span\" height=\"8\"")
    bytes.attribute("x", tenths: low, percent: true)
    bytes.attribute("y", tenths: (top + 13) * 10)
    bytes.attribute("width", tenths: max(0, x(of: row.interval.upperBound) - low), percent: true)
    bytes.markup("/>")
    if let band = row.band {
      bytes.shape(of: band, share: x(of: share), y: top + 17)
    } else {
      bytes.markup("<circle class=\"bar\" r=\"4\"")
      bytes.attribute("cx", tenths: x(of: share), percent: true)
      bytes.attribute("cy", tenths: (top + 17) * 10)
      bytes.markup("/>")
    }
  }

  private func line(_ name: StaticString, at x: Int, top: Int, bottom: Int, to bytes: inout [UInt8]) {
    bytes.markup("<line class=\"")
    bytes.markup(name)
    bytes.markup("\"")
    bytes.attribute("x1", tenths: x, percent: true)
    bytes.attribute("x2", tenths: x, percent: true)
    bytes.attribute("y1", tenths: top * 10)
    bytes.attribute("y2", tenths: bottom * 10)
    bytes.markup("/>")
  }

  /// A position in tenths of a per cent of the chart's width.
  private func x(of share: Double) -> Int {
    Self.left + tenthsOfPoint(100 * share / top) * (980 - Self.left) / 1000
  }
}
