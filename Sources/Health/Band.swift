/// The colour of an account, worst last; `unscored` when too little is known to assign one.
public enum Band: String, CaseIterable, Sendable {
  case green, yellow, red, unscored

  /// The worse of two scored bands.
  public static func worse(_ left: Band, _ right: Band) -> Band {
    left.severity >= right.severity ? left : right
  }

  /// 0 for green, 1 for yellow, 2 for red; `unscored` ranks below all, since it claims nothing.
  public var severity: Int {
    switch self {
    case .green: 0
    case .yellow: 1
    case .red: 2
    case .unscored: -1
    }
  }
}

/// The lowest published scores, 0–100, that are still green and still yellow.
public struct BandEdges: Hashable, Sendable {
  /// Scores at or above this are green.
  public var green: Int
  /// Scores at or above this and below `green` are yellow.
  public var yellow: Int

  /// Green by default: it leaves a third of the scale above it, so that green is more than the better half.
  public static let usualGreen = 70
  /// Yellow by default: below it more is wrong than right.
  public static let usualYellow = 40

  /// Creates edges, the usual ones by default.
  public init(green: Int = usualGreen, yellow: Int = usualYellow) {
    self.green = green
    self.yellow = yellow
  }

  /// The band of a published score: with the defaults, 70 is green and 69 yellow.
  public func band(of score: Int) -> Band {
    score >= green ? .green : score >= yellow ? .yellow : .red
  }
}
