import SeededRandom
import Testing

@Suite struct SplitMix64Tests {
  @Test func `the seed 0 starts with the published number`() {
    var random = SplitMix64(seed: 0)
    #expect(random.next() == 0xe220_a839_7b1d_cdaf)
  }

  @Test(arguments: 0...20 as ClosedRange<UInt64>)
  func `draws stay in their ranges and reach both ends`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let whole = (0..<400).map { _ in random.whole(in: -2...3) }
    #expect(whole.min() == -2 && whole.max() == 3)
    let below = (0..<400).map { _ in random.whole(below: 5) }
    #expect(below.min() == 0 && below.max() == 4)
    let fractions = (0..<400).map { _ in random.fraction() }
    #expect(fractions.allSatisfy { (0..<1).contains($0) })
    #expect(Set((0..<400).map { _ in random.pick(["a", "b", "c"]) }).count == 3)
  }
}
