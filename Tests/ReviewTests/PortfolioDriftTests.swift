import EvidenceFixture
import Health
import SeededRandom
import Testing

@testable import Review

/// Whether the portfolio is another one than a year ago.
@Suite struct PortfolioDriftTests {
  private func drift(
    bands: [(then: Band?, now: Band?)] = [], _ values: [(then: Double?, now: Double?)]...
  ) -> PortfolioDrift {
    let accounts = max(bands.count, values.map(\.count).max() ?? 0)
    let padded = bands + Array(repeating: (nil, nil), count: accounts - bands.count)
    return PortfolioDrift(
      then: today - 364, bands: padded,
      measures: values.enumerated().map { (key: "m\($0.offset)", values: $0.element) })
  }

  @Test func `sizes are Pearson's and those of Cramér and von Mises`() throws {
    #expect(isNear(chiSquare([(10, 20), (20, 10)]), 20.0 / 3))
    #expect(isNear(chiSquare([(10, 20), (20, 10), (0, 0)]), 20.0 / 3))
    // 20 values of 1–20 and the same five higher: squared distances of 2.0875 over 40 values.
    let found = drift((1...20).map { (Double($0), Double($0 + 5)) })
    #expect(isNear(found.findings.first?.size, (2.0875 / 40).squareRoot()))
    #expect(found.findings.first?.n.then == 20 && found.findings.first?.n.now == 20)
  }

  @Test func `everybody a little lower is a change, though the distributions overlap`() {
    let found = drift((1...40).map { (Double($0), Double($0) - 3) })
    #expect(found.changes.map(\.subject) == [.measure("m0")])
    #expect(found.findings.first?.p == 0.001)
  }

  @Test func `as many up as down is none, and nineteen accounts are too few`() {
    let found = drift((1...40).map { (Double($0), Double($0) + ($0.isMultiple(of: 2) ? 3 : -3)) })
    #expect(found.findings.count == 1 && found.changes.isEmpty)
    let few = drift((1...19).map { (Double($0), Double($0) + 50) })
    #expect(few.findings.isEmpty)
  }

  @Test func `bands that moved are a change, the same number on both sides is none`() {
    let fell = drift(bands: (0..<40).map { (.green, $0 < 15 ? .yellow : .green) })
    #expect(fell.changes.map(\.subject) == [.bands])
    let mixed = drift(bands: (0..<40).map { $0 < 20 ? (.green, .yellow) : (.yellow, .green) })
    #expect(mixed.changes.isEmpty && mixed.findings.first?.size == 0)
  }

  @Test func `one surprise among many is held to all of them`() throws {
    let noise = (1...40).map { (Double?(Double($0)), Double?(Double($0) + ($0.isMultiple(of: 2) ? 3 : -3))) }
    let noises = (0..<12).map { key in (key: "n\(key)", values: noise.map { (then: $0.0, now: $0.1) }) }
    // The seven lowest of 40 go up by 3; of 3,000 exchanges drawn by another program 1.2% were as large.
    let mild = (1...40).map { (then: Double?(Double($0)), now: Double?(Double($0 > 7 ? $0 : $0 + 3))) }
    func changes(_ measures: [(key: String, values: [(then: Double?, now: Double?)])]) -> PortfolioDrift {
      PortfolioDrift(then: today - 364, bands: Array(repeating: (nil, nil), count: 40), measures: measures)
    }
    let alone = changes([("mild", mild)])
    let p = try #require(alone.findings.first?.p)
    #expect(p < 0.05 && p > 0.004, "\(p)")
    #expect(alone.changes.count == 1 && changes([("mild", mild)] + noises).changes.isEmpty)
  }

  @Test func `without a change, one portfolio in twenty at most is told to have changed`() {
    let told = (0..<100).count { seed in
      var random = SplitMix64(seed: UInt64(seed))
      func walk() -> [(then: Double?, now: Double?)] {
        (0..<30).map { _ in
          let level = 10 * random.fraction()
          return (level + random.fraction(), random.whole(below: 10) == 0 ? nil : level + random.fraction())
        }
      }
      return !drift(walk(), walk(), walk()).changes.isEmpty
    }
    // 5 of 100 expected; 11 and more have a probability of 1 %.
    #expect(told <= 10, "\(told)")
  }
}
