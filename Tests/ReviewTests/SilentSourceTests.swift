import EvidenceFixture
import Health
import Testing

@testable import Review

/// Sources that are stale or missing for some accounts.
@Suite struct SilentSourceTests {
  private let model = Model(
    MeasureDefinition(key: "level", of: "logins", maxAge: 14, curve: .identity),
    MeasureDefinition(key: "trend", of: "logins", reading: .change, maxAge: 14, curve: .identity),
    MeasureDefinition(key: "place", of: "logins", reading: .peers, maxAge: 14, curve: .identity),
    MeasureDefinition(key: "unweighted", of: "survey", curve: .identity, weight: 0))

  /// The given numbers of accounts whose logins are fresh, stale, and missing.
  private func sources(fresh: Int, stale: Int, never: Int) async -> [SilentSource] {
    var world = World((0..<fresh + stale + never).map { "a\($0 + 100)" })
    for account in 0..<fresh { world.observe("logins", 60, on: today - 14, account: account) }
    for account in fresh..<fresh + stale { world.observe("logins", 60, on: today - 15, account: account) }
    return await People().review(world, model: model).silentSources
  }

  @Test func `accounts are counted where a source is stale and where it has no value, with its newest day`() async {
    #expect(
      await sources(fresh: 3, stale: 2, never: 1) == [
        SilentSource(
          name: "logins", accounts: 6, staleAccounts: [3, 4], staleSince: today - 15, withoutValue: 1,
          newestDay: today - 14)
      ])
  }

  @Test func `a source that is fresh for everybody is not named, though its trend has no value yet`() async {
    #expect(await sources(fresh: 3, stale: 0, never: 0) == [])
  }

  @Test(arguments: [(15, 5, true), (16, 5, false), (0, 4, false), (0, 5, true), (30, 10, true), (31, 10, false)])
  func `it is stale for many from five accounts and a quarter of them on`(fresh: Int, stale: Int, isMany: Bool) async {
    #expect(await sources(fresh: fresh, stale: stale, never: 0).first?.isStaleForMany == isMany)
  }

  @Test func `accounts that never had a value are not many that went stale`() async {
    #expect(await sources(fresh: 5, stale: 0, never: 20).first?.isStaleForMany == false)
  }
}
