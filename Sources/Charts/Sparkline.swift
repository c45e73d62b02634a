public import Health

/// A year of weekly scores in the height of a table row: 120 × 24, the latest week at the right edge.
///
/// Positions are whole units, half a pixel each: 52 weeks take under 700 bytes.
public struct Sparkline: Chart {
  /// The scores, oldest first; nil for a week without a score, drawn as a gap.
  ///
  /// Only the latest `weeks` are drawn.
  public var scores: [Int?]
  /// The number of weeks across the width, at least 2.
  public var weeks: Int
  /// The band edges, which draw the green edge as a fine line and decide the mark of the latest score; nil for a plain
  /// dot.
  public var edges: BandEdges?
  /// The published band of the latest score, if a cap makes it differ from that of its number.
  public var band: Band?
  /// The range of the height; values outside it are drawn at its ends.
  public var bounds: ClosedRange<Int>
  /// The amounts to draw instead of scores, oldest first.
  public var amounts: [Double?] = []
  /// The chart's content in words.
  public var title: String
  /// The words of its table; nil when the figures are next to it.
  public var words: TableWords?

  /// Creates a sparkline of `scores`, 0–100 unless `bounds` says otherwise.
  public init(
    scores: [Int?], weeks: Int = 52, edges: BandEdges? = BandEdges(), band: Band? = nil,
    bounds: ClosedRange<Int> = 0...100, title: String
  ) {
    precondition(weeks >= 2, "a line needs two weeks")
    self.scores = scores
    self.weeks = weeks
    self.edges = edges
    self.band = band
    self.bounds = bounds
    self.title = title
  }

  /// Creates a line of `amounts` in any unit that fills the height, since amounts have no natural ends.
  public init(amounts: [Double?], title: String, words: TableWords? = nil) {
    let known = amounts.compactMap { $0 }
    let low = known.min() ?? 0
    let high = known.max() ?? 0
    self.init(
      scores: amounts.map { $0.map { high > low ? Int(1000 * ($0 - low) / (high - low)) : 500 } },
      weeks: max(2, amounts.count), edges: nil, bounds: 0...1000, title: title)
    self.amounts = amounts
    self.words = words
  }

  /// A row for each week with its amount, the latest first.
  public var table: ChartTable? {
    words.map { $0.table(texts: $0.table(amounts.map { [$0] }).rows.reversed()) }
  }

  private static let left = 6
  private static let right = 230

  /// Appends the `<svg>` element to `bytes`, as UTF-8.
  public func append(to bytes: inout [UInt8]) {
    bytes.open("class=\"spark\" width=\"120\" height=\"24\" viewBox=\"0 0 240 48\"", title: title)
    if let edges {
      bytes.markup("<path class=\"edge\" d=\"M6 ")
      bytes.number(y(of: edges.green))
      bytes.markup("h224\"/>")
    }
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
    appendMark(of: score, at: last, to: &bytes)
    bytes.markup("</svg>")
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
    return length == 0 ? 24 : 45 - (inside - bounds.lowerBound) * 42 / length
  }
}
