/// A random generator with the same draws from a seed on every machine: SplitMix64 (Steele, Lea and Flood 2014).
///
/// From seed 0 it starts with 0xe220a8397b1dcdaf. The draws below are spelled out rather than left to the standard
/// library's, whose algorithms may change from one release to the next.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator with a seed.
  ///
  /// Seeds that differ by a multiple of 0x9e3779b97f4a7c15 give the same draws, shifted.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// A number of at least 0 and below 1, uniformly distributed: the upper 53 bits.
  public mutating func fraction() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A whole number of at least 0 and below `limit`, which must be positive.
  public mutating func whole(below limit: Int) -> Int {
    Int(next() % UInt64(limit))
  }

  /// A whole number in a range.
  public mutating func whole(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + whole(below: range.count)
  }

  /// One of `elements`, which must not be empty.
  public mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[whole(below: elements.count)]
  }
}
