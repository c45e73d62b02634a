/// How one sum becomes another, step by step, one row each: the words of a step above its bar.
///
/// Each bar begins where the last one ended. Places are percentages of the chart's own width, so that words keep their
/// size on a phone.
public struct Waterfall: Chart {
  /// One bar: a sum, or a step between two.
  public struct Row: Sendable {
    /// Its name.
    public var label: String
    /// What else there is to say, after the name.
    public var words: String
    /// Its amount in words, at the right.
    public var amount: String
    /// The sum, or the change of it.
    public var value: Double
    /// True for a sum, whose bar begins at the left edge.
    public var isSum: Bool

    /// Creates a bar of `value`.
    public init(label: String, words: String, amount: String, value: Double, isSum: Bool) {
      self.label = label
      self.words = words
      self.amount = amount
      self.value = value
      self.isSum = isSum
    }
  }

  /// The bars from top to bottom; the first is a sum.
  public var rows: [Row]
  /// The range of the width; its ends must differ.
  public var bounds: ClosedRange<Double>
  /// The labels below the left and the right end.
  public var ticks: (low: String, high: String)
  /// The chart's content in words.
  public var title: String
  /// The words of its table; nil when the figures are next to it.
  public var words: TableWords?

  /// Creates bars of `rows` on an axis from one tick to the other.
  ///
  /// - Parameter bounds: by default those of `bounds(of:)`.
  public init(
    rows: [Row], bounds: ClosedRange<Double>? = nil, ticks: (low: String, high: String), title: String,
    words: TableWords? = nil
  ) {
    self.rows = rows
    self.bounds = bounds ?? Self.bounds(of: rows)
    self.ticks = ticks
    self.title = title
    self.words = words
  }

  private static let step = 34

  /// The range in which the steps are seen: from the least to the greatest of all sums on the way, with as much again
  /// below as lies between them, but not below 0 if none is; from 0 where nothing changes.
  ///
  /// 100, −10 and +20 pass 90 and 110, so the range is 70–110.
  public static func bounds(of rows: [Row]) -> ClosedRange<Double> {
    let passed = spans(of: rows).flatMap { [$0.from, $0.to] }.filter(\.isFinite)
    let high = passed.max() ?? 0
    let low = passed.min() ?? 0
    let floor = low > 0 ? max(0, high > low ? low - (high - low) : 0) : low
    return floor...(high > floor ? high : floor + 1)
  }

  /// The sums before and after each row; a row that is a sum goes from its own to itself.
  private static func spans(of rows: [Row]) -> [(from: Double, to: Double)] {
    var sum = 0.0
    return rows.map { row in
      let start = row.isSum ? row.value : sum
      sum = row.isSum ? row.value : sum + row.value
      return (start, sum)
    }
  }

  /// A row for each bar.
  public var table: ChartTable? { words?.table(texts: rows.map { [$0.label, $0.words, $0.amount] }) }

  /// Appends the `<svg>` element to `bytes`, as UTF-8.
  public func append(to bytes: inout [UInt8]) {
    let foot = Self.step * rows.count
    bytes.open("class=\"rates\" width=\"100%\"", height: foot + 16, title: title)
    for (index, span) in Self.spans(of: rows).enumerated() {
      append(rows[index], span, top: Self.step * index, isLast: index == rows.count - 1, to: &bytes)
    }
    bytes.markup("<line class=\"edge\" x2=\"100%\"")
    bytes.attribute("y1", tenths: foot * 10)
    bytes.attribute("y2", tenths: foot * 10)
    bytes.markup("/>")
    bytes.text(ticks.low, "x=\"0\"", y: foot + 13)
    bytes.text(ticks.high, "x=\"100%\" text-anchor=\"end\"", y: foot + 13)
    bytes.markup("</svg>")
  }

  private func append(
    _ row: Row, _ span: (from: Double, to: Double), top: Int, isLast: Bool, to bytes: inout [UInt8]
  ) {
    let from = row.isSum ? 0 : x(of: min(span.from, span.to))
    let to = x(of: max(span.from, span.to))
    if !isLast {
      // The line on which the next bar begins.
      bytes.markup("<line class=\"edge\"")
      bytes.attribute("x1", tenths: x(of: span.to), percent: true)
      bytes.attribute("x2", tenths: x(of: span.to), percent: true)
      bytes.attribute("y1", tenths: (top + 28) * 10)
      bytes.attribute("y2", tenths: (top + Self.step + 17) * 10)
      bytes.markup("/>")
    }
    bytes.markup(row.isSum ? "<rect class=\"bar\"" : row.value < 0 ? "<rect class=\"less\"" : "<rect class=\"more\"")
    bytes.attribute("x", tenths: from, percent: true)
    bytes.attribute("y", tenths: (top + 17) * 10)
    // A step too small to see is a line.
    bytes.attribute("width", tenths: max(3, to - from), percent: true)
    bytes.markup(" height=\"11\"/>")
    if row.isSum, bounds.lowerBound > 0 {
      // The bar of a sum that does not begin at 0 is broken.
      bytes.markup("<svg x=\"3%\"")
      bytes.attribute("y", tenths: (top + 17) * 10)
      bytes.markup("><path class=\"cut\" d=\"M-3 13L1-2M2 13L6-2\"/></svg>")
    }
    bytes.markup("<text class=\"end halo\"")
    bytes.attribute("y", tenths: (top + 12) * 10)
    bytes.markup(">")
    bytes.escaped(row.label)
    if !row.words.isEmpty {
      bytes.markup("<tspan class=\"dim\"> ")
      bytes.escaped(row.words)
      bytes.markup("</tspan>")
    }
    bytes.markup("</text>")
    bytes.text(row.amount, "class=\"end halo\" x=\"100%\" text-anchor=\"end\"", y: top + 12)
  }

  /// A position in tenths of a per cent of the chart's width.
  private func x(of sum: Double) -> Int {
    tenthsOfPoint(100 * (sum - bounds.lowerBound) / (bounds.upperBound - bounds.lowerBound))
  }
}
