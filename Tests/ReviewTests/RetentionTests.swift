import EvidenceFixture
import Health
import Testing

@testable import Review

@Suite struct RetentionTests {
  /// Retention of accounts with A a year ago and B today, 0 meaning a churn.
  private func retention(_ figures: [(Double, Double)], isAvoidable: Bool? = nil, evidence: String? = nil) -> Retention
  {
    var world = World(figures.indices.map { "a\($0)" })
    for (account, (before, after)) in figures.enumerated() {
      world.outcomes.append(
        (
          account,
          Outcome(
            date: today - 10, kind: after == 0 ? .churned : .renewed, arrBefore: before, arrAfter: after,
            isAvoidable: isAvoidable, evidence: evidence)
        ))
    }
    return Retention(of: figures.indices, in: world.evidence(), on: today)
  }

  @Test func `gross retention never counts growth`() {
    // min(100, 150) + min(100, 60) = 160 of 200; 210 of 200
    let retention = retention([(100, 150), (100, 60)])
    #expect(retention.gross == 0.8)
    #expect(retention.net == 1.05)
    #expect(retention.logo == 1)
  }

  @Test func `lost accounts stay in the cohort`() {
    let retention = retention([(100, 150), (100, 60), (100, 0)])
    #expect(isNear(retention.gross, 160 / 300))
    #expect(isNear(retention.net, 0.7))
    #expect(isNear(retention.logo, 2 / 3))
    #expect(retention.cohortAccounts == 3)
    #expect(retention.cohortARR == 300)
    #expect(retention.lostARR == 140)
  }

  @Test func `an unavoidable loss needs evidence and changes only what is addressable`() {
    let figures = [(100.0, 150.0), (100, 60), (100, 0)]
    let unavoidable = retention(figures, isAvoidable: false, evidence: "went bankrupt")
    #expect(unavoidable.unavoidableARR == 100)
    #expect(isNear(unavoidable.gross, 160 / 300))
    // 1 − (140 − 100) ÷ (300 − 100)
    #expect(isNear(unavoidable.addressable, 0.8))
    for other in [retention(figures, isAvoidable: false), retention(figures, isAvoidable: true, evidence: "x")] {
      #expect(other.unavoidableARR == 0)
      #expect(isNear(other.addressable, 160 / 300))
    }
  }

  @Test func `revenue on a day is what the last outcome left, else what the next one found, else today's`() {
    var world = World()
    world.accounts = [Account(id: AccountID("a"), name: "a", arr: 500, startedOn: today - 400)]
    #expect(world.evidence().arr(of: 0, on: today - 100) == 500)
    world.outcomes = [(0, Outcome(date: today - 50, kind: .expanded, arrBefore: 200, arrAfter: 300))]
    #expect([401, 400, 51, 50, 0].map { world.evidence().arr(of: 0, on: today - $0) } == [0, 200, 200, 300, 300])
    // Blank figures are skipped.
    world.outcomes += [(0, Outcome(date: today - 60, kind: .renewed)), (0, Outcome(date: today - 40, kind: .renewed))]
    #expect([70, 0].map { world.evidence().arr(of: 0, on: today - $0) } == [200, 300])
  }

  @Test func `a churned account has no revenue until an outcome that names one`() {
    var world = World()
    world.accounts = [Account(id: AccountID("a"), name: "a", arr: 500)]
    world.outcomes = [
      (0, Outcome(date: today - 30, kind: .churned, arrBefore: 200)), (0, Outcome(date: today - 20, kind: .renewed)),
      (0, Outcome(date: today - 10, kind: .renewed, arrAfter: 80)),
    ]
    #expect([31, 30, 20, 11, 10].map { world.evidence().arr(of: 0, on: today - $0) } == [200, 0, 0, 0, 80])
  }

  @Test func `accounts without any outcome are counted, since they count as kept`() {
    var world = World(["a", "b"])
    world.accounts = [
      Account(id: AccountID("a"), name: "a", arr: 70), Account(id: AccountID("b"), name: "b", arr: 30, endedOn: today),
    ]
    let retention = Retention(of: 0..<2, in: world.evidence(), on: today)
    #expect(retention.accountsWithoutOutcome == 2)
    #expect(retention.arrWithoutOutcome == 100)
    #expect(retention.gross == 0.7)
    #expect(Retention(of: 0..<0, in: world.evidence(), on: today).gross == nil)
  }
}
