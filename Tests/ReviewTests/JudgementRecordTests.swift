import EvidenceFixture
import Health
import Testing

@testable import Review

/// What reviews make of people's records: reasons, risks, books, decisions.
@Suite struct JudgementRecordTests {
  private func world(_ scores: [Double], csms: [String?]) -> World {
    var world = World()
    world.accounts = csms.enumerated().map { index, csm in
      Account(id: AccountID("a\(index)"), name: "a", csm: csm, arr: 1000, renewsOn: today + 45 * index)
    }
    for (account, score) in scores.enumerated() { world.score(score, account: account) }
    return world
  }

  // A reason is needed when the flag is yellow or red, and when it differs from the band.
  @Test(
    arguments: [
      (90.0, Sentiment.Flag.green, nil, false), (90, .yellow, nil, true), (50, .yellow, nil, true),
      (20, .red, nil, true),
      (50, .green, nil, true), (90, .red, "says so", false), (50, .green, "says so", false),
    ] as [(Double, Sentiment.Flag, String?, Bool)])
  func `a flag asks for a reason`(score: Double, flag: Sentiment.Flag, reason: String?, isAsked: Bool) async {
    var people = People()
    people.sentiment = [(0, Sentiment(date: today - 3, flag: flag, reason: reason.map { Remark($0) }))]
    let unexplained = await people.review(world([score], csms: ["Ada"])).unexplainedFlags
    #expect(unexplained.map(\.account) == (isAsked ? [0] : []))
  }

  @Test func `open risks are summed by kind, those with the most revenue first`() async throws {
    var people = People()
    people.risks = [
      (0, Risk(seenOn: today - 40, kind: .budgetPressure, severity: 2, source: "call")),
      (1, Risk(seenOn: today - 10, kind: .championChange, severity: 3, source: "mail")),
      (2, Risk(seenOn: today - 70, kind: .championChange, severity: 3, source: "call")),
      (2, Risk(seenOn: today - 5, kind: .championChange, severity: 5, source: "call")),
      (1, Risk(seenOn: today - 9, kind: .other, closedOn: today)),
    ]
    let review = await people.review(world([90, 90, 90], csms: [nil, nil, nil]))
    let kinds = review.openRisks(of: review.byExposure)
    #expect(kinds.map(\.kind) == [.championChange, .budgetPressure])
    let first = try #require(kinds.first)
    #expect(first.arr.count == 2 && first.arr.amount == 2000 && first.severity == 5)
    #expect(first.entries.map(\.risk.seenOn) == [today - 5, today - 70, today - 10])
    #expect(first.oldest == today - 70)
    #expect(first.sources == ["call", "mail"])
  }

  @Test func `every active account is in one book, and accounts without a person come last`() async {
    let review = await People().review(world([90, 60, 50, 30], csms: ["Zoe", nil, "Ada", "Zoe"]))
    #expect(review.books.map(\.csm) == ["Ada", "Zoe", nil])
    #expect(review.books.map { $0.accounts.map(\.account) } == [[2], [3, 0], [1]])
    // Renewals today and in 45, 90 and 135 days.
    #expect(review.books.map { $0.renewals.map(\.account) } == [[2], [0], [1]])
    #expect(review.books.map { $0.flagsDue.count } == [1, 2, 1])
    #expect(
      review.books.map { $0.owed.map { $0.items.map(\.list) } } == [[[.renewals]], [[.expansion]], [[.renewals]]])
  }

  @Test func `names are told apart by their bytes`() async {
    let review = await People().review(world([90, 90], csms: ["Zo\u{EB}", "Zoe\u{308}"]))
    #expect(review.books.count == 2)
  }

  @Test func `what followed a decision is the score, the first outcome and the place on the list`() async throws {
    var world = world([90], csms: [nil])
    world.score(60, from: 20)
    world.outcomes = [
      (0, Outcome(date: today - 5, kind: .expanded)), (0, Outcome(date: today - 15, kind: .renewed)),
      (0, Outcome(date: today - 60, kind: .contracted)),
    ]
    let review = await People().review(world)
    let decision = ReviewDecision(date: today - 30, list: .greenButYellow, decision: .both)
    let followUp = review.followUp(of: decision, account: 0)
    #expect(followUp.scoreThen == 90 && followUp.scoreNow == 60)
    #expect(followUp.outcome?.kind == .renewed)
    guard case .left = followUp.listing else { return #expect(Bool(false), "\(followUp.listing)") }
    // Without a flag, the account has been on this list all along.
    let overdue = ReviewDecision(date: today - 30, list: .sentimentOverdue, decision: .both)
    guard case .still = review.followUp(of: overdue, account: 0).listing else {
      return #expect(Bool(false), "it never left the list")
    }
  }

  @Test func `an account that left a list and came back is listed again`() async {
    var people = People()
    people.flag(.yellow, age: 60)
    people.flag(.green, age: 30)
    people.flag(.yellow, age: 10)
    let review = await people.review(world([90], csms: [nil]))
    let decision = ReviewDecision(date: today - 50, list: .greenButYellow, decision: .both)
    guard case .again(let since) = review.followUp(of: decision, account: 0).listing else {
      return #expect(Bool(false), "it came back")
    }
    #expect(since == today - 7)
  }

  @Test func `the promised steps are those of the latest decision on each list, undated ones while it holds`() async {
    func decision(_ list: ListID, age: Int, step: String?, due: Int? = nil) -> ReviewDecision {
      ReviewDecision(
        date: today - age, list: list, decision: .csmRight, nextStep: step.map { Remark($0) },
        dueOn: due.map { today + $0 })
    }
    let rows = [
      decision(.greenButYellow, age: 60, step: "replaced", due: -30),
      decision(.greenButYellow, age: 50, step: "late", due: -21),
      decision(.quiet, age: 28, step: "over"), decision(.renewals, age: 27, step: "undated"),
      decision(.leftGreen, age: 3, step: nil, due: 4),
    ]
    var people = People()
    people.reviews = rows.map { (0, $0) }
    let steps = people.judgement(accounts: 1).promisedSteps(of: 0, on: today)
    #expect(steps.map(\.nextStep) == ["late", "undated"])
  }

  @Test func `a book names each account once, by the earliest day due`() async throws {
    var people = People()
    people.flag(.yellow, age: 21, account: 0)
    people.risks = [(0, Risk(seenOn: today - 7, kind: .other)), (1, Risk(seenOn: today - 28, kind: .other))]
    let review = await people.review(world([90, 90], csms: ["Ada", "Ada"]))
    let owed = try #require(review.books.first?.owed)
    #expect(owed.map(\.account.account) == [1, 0])
    #expect(owed.map(\.dueOn) == [today - 14, today - 7])
    #expect(owed.map { $0.items.map(\.list).contains(.greenWithRisks) } == [true, true])
  }
}
