import SeededRandom

extension SplitMix64 {
  mutating func happens(_ probability: Double) -> Bool { fraction() < probability }

  mutating func fraction(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * fraction()
  }
}
