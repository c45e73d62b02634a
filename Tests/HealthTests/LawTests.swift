import EvidenceFixture
import Health
import Testing

/// Laws for every portfolio, checked on random ones.
@Suite struct LawTests {
  private func world(_ seed: UInt64) -> World { RandomWorld.world(seed) }

  private let model = RandomWorld.model

  @Test(arguments: UInt64(1)...20) func `contributions add up to the exact score, which lies between low and high`(
    seed: UInt64
  ) throws {
    for account in 0..<3 {
      let detail = try #require(world(seed).score(model, account: account))
      let exact = try #require(detail.score.exact)
      #expect(isNear(detail.dimensions.compactMap { $0?.contribution }.reduce(0, +), exact))
      #expect((0...100).contains(exact))
      #expect(detail.score.low <= detail.score.high)
      #expect((0...1).contains(detail.score.coverage))
    }
  }

  @Test(arguments: UInt64(1)...20) func `silence never lifts what a dated measure counts`(seed: UInt64) {
    let scorer = world(seed).scorer(model)
    // There are no rows after the as-of day, so on every later day data are only older.
    for account in 0..<3 {
      var before = [Double?](repeating: nil, count: 5)
      for day in 0...200 {
        let detail = scorer.session(on: today + day).detail(of: account)
        let counted = (0..<5).map { detail?.measures[$0]?.counted }
        for (earlier, later) in zip(before, counted) where day > 0 {
          #expect((later ?? 101) <= (earlier ?? 100), "seed \(seed), account \(account), day \(day)")
        }
        before = counted
      }
    }
  }

  @Test(arguments: UInt64(1)...20) func `the order of rows does not matter`(seed: UInt64) {
    let world = world(seed)
    var reversed = world
    for key in world.observations.keys { reversed.observations[key]?.reverse() }
    reversed.touchpoints.reverse()
    reversed.tickets.reverse()
    for account in 0..<3 {
      #expect(world.score(model, account: account)?.score == reversed.score(model, account: account)?.score)
      #expect(world.score(model, account: account)?.measures == reversed.score(model, account: account)?.measures)
    }
  }

  @Test(arguments: UInt64(1)...20) func `rows after a day change nothing that is said of it`(seed: UInt64) {
    let world = world(seed)
    for age in [1, 30, 100] {
      for account in 0..<3 {
        let past = world.scorer(model).session(on: today - age).detail(of: account)
        let then = world.scorer(model, asOf: today - age).session(on: today - age).detail(of: account)
        #expect(past?.score == then?.score)
        #expect(past?.measures == then?.measures)
      }
    }
  }
}
