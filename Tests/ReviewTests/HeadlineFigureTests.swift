import EvidenceFixture
import Health
import Testing

@testable import Review

/// The accounts behind the figures of the front page.
@Suite struct HeadlineFigureTests {
  /// Four accounts: red; green, yellow flag, renewing in 30 days; green and falling, renewing in 40; green on both, in 50.
  private func review() async -> Review {
    var world = World(["a", "b", "c", "d"])
    world.account(0, arr: 100)
    world.account(1, arr: 20, renewsOn: today + 30)
    world.account(2, arr: 3, renewsOn: today + 40)
    world.account(3, arr: 4000, renewsOn: today + 50)
    for (account, score) in [30.0, 90, 100, 90].enumerated() { world.score(score, account: account) }
    world.score(75, from: 3, account: 2)
    var people = People()
    people.flag(.yellow, account: 1)
    people.flag(.green, account: 2)
    people.flag(.green, account: 3)
    return await people.review(world)
  }

  private func ids(_ accounts: [AccountReview], _ review: Review) -> [String] {
    accounts.map { review.evidence.accounts[$0.account].id.text }.sorted()
  }

  @Test func `the rows of a figure sum to it, and what is next to it is named`() async {
    let review = await review()
    func sum(_ figure: HeadlineFigure) -> AmountSum {
      AmountSum(review.accounts(in: figure).counted.map { review.evidence.accounts[$0.account].arr })
    }
    #expect(sum(.atRisk) == review.today.atRisk && review.today.atRisk.known == 120)
    #expect(ids(review.accounts(in: .atRisk).notCounted, review) == ["c"])
    #expect(sum(.renewals) == review.today.renewalsNotAgreed && review.today.renewalsNotAgreed.known == 20)
    #expect(ids(review.accounts(in: .renewals).notCounted, review) == ["c", "d"])
    #expect(sum(.divergences) == review.today.openDivergences && review.today.openDivergences.known == 20)
    #expect(review.accounts(in: .divergences).notCounted.isEmpty)
    #expect(ids(review.accounts(in: .flagsDue).counted, review) == ["a"])
    #expect(review.today.sentimentOverdue == 1)
  }
}
