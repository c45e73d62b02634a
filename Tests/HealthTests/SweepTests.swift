import EvidenceFixture
@testable import Health
import SeededRandom
import Testing

@Suite struct SweepTests {
  /// Days of a year and a half, in any order, some of them twice and some behind the last row.
  private func days(_ seed: UInt64) -> [Day] {
    var random = SplitMix64(seed: seed)
    return (0..<40).map { _ in today + 30 - random.whole(below: 500) }
  }

  private func scorer(_ seed: UInt64, _ scope: Scorer.Scope) -> Scorer {
    RandomWorld.crowd(seed).scorer(RandomWorld.fullModel, expansion: Models.Expansion(measure: "latest", atLeast: 40))
      .limited(to: scope)
  }

  @Test(arguments: UInt64(1)...20, [Scorer.Scope.everything, .knownThen])
  func `many days at once give every day what it gives alone`(seed: UInt64, scope: Scorer.Scope) {
    let scorer = scorer(seed, scope)
    let inOrder = Set(days(seed)).sorted()
    let sweep = Sweep(scorer, on: inOrder)
    var workspace = Sweep.Workspace()
    var scored = 0
    for account in scorer.evidence.accounts.indices {
      sweep.read(account, into: &workspace)
      let count = workspace.measures.count / inOrder.count
      for (index, day) in inOrder.enumerated() {
        let alone = scorer.session(on: day).detail(of: account)
        let score = sweep.score(of: account, on: index, using: &workspace)
        #expect(score == alone?.score, "account \(account) on \(day)")
        guard let alone else { continue }
        scored += 1
        #expect(Array(workspace.measures[index * count..<(index + 1) * count]) == alone.measures)
        #expect(workspace.dimensions == alone.dimensions)
      }
    }
    #expect(scored > 200)
  }

  @Test(arguments: UInt64(1)...5) func `the order of the days and how often one is asked for do not matter`(
    seed: UInt64
  ) async {
    let scorer = scorer(seed, .everything)
    let asked = days(seed) + [today, today]
    let scores = await scorer.scores(on: asked)
    let reversed = await scorer.scores(on: asked.reversed())
    for (index, day) in asked.enumerated() {
      let alone = await scorer.scores(on: [day])
      for account in scorer.evidence.accounts.indices {
        #expect(scores[account, index] == alone[account, 0])
        #expect(reversed[account, asked.count - 1 - index] == alone[account, 0])
      }
    }
  }
}
