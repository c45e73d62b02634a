import SeededRandom

/// The random generator of the example portfolio, the same on every machine.
///
/// It uses no function of the C mathematics library: the last digit of those differs between platforms.
struct SeededGenerator {
  private var random: SplitMix64

  /// Creates a separate stream for each topic, so that changing one account's story leaves all other figures alone.
  init(seed: UInt64, topic: String) {
    // FNV-1a, 64 bits.
    random = SplitMix64(
      seed: topic.utf8.reduce(0xcbf2_9ce4_8422_2325 ^ seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 })
  }

  /// A number uniformly distributed over 0 ..< 1.
  mutating func fraction() -> Double { random.fraction() }

  /// A bell-shaped factor around 1: the sum of four uniform draws, at most `spread` away.
  mutating func factor(spread: Double) -> Double {
    let sum = fraction() + fraction() + fraction() + fraction()
    return 1 + (sum - 2) / 2 * spread
  }

  /// A bell-shaped amount around 0, at most `spread` away.
  mutating func offset(spread: Double) -> Double {
    factor(spread: spread) - 1
  }

  mutating func whole(in range: ClosedRange<Int>) -> Int {
    random.whole(in: range)
  }

  mutating func happens(_ probability: Double) -> Bool {
    fraction() < probability
  }

  /// The number of successes among many unlikely draws, `expected` on average.
  mutating func count(expected: Double) -> Int {
    let trials = Int(expected * 3) + 3
    let probability = expected / Double(trials)
    return (0..<trials).reduce(0) { total, _ in happens(probability) ? total + 1 : total }
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    random.pick(elements)
  }

  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var rest = elements
    for index in rest.indices.reversed() where index > 0 {
      rest.swapAt(index, whole(in: 0...index))
    }
    return rest
  }
}
