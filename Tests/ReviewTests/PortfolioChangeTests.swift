import EvidenceFixture
import Health
import Testing

@testable import Review

/// Whether a portfolio got better or worse, and through whom.
@Suite struct PortfolioChangeTests {
  private typealias Step = PortfolioChange.Step

  /// A world whose accounts had one score until a week ago and another from three days ago on.
  private func world(_ moves: [(from: Double, to: Double, arr: Double?)]) -> World {
    var world = World(moves.indices.map { "a\($0)" })
    for (account, move) in moves.enumerated() {
      world.account(account, arr: move.arr)
      world.score(move.from, account: account)
      world.score(move.to, from: 3, account: account)
    }
    return world
  }

  @Test func `more revenue for the worse than for the better is worse, and the worst steps come first`() async {
    let change = await People().review(
      world([(90, 30, 91), (90, 60, 117), (60, 90, 14), (30, 60, 5), (90, 88, 500)])
    ).change
    #expect(change.changes.map(\.step) == [.turnedRed, .leftGreen, .turnedGreen, .leftRed])
    #expect(change.verdict == .worse)
    #expect(change.since == today - 7)
    #expect(change.before[.green].count == 3 && change.before.total.count == 5)
  }

  @Test func `more revenue for the better is better, though fewer accounts`() async {
    let change = await People().review(world([(60, 90, 300), (90, 60, 100), (90, 60, 100)])).change
    #expect(change.verdict == .better)
  }

  @Test func `with an unknown revenue the number of accounts decides`() async {
    let change = await People().review(world([(60, 90, 300), (90, 60, nil), (90, 60, 1)])).change
    #expect(change.verdict == .worse)
    #expect(change[.leftGreen].map(\.arr) == [1, nil])
  }

  @Test func `equal sums and equal numbers are mixed, and no step is unchanged`() async {
    #expect(await People().review(world([(60, 90, 10), (90, 60, 10)])).change.verdict == .mixed)
    #expect(await People().review(world([(90, 80, 10)])).change.verdict == .unchanged)
  }

  @Test func `a lost score is for the worse, and a first one is nothing`() {
    #expect(Step(from: .red, to: .unscored) == .lostScore && Step.lostScore.isWorse)
    #expect(Step(from: .unscored, to: .green) == nil)
    #expect(Step(from: .unscored, to: .unscored) == nil)
  }

  @Test func `who ended in the week has left, whatever its band`() async {
    var world = world([(90, 90, 20), (60, 60, 30)])
    world.account(1, arr: 30, endedOn: today - 2)
    let change = await People().review(world).change
    #expect(change.changes.map(\.name) == ["a1"] && change.changes.map(\.step) == [.lost])
    #expect(change.verdict == .worse)
  }
}
