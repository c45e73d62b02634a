public import Health

/// The distribution of a group's scores between 0 and 100: minimum, quartiles and maximum, and the place of one of
/// them.
public struct QuartileStrip: Chart {
  /// The lowest score.
  public var min: Double
  /// A quarter of the scores are at most this.
  public var lowerQuartile: Double
  /// Half of the scores are at most this.
  public var median: Double
  /// Three quarters of the scores are at most this.
  public var upperQuartile: Double
  /// The highest score.
  public var max: Double
  /// The score of the account in question, if there is one.
  public var value: Double?
  /// The band edges, which are the ticks of the axis; nil for none.
  public var edges: BandEdges?
  /// The chart's content in words.
  public var title: String
  /// The words of its table; nil when the figures are next to it.
  public var words: TableWords?

  /// Creates a strip of five figures, each 0–100 and none smaller than the one before.
  public init(
    min: Double, lowerQuartile: Double, median: Double, upperQuartile: Double, max: Double, value: Double? = nil,
    edges: BandEdges? = nil, title: String, words: TableWords? = nil
  ) {
    self.min = min
    self.lowerQuartile = lowerQuartile
    self.median = median
    self.upperQuartile = upperQuartile
    self.max = max
    self.value = value
    self.edges = edges
    self.title = title
    self.words = words
  }

  /// The five figures from the lowest to the highest.
  public var table: ChartTable? { words?.table([[min], [lowerQuartile], [median], [upperQuartile], [max]]) }

  /// Appends the `<svg>` element to `bytes`, as UTF-8.
  public func append(to bytes: inout [UInt8]) {
    bytes.open("class=\"quartiles\" width=\"100%\"", height: edges == nil ? 16 : 28, title: title)
    if let edges {
      // Two numbers that would touch on a narrow strip stand at the outer sides of their lines.
      let isTight = edges.green - edges.yellow < 20
      append(edges.yellow, anchor: isTight ? "end" : "middle", to: &bytes)
      append(edges.green, anchor: isTight ? "start" : "middle", to: &bytes)
    }
    bytes.markup("<line class=\"axis\" y1=\"8\" y2=\"8\"")
    bytes.attribute("x1", tenths: tenthsOfPoint(min), percent: true)
    bytes.attribute("x2", tenths: tenthsOfPoint(max), percent: true)
    bytes.markup("/><rect class=\"span\" y=\"3\" height=\"10\"")
    let left = tenthsOfPoint(lowerQuartile)
    bytes.attribute("x", tenths: left, percent: true)
    bytes.attribute("width", tenths: Swift.max(0, tenthsOfPoint(upperQuartile) - left), percent: true)
    bytes.markup("/><line class=\"median\" y1=\"2\" y2=\"14\"")
    bytes.attribute("x1", tenths: tenthsOfPoint(median), percent: true)
    bytes.attribute("x2", tenths: tenthsOfPoint(median), percent: true)
    bytes.markup("/>")
    if let value {
      bytes.markup("<circle class=\"you\" cy=\"8\" r=\"4\"")
      bytes.attribute("cx", tenths: tenthsOfPoint(value), percent: true)
      bytes.markup("/>")
    }
    bytes.markup("</svg>")
  }

  /// Appends the line of an edge, which reaches into the rows above and below, and its number.
  private func append(_ edge: Int, anchor: StaticString, to bytes: inout [UInt8]) {
    let x = tenthsOfPoint(Double(edge))
    bytes.markup("<line class=\"edge\" y1=\"-8\" y2=\"17\"")
    bytes.attribute("x1", tenths: x, percent: true)
    bytes.attribute("x2", tenths: x, percent: true)
    bytes.markup("/><text y=\"27\" text-anchor=\"")
    bytes.markup(anchor)
    bytes.markup("\"")
    bytes.attribute("x", tenths: x, percent: true)
    bytes.markup(">")
    bytes.number(edge)
    bytes.markup("</text>")
  }
}
