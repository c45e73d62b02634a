import EvidenceFixture
import Health
import Testing

@testable import Review

/// The accounts that get the week's effort, and those that people decided to give none.
@Suite struct AttentionTests {
  /// Accounts a to d with scores 60, 50, 90 and 40 and the same revenue.
  private func world() -> World {
    var world = World(["a", "b", "c", "d"])
    world.accounts = world.accounts.map { Account(id: $0.id, name: $0.name, arr: 1000) }
    for (account, score) in [60.0, 50, 90, 40].enumerated() { world.score(score, account: account) }
    return world
  }

  private func review(
    _ people: People = People(), capacity: Int?, outcomes: [(account: Int, row: Outcome)] = []
  ) async -> Attention {
    var world = world()
    world.outcomes = outcomes
    return await Review(
      world.scorer(.plain), judgement: people.judgement(accounts: 4), rules: Review.Rules(capacity: capacity)
    ).attention
  }

  @Test func `the line stands after as many accounts as the team can look after`() async {
    let attention = await review(capacity: 2)
    // 30, 20 and 10 risk points; the healthy one has none.
    #expect(attention.reached.map(\.account) == [3, 1])
    #expect(attention.unreached.map(\.account) == [0])
  }

  @Test func `without a capacity all are within reach, and with none nobody is`() async {
    #expect(await review(capacity: nil).reached.map(\.account) == [3, 1, 0])
    #expect(await review(capacity: nil).unreached.isEmpty)
    #expect(await review(capacity: 0).reached.isEmpty)
  }

  @Test func `not to sell more, to skip a check or to decide on a list that it is not on gives no account up`() async {
    for list: ListID in [.expansion, .spotCheck, .greenButYellow] {
      var people = People()
      people.reviews = [(3, ReviewDecision(date: today - 2, list: list, decision: .notPursued))]
      #expect(await review(people, capacity: nil).notPursued.isEmpty, "\(list)")
    }
  }

  @Test(arguments: [(0, true), (27, true), (28, false), (-1, false)])
  func `an account that is not pursued leaves the ranking while the decision holds`(age: Int, holds: Bool) async {
    var people = People()
    people.reviews = [
      (3, ReviewDecision(date: today - age, list: .sentimentOverdue, decision: .notPursued, note: "too small"))
    ]
    let attention = await review(people, capacity: 2)
    #expect(attention.notPursued.map(\.account.account) == (holds ? [3] : []))
    #expect(attention.ranked.map(\.account) == (holds ? [1, 0] : [3, 1, 0]))
  }

  @Test func `a later decision on the same list takes it up again, one on another list does not`() async {
    var people = People()
    people.reviews = [(3, ReviewDecision(date: today - 9, list: .sentimentOverdue, decision: .notPursued))]
    people.reviews.append((3, ReviewDecision(date: today - 2, list: .quiet, decision: .both)))
    #expect(await review(people, capacity: nil).notPursued.count == 1)
    people.reviews.append((3, ReviewDecision(date: today - 2, list: .sentimentOverdue, decision: .both)))
    #expect(await review(people, capacity: nil).notPursued.isEmpty)
  }

  @Test(arguments: [
    (Outcome.Kind.churned, false, 364, 1), (.churned, false, 365, 0), (.churned, true, 10, 0),
    (.contracted, false, 10, 0),
  ])
  func `a loss judged unavoidable is named for a year`(kind: Outcome.Kind, isAvoidable: Bool, age: Int, count: Int)
    async
  {
    let outcome = Outcome(date: today - age, kind: kind, arrBefore: 700, isAvoidable: isAvoidable)
    let losses = await review(capacity: nil, outcomes: [(2, outcome)]).unavoidable
    #expect(losses.count == count)
    #expect(losses.allSatisfy { $0.account == 2 && $0.arr == 700 })
  }
}
