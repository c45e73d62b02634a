/// The points that one dimension contributes to the score, out of those it could contribute.
///
/// The outline is as long as the weight, its filled part as long as the contribution. Each bar begins where the
/// last contribution ended, so a column of them climbs to the score.
public struct DimensionBar: Chart {
  /// The points of the score before this dimension, 0–100.
  public var start: Double
  /// The dimension's share of the whole weight, in points, 0–100.
  public var weight: Double
  /// The points of the score from this dimension, at most `weight`.
  public var contribution: Double
  /// The chart's content in words.
  public var title: String

  /// Creates a bar of `contribution` points out of `weight`, starting at `start`.
  public init(start: Double, weight: Double, contribution: Double, title: String) {
    self.start = start
    self.weight = weight
    self.contribution = contribution
    self.title = title
  }

  /// Appends the `<svg>` element to `bytes`, as UTF-8.
  public func append(to bytes: inout [UInt8]) {
    let left = tenthsOfPoint(start)
    let full = min(tenthsOfPoint(start + weight), 1000)
    let end = min(tenthsOfPoint(start + contribution), full)
    bytes.open("class=\"dimension\" width=\"100%\" height=\"10\"", title: title)
    for (name, right) in [("track", full), ("bar", end)] as [(StaticString, Int)] {
      bytes.markup("<rect class=\"")
      bytes.markup(name)
      bytes.markup("\" y=\"1\" height=\"8\"")
      bytes.attribute("x", tenths: left, percent: true)
      bytes.attribute("width", tenths: max(0, right - left), percent: true)
      bytes.markup("/>")
    }
    bytes.markup("</svg>")
  }
}
