/// A source of chance that gives the same draws on every machine (SplitMix64, Steele, Lea and Flood 2014).
///
/// The draws are spelled out here rather than left to the standard library's, whose algorithms may change
/// from one release to the next. No function of the C mathematics library is used: its last digit differs
/// between platforms.
struct SeededGenerator {
  private var state: UInt64

  /// One stream a topic, so that a change to one account's story leaves every other account's figures alone.
  init(seed: UInt64, topic: String) {
    // FNV-1a, 64 bits.
    state = topic.utf8.reduce(0xcbf2_9ce4_8422_2325 ^ seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// Evenly spread over 0 ..< 1.
  mutating func fraction() -> Double {
    Double(next() >> 11) / 9_007_199_254_740_992
  }

  /// A bell-shaped factor around 1: the sum of four even draws, at most `spread` away.
  mutating func factor(spread: Double) -> Double {
    let sum = fraction() + fraction() + fraction() + fraction()
    return 1 + (sum - 2) / 2 * spread
  }

  /// A bell-shaped amount around 0, at most `spread` away.
  mutating func offset(spread: Double) -> Double {
    factor(spread: spread) - 1
  }

  mutating func whole(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  mutating func happens(_ probability: Double) -> Bool {
    fraction() < probability
  }

  /// How many of many small chances come up, when `expected` do on average.
  mutating func count(expected: Double) -> Int {
    let trials = Int(expected * 3) + 3
    let probability = expected / Double(trials)
    return (0..<trials).reduce(0) { total, _ in happens(probability) ? total + 1 : total }
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[whole(in: 0...elements.count - 1)]
  }

  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var rest = elements
    for index in rest.indices.reversed() where index > 0 {
      rest.swapAt(index, whole(in: 0...index))
    }
    return rest
  }
}
