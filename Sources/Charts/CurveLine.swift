public import Health

/// The curve from a measure's value to its sub-score, in the height of a table row: 60 × 20, higher is healthier.
public struct CurveLine: Chart {
  /// The curve.
  public var curve: Curve
  /// The chart's content in words.
  public var title: String

  /// Creates a drawing of a curve.
  public init(_ curve: Curve, title: String) {
    self.curve = curve
    self.title = title
  }

  /// Appends the `<svg>` element to `bytes`, as UTF-8.
  public func append(to bytes: inout [UInt8]) {
    let first = curve.points[0]
    let last = curve.points[curve.points.count - 1]
    bytes.open("class=\"spark\" width=\"60\" height=\"20\" viewBox=\"0 0 120 40\"", title: title)
    bytes.markup(
      "<path class=\"edge\" d=\"M0 38h120\"/><path class=\"line\" fill=\"none\" stroke=\"currentColor\" d=\"M2 ")
    bytes.number(y(of: first))
    for point in curve.points {
      bytes.markup("L")
      bytes.number(last.x > first.x ? 16 + Int(88 * (point.x - first.x) / (last.x - first.x)) : 60)
      bytes.markup(" ")
      bytes.number(y(of: point))
    }
    bytes.markup("H118\"/></svg>")
  }

  private func y(of point: Curve.Point) -> Int { 36 - Int(32 * point.score / 100) }
}
