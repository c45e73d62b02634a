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
            isAvoidable: isAvoidable, evidence: evidence.map { Remark($0) })
        ))
    }
    return Retention(of: figures.indices, in: world.revenue(), on: today)
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
    #expect(world.revenue().arr(of: 0, on: today - 100) == 500)
    world.outcomes = [(0, Outcome(date: today - 50, kind: .expanded, arrBefore: 200, arrAfter: 300))]
    #expect([401, 400, 51, 50, 0].map { world.revenue().arr(of: 0, on: today - $0) } == [0, 200, 200, 300, 300])
    // Blank figures are skipped.
    world.outcomes += [(0, Outcome(date: today - 60, kind: .renewed)), (0, Outcome(date: today - 40, kind: .renewed))]
    #expect([70, 0].map { world.revenue().arr(of: 0, on: today - $0) } == [200, 300])
  }

  @Test func `a churned account has no revenue until a later outcome, and then what is known since`() {
    var world = World()
    world.accounts = [Account(id: AccountID("a"), name: "a", arr: 500)]
    world.outcomes = [
      (0, Outcome(date: today - 30, kind: .churned, arrBefore: 200)), (0, Outcome(date: today - 20, kind: .renewed)),
      (0, Outcome(date: today - 10, kind: .renewed, arrAfter: 80)),
    ]
    #expect([31, 30, 21, 20, 11, 10].map { world.revenue().arr(of: 0, on: today - $0) } == [200, 0, 0, 500, 500, 80])
    world.outcomes.append((0, Outcome(date: today - 5, kind: .contracted, arrBefore: 90, arrAfter: 70)))
    // What the first contract was worth does not count in the second.
    #expect([20, 10, 5].map { world.revenue().arr(of: 0, on: today - $0) } == [90, 80, 70])
  }

  @Test func `accounts without any outcome are counted, since they count as kept`() {
    var world = World(["a", "b"])
    world.accounts = [
      Account(id: AccountID("a"), name: "a", arr: 70), Account(id: AccountID("b"), name: "b", arr: 30, endedOn: today),
    ]
    let retention = Retention(of: 0..<2, in: world.revenue(), on: today)
    #expect(retention.accountsWithoutOutcome == 2)
    #expect(retention.arrWithoutOutcome == 100)
    #expect(retention.gross == 0.7)
    #expect(Retention(of: 0..<0, in: world.revenue(), on: today).gross == nil)
  }

  @Test func `who starts again after a churn has revenue from that day on, and had it before`() {
    var world = World()
    world.accounts = [Account(id: AccountID("a"), name: "a", arr: 500, startedOn: today - 40)]
    world.outcomes = [(0, Outcome(date: today - 100, kind: .churned, arrBefore: 200))]
    #expect([101, 100, 41, 40, 0].map { world.revenue().arr(of: 0, on: today - $0) } == [200, 0, 0, 500, 500])
    let retention = Retention(of: 0..<1, in: world.revenue(), on: today)
    #expect([retention.gross, retention.net, retention.logo] == [1, 2.5, 1])
    #expect(retention.cohortARR == 200)
  }

  @Test func `what is unknown is left out and counted`() {
    var world = World(["a", "b", "c", "d"])
    func account(_ id: String, _ arr: Double?, endedOn: Day? = nil) -> Account {
      Account(id: AccountID(id), name: id, arr: arr, endedOn: endedOn)
    }
    world.accounts = [
      account("a", 100), account("b", nil), account("c", nil, endedOn: today - 10), account("d", nil),
    ]
    // Of d it is known what it paid a year ago, and no longer what it pays.
    world.outcomes = [(3, Outcome(date: today - 400, kind: .renewed, arrAfter: 70))]
    world.outcomes.append((3, Outcome(date: today - 50, kind: .churned)))
    world.outcomes.append((3, Outcome(date: today - 20, kind: .renewed)))
    #expect((0..<4).map { world.revenue().arr(of: $0, on: today) } == [100, nil, 0, nil])
    #expect((0..<4).map { world.revenue().arr(of: $0, on: today - 365) } == [100, nil, nil, 70])
    let retention = Retention(of: 0..<4, in: world.revenue(), on: today)
    #expect(retention.unknownAccounts == 3)
    #expect([retention.gross, retention.cohortARR] == [1, 100])
  }

  @Test func `without a start an account begins with its first row, unless the table had only begun`() {
    var world = World(["a", "b", "c", "d"])
    world.accounts = ["a", "b", "c", "d"].map { Account(id: AccountID($0), name: $0, arr: 100) }
    world.observe("m", 1, on: today - 500, account: 0)
    // 27 days after the first row of anybody is still the beginning of the table, 28 days are not.
    world.observe("m", 1, on: today - 473, account: 1)
    world.observe("m", 1, on: today - 200, account: 2)
    let revenue = world.revenue()
    #expect([600, 0].map { revenue.arr(of: 1, on: today - $0) } == [100, 100])
    #expect([201, 200].map { revenue.arr(of: 2, on: today - $0) } == [0, 100])
    // The fourth has no row at all.
    #expect(revenue.arr(of: 3, on: today - 600) == 100)
    let retention = Retention(of: 0..<4, in: revenue, on: today)
    #expect([retention.cohortAccounts, retention.accountsWithoutStart] == [3, 3])
    #expect(retention.arrWithoutStart == 300)
    world.observations = [:]
    world.observe("m", 1, on: today - 500, account: 0)
    world.observe("m", 1, on: today - 472, account: 1)
    #expect([473, 472].map { world.revenue().arr(of: 1, on: today - $0) } == [0, 100])
  }

  @Test func `flags, risks and decisions are first rows, outcomes and goals are not`() {
    var world = World(["a", "b"])
    world.accounts = ["a", "b"].map { Account(id: AccountID($0), name: $0, arr: 100) }
    func start(_ people: People) -> Day? {
      RevenueHistory(world.evidence(), judgement: people.judgement(accounts: 2)).start(of: 1, on: today)
    }
    var people = People()
    people.flag(.green, age: 300, account: 0)
    people.flag(.green, age: 60, account: 1)
    #expect(start(people) == today - 60)
    people.risks = [(0, Risk(seenOn: today - 300, kind: .other)), (1, Risk(seenOn: today - 70, kind: .other))]
    #expect(start(people) == today - 70)
    // The decisions begin with this one, on the day of the first risk: so that day says nothing.
    people.reviews = [(1, ReviewDecision(date: today - 70, list: .quiet, decision: .both))]
    #expect(start(people) == nil)
    world.outcomes = [(0, Outcome(date: today - 300, kind: .renewed)), (1, Outcome(date: today - 90, kind: .renewed))]
    world.goals = [(1, Goal(goal: "x", dueOn: today - 90))]
    people.reviews = []
    #expect(start(people) == today - 70)
    world.accounts[1] = Account(id: AccountID("b"), name: "b", arr: 100, startedOn: today - 10)
    #expect(start(people) == today - 10)
  }
}

extension World {
  /// The revenue of the accounts, with nobody's judgement.
  fileprivate func revenue() -> RevenueHistory {
    RevenueHistory(evidence(), judgement: People().judgement(accounts: accounts.count))
  }
}
