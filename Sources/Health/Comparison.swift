/// How a number is compared with a limit; two-character operators come first, so that `>= 5` is not read as `> =5`.
public enum Comparison: String, CaseIterable, Sendable {
  case atLeast = ">="
  case atMost = "<="
  case above = ">"
  case below = "<"
  case equal = "="

  /// True when any value of a range can satisfy the comparison: nothing that is 0 or more is below 0.
  public func canHold(in range: ClosedRange<Double>, _ limit: Double) -> Bool {
    switch self {
    case .atLeast, .above: holds(range.upperBound, limit)
    case .atMost, .below: holds(range.lowerBound, limit)
    case .equal: range.contains(limit)
    }
  }

  /// True when a value satisfies the comparison with a limit.
  public func holds(_ value: Double, _ limit: Double) -> Bool {
    switch self {
    case .atLeast: value >= limit
    case .atMost: value <= limit
    case .above: value > limit
    case .below: value < limit
    case .equal: value == limit
    }
  }
}
