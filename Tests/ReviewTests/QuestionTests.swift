import EvidenceFixture
import Health
import Testing

@testable import Review

/// Facts about an account, and the rules that compare them.
@Suite struct QuestionTests {
  private func value(_ fact: AccountFact, _ world: World, _ people: People = People()) async -> Double? {
    let review = await people.review(world)
    let rule = QuestionRule(
      id: "any", conditions: [QuestionRule.Condition(fact: fact, comparisons: [(.atLeast, -1e9)], allowsMissing: true)])
    return review.questions(for: review.accounts[0], by: [rule]).first?.values.first?.value ?? nil
  }

  private func world(_ change: (inout World) -> Void = { _ in }) -> World {
    var world = World()
    world.score(90)
    change(&world)
    return world
  }

  @Test func `facts about people count those who are there`() async {
    let filled = world {
      $0.contacts = [
        (0, Contact(name: "Ada", roles: [.champion])), (0, Contact(name: "Bo", roles: [.sponsor], leftOn: today - 179)),
        (0, Contact(name: "Cy", roles: [.champion], leftOn: today - 180)), (0, Contact(name: "Di", roles: [.sponsor])),
        (0, Contact(name: "Ed", roles: [.user], leftOn: today - 1)), (0, Contact(name: "Fe", roles: [.economicBuyer])),
      ]
      $0.touchpoints = [
        (0, Touchpoint(date: today - 12, kind: "email", with: "Ada")),
        (0, Touchpoint(date: today - 40, kind: "qbr", with: "Fe, Ada")),
        (0, Touchpoint(date: today - 95, kind: "call", with: "Di")),
      ]
    }
    #expect(await value(.contacts, filled) == 3)
    #expect(await value(.champions, filled) == 1)
    #expect(await value(.sponsors, filled) == 1)
    #expect(await value(.economicBuyers, filled) == 1)
    #expect(await value(.departures180d, filled) == 1)
    #expect(await value(.daysSinceSponsor, filled) == 40)
    #expect(await value(.daysSinceContact, filled) == 12)
    #expect(await value(.daysSinceQBR, filled) == 40)
    #expect(await value(.conversations90d, filled) == 1)
  }

  @Test func `a table that says nothing leaves its facts missing`() async {
    for fact: AccountFact in [
      .contacts, .champions, .sponsors, .economicBuyers, .departures180d, .daysSinceSponsor, .daysSinceContact,
      .daysSinceQBR, .conversations90d, .tickets90d, .ticketChange90d, .openUrgentTickets, .csat90d, .goals,
      .goalsOverdue, .goalsUnmeasured, .flag, .flagAge, .daysToRenewal, .tenureDays, .oldestRiskAge, .daysSinceReview,
      .nextStepOverdue, .daysSinceContraction,
    ] {
      #expect(await value(fact, world()) == nil, "\(fact)")
    }
  }

  @Test func `facts about tickets and goals`() async {
    let filled = world {
      $0.tickets = [
        (0, Ticket(id: "1", openedOn: today - 1, severity: .high, csat: 2)),
        (0, Ticket(id: "2", openedOn: today - 89, closedOn: today, severity: .urgent, csat: 5)),
        (0, Ticket(id: "3", openedOn: today - 90)), (0, Ticket(id: "4", openedOn: today - 91)),
        (0, Ticket(id: "5", openedOn: today - 92)),
      ]
      $0.goals = [
        (0, Goal(goal: "a", dueOn: today - 1)), (0, Goal(goal: "b", latest: 3, dueOn: today)),
        (0, Goal(goal: "c", dueOn: today - 9, metOn: today - 3)),
      ]
    }
    #expect(await value(.tickets90d, filled) == 2)
    #expect(await value(.ticketChange90d, filled) == -1)
    #expect(await value(.openUrgentTickets, filled) == 1)
    #expect(await value(.csat90d, filled) == 3.5)
    #expect(await value(.goals, filled) == 3)
    #expect(await value(.goalsOverdue, filled) == 1)
    #expect(await value(.goalsUnmeasured, filled) == 1)
  }

  @Test func `facts about judgement and decisions`() async {
    var people = People()
    people.flag(.yellow, age: 33)
    people.risks = [(0, Risk(seenOn: today - 61, kind: .other)), (0, Risk(seenOn: today - 3, kind: .other))]
    people.reviews = [
      (0, ReviewDecision(date: today - 20, list: .quiet, decision: .both, nextStep: "call", dueOn: today - 4)),
      (0, ReviewDecision(date: today - 30, list: .renewals, decision: .both)),
    ]
    #expect(await value(.flag, world(), people) == 1)
    #expect(await value(.flagAge, world(), people) == 33)
    #expect(await value(.openRisks, world(), people) == 2)
    #expect(await value(.oldestRiskAge, world(), people) == 61)
    #expect(await value(.daysSinceReview, world(), people) == 20)
    #expect(await value(.nextStepOverdue, world(), people) == 4)
  }

  @Test func `facts about the score and the contract`() async {
    let filled = world {
      $0.accounts = [Account(id: AccountID("a"), name: "a", startedOn: today - 800, renewsOn: today + 30)]
      $0.score(65, from: 10)
      $0.outcomes = [(0, Outcome(date: today - 50, kind: .contracted))]
    }
    #expect(await value(.score, filled) == 65)
    #expect(await value(.band, filled) == 1)
    #expect(await value(.coverage, filled) == 1)
    #expect(await value(.scoreChange13w, filled) == -25)
    #expect(await value(.usageChange13w, filled) == -25)
    #expect(await value(.tenureDays, filled) == 800)
    #expect(await value(.daysToRenewal, filled) == 30)
    #expect(await value(.daysSinceContraction, filled) == 50)
  }

  @Test(
    arguments: [
      ([], true, nil, true), ([], true, 1, false), ([(Comparison.atLeast, 90.0)], false, nil, false),
      ([(.atLeast, 90)], true, nil, true), ([(.atLeast, 90)], true, 89, false), ([(.atLeast, 90)], true, 90, true),
      ([(.atLeast, 0), (.atMost, 120)], false, 121, false), ([(.atLeast, 0), (.atMost, 120)], false, 120, true),
      ([(.equal, 0)], false, 0, true), ([(.equal, 0)], false, 1, false),
    ] as [([(Comparison, Double)], Bool, Double?, Bool)])
  func `a condition holds when all of its comparisons do`(
    comparisons: [(Comparison, Double)], allowsMissing: Bool, value: Double?, holds: Bool
  ) {
    let condition = QuestionRule.Condition(
      fact: .flagAge, comparisons: comparisons.map { (comparison: $0.0, limit: $0.1) }, allowsMissing: allowsMissing)
    #expect(condition.holds(value) == holds)
  }
}
