import SeededRandom

extension SplitMix64 {
  mutating func int(_ range: ClosedRange<Int>) -> Int { whole(in: range) }

  /// True with a given chance in per cent.
  mutating func chance(_ percent: Int) -> Bool { int(0...99) < percent }

  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var rest = elements
    var mixed: [Element] = []
    while !rest.isEmpty { mixed.append(rest.remove(at: whole(below: rest.count))) }
    return mixed
  }
}
