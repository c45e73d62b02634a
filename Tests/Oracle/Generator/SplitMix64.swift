/// Steele, Lea and Flood's generator: the same numbers from the same seed on every machine.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  mutating func int(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  /// True with a chance of so many per cent.
  mutating func chance(_ percent: Int) -> Bool { int(0...99) < percent }

  /// One of `choices`, which has at least one.
  mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[int(0...(choices.count - 1))] }

  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var rest = elements
    var mixed: [Element] = []
    while !rest.isEmpty { mixed.append(rest.remove(at: int(0...(rest.count - 1)))) }
    return mixed
  }
}
