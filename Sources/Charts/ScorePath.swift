/// A line through points that breaks where a week has no score.
struct ScorePath {
  /// The end of the path, in chart units; nil before a point and in a gap.
  private var pen: (x: Int, y: Int)?
  private var isFirstOfRun = false

  /// Appends the step to the next point; `nil` lifts the pen.
  mutating func step(to point: (x: Int, y: Int)?, in bytes: inout [UInt8]) {
    guard let point else { return lift(in: &bytes) }
    if let pen {
      bytes.markup(isFirstOfRun ? "l" : " ")
      bytes.number(point.x - pen.x)
      // A minus sign already separates.
      if point.y >= pen.y { bytes.markup(" ") }
      bytes.number(point.y - pen.y)
      isFirstOfRun = false
    } else {
      bytes.markup("M")
      bytes.number(point.x)
      bytes.markup(" ")
      bytes.number(point.y)
      isFirstOfRun = true
    }
    pen = point
  }

  /// Ends a run.
  ///
  /// A single point would draw nothing, so it becomes a line of no length, which round ends draw as a dot.
  mutating func lift(in bytes: inout [UInt8]) {
    if pen != nil, isFirstOfRun { bytes.markup("h0") }
    pen = nil
    isFirstOfRun = false
  }
}
