public import Health

/// A score on the line from 0 to 100, with the interval left open by missing data and the band edges.
public struct IntervalBar: Chart {
  /// The published score; nil when unscored, which leaves the interval alone.
  public var score: Int?
  /// The published band, which may differ from that of the score because of a cap.
  public var band: Band
  /// The score if everything missing were at its worst, 0–100.
  public var low: Double
  /// The score if everything missing were at its best, 0–100.
  public var high: Double
  /// The band edges of the active model.
  public var edges: BandEdges
  /// The chart's content in words.
  public var title: String
  /// The words of its table; nil when the figures are next to it.
  public var words: TableWords?

  /// Creates a bar of `score` within `low`–`high`.
  public init(
    score: Int?, band: Band, low: Double, high: Double, edges: BandEdges = BandEdges(), title: String,
    words: TableWords? = nil
  ) {
    self.score = score
    self.band = band
    self.low = low
    self.high = high
    self.edges = edges
    self.title = title
    self.words = words
  }

  /// The score, the ends of its interval, and the edges of the bands.
  public var table: ChartTable? {
    words?.table([[score.map(Double.init)], [low], [high], [Double(edges.yellow)], [Double(edges.green)]])
  }

  /// Appends the `<svg>` element to `bytes`, as UTF-8.
  public func append(to bytes: inout [UInt8]) {
    bytes.open("class=\"interval\" width=\"100%\" height=\"36\"", title: title)
    bytes.markup("<line class=\"axis\" x2=\"100%\" y1=\"12\" y2=\"12\"/><rect class=\"span\" y=\"8\" height=\"8\"")
    let left = tenthsOfPoint(low)
    bytes.attribute("x", tenths: left, percent: true)
    bytes.attribute("width", tenths: max(0, tenthsOfPoint(high) - left), percent: true)
    bytes.markup("/>")
    for edge in [edges.yellow, edges.green] { append(edge, to: &bytes) }
    bytes.markup("<text y=\"33\">0</text><text x=\"100%\" y=\"33\" text-anchor=\"end\">100</text>")
    if let score { bytes.shape(of: band, share: tenthsOfPoint(Double(score)), y: 12) }
    bytes.markup("</svg>")
  }

  private func append(_ edge: Int, to bytes: inout [UInt8]) {
    let x = tenthsOfPoint(Double(edge))
    bytes.markup("<line class=\"axis\" y1=\"5\" y2=\"19\"")
    bytes.attribute("x1", tenths: x, percent: true)
    bytes.attribute("x2", tenths: x, percent: true)
    bytes.markup("/><text y=\"33\" text-anchor=\"middle\"")
    bytes.attribute("x", tenths: x, percent: true)
    bytes.markup(">")
    bytes.number(edge)
    bytes.markup("</text>")
  }
}
