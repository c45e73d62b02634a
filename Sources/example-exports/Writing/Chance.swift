import SeededRandom

/// Draws that are the same on every machine, in a stream of their own for each topic.
///
/// A change to one account's story so leaves the figures of all others alone.
struct Chance {
  private var random: SplitMix64

  init(seed: UInt64, topic: String) {
    // FNV-1a, 64 bits.
    random = SplitMix64(
      seed: topic.utf8.reduce(0xcbf2_9ce4_8422_2325 ^ seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 })
  }

  mutating func bits() -> UInt64 { random.next() }

  mutating func fraction() -> Double { random.fraction() }

  mutating func whole(in range: ClosedRange<Int>) -> Int { random.whole(in: range) }

  mutating func happens(_ probability: Double) -> Bool { fraction() < probability }

  mutating func pick<Element>(_ elements: [Element]) -> Element { random.pick(elements) }

  /// A bell-shaped factor around 1, at most `spread` away.
  mutating func factor(spread: Double) -> Double {
    1 + (fraction() + fraction() + fraction() - 1.5) / 1.5 * spread
  }

  /// How many of many unlikely things happen, `expected` on average.
  mutating func count(expected: Double) -> Int {
    let trials = Int(expected * 3) + 3
    return (0..<trials).reduce(0) { total, _ in total + (happens(expected / Double(trials)) ? 1 : 0) }
  }

  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var rest = elements
    for index in rest.indices.reversed() where index > 0 { rest.swapAt(index, whole(in: 0...index)) }
    return rest
  }
}

/// Texts in a random order, all of them once before any comes again.
struct Deck<Element> {
  private let all: [Element]
  private var rest: [Element] = []

  init(_ all: [Element]) { self.all = all }

  mutating func draw(_ chance: inout Chance) -> Element {
    if rest.isEmpty { rest = chance.shuffled(all) }
    return rest.removeLast()
  }
}
