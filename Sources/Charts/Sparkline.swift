public import Health

/// A year of weekly scores in the height of a table row: 80 × 26, the latest week at the right edge.
///
/// Positions are whole units, half a pixel each: 52 weeks take under 700 bytes.
public struct Sparkline: Chart {
  /// The texts around a line of amounts: its ends below it, and at its right what its top and its foot are.
  public struct Labels: Sendable {
    /// The first amount.
    public var first: String
    /// The last amount.
    public var last: String
    /// The least amount.
    public var least: String
    /// The greatest amount.
    public var most: String

    /// Creates finished texts.
    public init(first: String, last: String, least: String, most: String) {
      self.first = first
      self.last = last
      self.least = least
      self.most = most
    }
  }

  /// The scores, oldest first; nil for a week without a score, drawn as a gap.
  ///
  /// Only the latest `weeks` are drawn.
  public var scores: [Int?]
  /// The number of weeks across the width, at least 2.
  public var weeks: Int
  /// The band edges, which are fine lines and decide the mark of the latest score; nil for a plain dot.
  public var edges: BandEdges?
  /// The published band of the latest score, if a cap makes it differ from that of its number.
  public var band: Band?
  /// The range of the height; values outside it are drawn at its ends.
  public var bounds: ClosedRange<Int>
  /// The number of weeks before the latest at which a dot marks the score; nil for none.
  public var markedWeeksAgo: Int?
  /// The amounts to draw instead of scores, oldest first.
  public var amounts: [Double?] = []
  /// The texts around the line; nil for the line alone.
  public var labels: Labels?
  /// The chart's content in words.
  public var title: String
  /// The words of its table; nil when the figures are next to it.
  public var words: TableWords?

  /// The range in which scores are drawn: few are below 30, and without what lies there a fall of ten points is seen.
  ///
  /// A model whose yellow begins lower gets room for its red too: edges of 72 and 25 give 15–100.
  public static func scale(of edges: BandEdges) -> ClosedRange<Int> { max(0, min(30, edges.yellow - 10))...100 }

  /// Creates a sparkline of `scores` on their scale, unless `bounds` says otherwise.
  public init(
    scores: [Int?], weeks: Int = 52, edges: BandEdges? = BandEdges(), band: Band? = nil,
    bounds: ClosedRange<Int>? = nil, markedWeeksAgo: Int? = nil, title: String
  ) {
    precondition(weeks >= 2, "a line needs two weeks")
    self.scores = scores
    self.weeks = weeks
    self.edges = edges
    self.band = band
    self.bounds = bounds ?? edges.map(Self.scale) ?? 0...100
    self.markedWeeksAgo = markedWeeksAgo
    self.title = title
  }

  /// Creates a line of `amounts` in any unit that fills the height, since amounts have no natural ends.
  public init(amounts: [Double?], labels: Labels? = nil, title: String, words: TableWords? = nil) {
    let known = amounts.compactMap { $0 }
    let low = known.min() ?? 0
    let high = known.max() ?? 0
    self.init(
      scores: amounts.map { $0.map { high > low ? Int(1000 * ($0 - low) / (high - low)) : 500 } },
      weeks: max(2, amounts.count), edges: nil, bounds: 0...1000, title: title)
    self.amounts = amounts
    self.labels = labels
    self.words = words
  }

  /// A row for each week with its amount, the latest first.
  public var table: ChartTable? {
    words.map { $0.table(texts: $0.table(amounts.map { [$0] }).rows.reversed()) }
  }

  private static let left = 5
  private static let right = 150

  /// Appends the `<svg>` element to `bytes`, as UTF-8.
  public func append(to bytes: inout [UInt8]) {
    if let labels {
      bytes.open("class=\"spark\" width=\"120\" height=\"38\" viewBox=\"0 0 240 76\"", title: title)
      bytes.text(labels.most, "x=\"164\" y=\"20\"")
      bytes.text(labels.least, "x=\"164\" y=\"48\"")
      bytes.text(labels.first, "y=\"74\"")
      bytes.text(labels.last, "x=\"170\" y=\"74\" text-anchor=\"end\"")
    } else {
      bytes.open("class=\"spark\" width=\"80\" height=\"26\" viewBox=\"0 0 160 52\"", title: title)
    }
    if let edges { append(edges, to: &bytes) }
    let shown = scores.suffix(weeks)
    guard let last = shown.lastIndex(where: { $0 != nil }), let score = shown[last] else {
      return bytes.markup("</svg>")
    }
    bytes.markup("<path class=\"line\" fill=\"none\" stroke=\"currentColor\" d=\"")
    var path = ScorePath()
    for index in shown.indices {
      path.step(to: shown[index].map { (x(of: index), y(of: $0)) }, in: &bytes)
    }
    path.lift(in: &bytes)
    bytes.markup("\"/>")
    if let weeksAgo = markedWeeksAgo, case let index = scores.endIndex - 1 - weeksAgo, shown.indices.contains(index),
      let then = shown[index]
    {
      bytes.markup("<circle class=\"then\" r=\"4\" cx=\"")
      bytes.number(x(of: index))
      bytes.markup("\" cy=\"")
      bytes.number(y(of: then))
      bytes.markup("\"/>")
    }
    appendMark(of: score, at: last, to: &bytes)
    bytes.markup("</svg>")
  }

  private func append(_ edges: BandEdges, to bytes: inout [UInt8]) {
    bytes.markup("<path class=\"edge\" d=\"")
    for edge in [edges.green, edges.yellow] {
      bytes.markup("M0 ")
      bytes.number(y(of: edge))
      bytes.markup("h160")
    }
    bytes.markup("\"/>")
  }

  private func appendMark(of score: Int, at index: Int, to bytes: inout [UInt8]) {
    bytes.markup("<g transform=\"translate(")
    bytes.number(x(of: index))
    bytes.markup(" ")
    bytes.number(y(of: score))
    bytes.markup(")scale(2)\">")
    // The mark represents the latest week: a score that ended earlier is not today's.
    if index < scores.endIndex - 1 {
      bytes.shape(of: .unscored)
    } else if let band = band ?? edges?.band(of: score) {
      bytes.shape(of: band)
    } else {
      bytes.markup("<circle fill=\"currentColor\" r=\"2.5\"/>")
    }
    bytes.markup("</g>")
  }

  private func x(of index: Int) -> Int {
    Self.right - (Self.right - Self.left) * (scores.endIndex - 1 - index) / (weeks - 1)
  }

  private func y(of value: Int) -> Int {
    let inside = min(max(value, bounds.lowerBound), bounds.upperBound)
    let length = bounds.upperBound - bounds.lowerBound
    return length == 0 ? 26 : 47 - (inside - bounds.lowerBound) * 42 / length
  }
}
