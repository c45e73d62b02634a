/// A piecewise linear map from a measure's value to a sub-score of 0–100, flat outside its points.
public struct Curve: Hashable, Sendable {
  /// One corner of the line.
  public struct Point: Hashable, Sendable {
    /// A value of the measure, in its own unit.
    public let x: Double
    /// The sub-score there, 0–100.
    public let score: Double

    /// Creates a point from a value and its sub-score.
    public init(x: Double, score: Double) {
      self.x = x
      self.score = score
    }
  }

  /// The corners, in strictly increasing order of `x`; at least one.
  public let points: [Point]

  /// Creates a curve from corners in strictly increasing order of `x`, with scores of 0–100.
  public init(points: [Point]) {
    precondition(!points.isEmpty, "a curve has at least one point")
    self.points = points
  }

  /// Creates the straight line on which `worst` scores 0 and `best` scores 100; the two must differ.
  public init(worst: Double, best: Double) {
    let ends = [Point(x: worst, score: 0), Point(x: best, score: 100)]
    self.init(points: worst < best ? ends : ends.reversed())
  }

  /// The sub-score of a value: on worst 0.1, best 0.7 a value of 0.4 scores 50.
  public func score(of value: Double) -> Double {
    let last = points[points.count - 1]
    if value >= last.x { return last.score }
    var left = points[0]
    if value <= left.x { return left.score }
    for right in points.dropFirst() {
      if value < right.x {
        return left.score + (right.score - left.score) * ((value - left.x) / (right.x - left.x))
      }
      left = right
    }
    return last.score
  }
}
