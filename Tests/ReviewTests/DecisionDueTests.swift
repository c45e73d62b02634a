import EvidenceFixture
import Health
import Testing

@testable import Review

/// What is owed about an account over all its lists.
@Suite struct DecisionDueTests {
  /// A green account with a yellow flag for so many days and a risk for so many.
  private func people(flag: Int, risk: Int, decided: ReviewDecision? = nil) -> People {
    var people = People()
    for age in stride(from: flag, through: 0, by: -30) { people.flag(.yellow, age: age) }
    people.risks = [(0, Risk(seenOn: today - risk, kind: .championChange, severity: 3, closedOn: nil))]
    if let decided { people.reviews = [(0, decided)] }
    return people
  }

  private func due(_ people: People) async -> DecisionDue? {
    var world = World()
    world.score(90)
    return await people.review(world).decisionsDue.first
  }

  @Test func `the earliest day of all lists is the day due`() async {
    let due = await due(people(flag: 14, risk: 35))
    #expect(due?.items.map(\.list) == [.greenButYellow, .greenWithRisks])
    #expect(due?.dueOn == today - 35 + 14)
    #expect(due?.isOverdue == true)
  }

  @Test func `who decided on one list is not late with another`() async {
    let decision = ReviewDecision(date: today - 5, list: .greenButYellow, decision: .csmRight, dueOn: nil)
    let due = await due(people(flag: 14, risk: 35, decided: decision))
    #expect(due?.items.map(\.list) == [.greenWithRisks])
    #expect(due?.heldElsewhere?.list == .greenButYellow)
    // Until the decision of 5 days ago has held for 28, no other day is told of the account.
    #expect(due?.dueOn == today - 5 + 28)
    #expect(due?.isOverdue == false)
  }

  @Test func `every list tells the day and the lateness of the account, and the list of flags its own`() async throws {
    var world = World()
    world.score(90)
    let review = await people(flag: 40, risk: 35).review(world)
    let account = try #require(review.decisionsDue.first?.account)
    for item in review.items(of: account.account) where item.list.asksForDecision {
      #expect(review.due(item)?.on == today - 35 + 14, "\(item.list)")
      #expect(review.due(item)?.isOverdue == true)
    }
    let decision = ReviewDecision(date: today - 5, list: .greenButYellow, decision: .csmRight, dueOn: nil)
    let held = await people(flag: 14, risk: 35, decided: decision).review(world)
    let waiting = try #require(held[.greenWithRisks].first)
    #expect(waiting.isOverdue && held.due(waiting)?.isOverdue == false)
  }

  @Test func `a flag that is due is no decision`() async {
    var world = World()
    world.score(50)
    let review = await People().review(world)
    #expect(review.isOn(.sentimentOverdue))
    #expect(review.decisionsDue.isEmpty)
  }
}
