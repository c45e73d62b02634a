import EvidenceFixture
import Health
import Testing

@testable import Review

/// What stands at the top of an account's page.
@Suite struct BriefTests {
  private static let signs = RiskSigns([
    ["competitive_threat": ["competitor*", "another_tool"], "negations": ["no"]],
    ["competitive_threat": ["concurren*"]],
  ])

  private func world(_ change: (inout World) -> Void = { _ in }) -> World {
    var world = World()
    world.score(90)
    change(&world)
    return world
  }

  private func review(_ world: World, _ people: People = People()) async -> (review: Review, account: AccountReview) {
    let review = await people.review(world)
    return (review, review.accounts[0])
  }

  // MARK: what was said

  @Test func `the sentences of four weeks that say something new are chosen, the newest first`() async {
    let routine = (0..<30).map { week in
      (0, Touchpoint(date: today - 7 * week, kind: "call", by: "Ada", note: "Monthly check of open tickets and usage."))
    }
    let filled = world {
      $0.touchpoints =
        routine + [
          (0, Touchpoint(date: today - 27, kind: "call", by: "Ada", note: "Their audit ends in February.")),
          (
            0,
            Touchpoint(
              date: today - 3, kind: "call", by: "Bo", note: "Helen moves to another plant. All fine otherwise here.")
          ),
          (0, Touchpoint(date: today - 28, kind: "call", note: "A sentence that is one day too old.")),
        ]
    }
    let (review, account) = await review(filled)
    let said = review.said(of: account, signs: RiskSigns(), to: .everyone)
    #expect(said.since == today - 27)
    #expect(!said.isSinceEdition)
    #expect(
      said.quotations.map(\.text) == [
        "Helen moves to another plant.", "All fine otherwise here.", "Their audit ends in February.",
      ])
    #expect(said.quotations.map(\.author) == ["Bo", "Bo", "Ada"])
  }

  @Test func `what stands on the page anyway is not said twice, and nothing after the day counts`() async {
    var people = People()
    people.sentiment = [
      (0, Sentiment(date: today - 9, flag: .green, csm: "Ada", reason: "They were all very happy.")),
      (0, Sentiment(date: today - 1, flag: .yellow, csm: "Ada", reason: "The champion has gone away.")),
    ]
    people.risks = [(0, Risk(seenOn: today - 2, kind: .championChange, note: "The champion has gone away."))]
    people.notes = [0: "## 2026-11-17 Tomorrow\n\nThis has not happened yet."]
    let (review, account) = await review(world(), people)
    #expect(
      review.said(of: account, signs: RiskSigns(), to: .everyone).quotations.map(\.text) == [
        "They were all very happy."
      ])
  }

  // MARK: risks nobody wrote down

  @Test func `a word of a risk that is not on record is found in any language, unless it is taken back`() async {
    func kinds(_ note: String, _ risks: [Risk] = []) async -> [String] {
      var people = People()
      people.risks = risks.map { (0, $0) }
      let filled = world { $0.touchpoints = [(0, Touchpoint(date: today - 40, kind: "call", note: Remark(note)))] }
      let (review, account) = await review(filled, people)
      return review.unrecordedRisks(of: account, signs: Self.signs, to: .everyone).map {
        "\($0.kind.rawValue): \($0.quotation.text)"
      }
    }
    #expect(
      await kinds("All is well. They look at Competitors now.")
        == ["competitive_threat: They look at Competitors now."])
    #expect(await kinds("Ils ont vu un concurrent hier.") == ["competitive_threat: Ils ont vu un concurrent hier."])
    #expect(await kinds("There is no big competitor in sight.") == [])
    #expect(await kinds("Another, tool box came.") == ["competitive_threat: Another, tool box came."])
    let seen = today - 30
    #expect(await kinds("They look at competitors.", [Risk(seenOn: seen, kind: .competitiveThreat)]) == [])
    #expect(
      await kinds("They look at competitors.", [Risk(seenOn: today - 90, kind: .competitiveThreat, closedOn: seen)])
        == [])
    #expect(
      await kinds(
        "They look at competitors.", [Risk(seenOn: today - 90, kind: .competitiveThreat, closedOn: today - 41)]
      )
      .count == 1)
    #expect(await kinds("They look at competitors.", [Risk(seenOn: seen, kind: .other)]).count == 1)
  }

  // MARK: owed

  @Test func `what is owed stands by its day, and a later decision takes a promise back`() async {
    var people = People()
    people.flag(.green, age: 31)
    people.risks = [(0, Risk(seenOn: today - 60, kind: .budgetPressure)), (0, Risk(seenOn: today - 59, kind: .other))]
    people.reviews = [
      (0, ReviewDecision(date: today - 50, list: .quiet, decision: .both, nextStep: "old", dueOn: today - 40)),
      (0, ReviewDecision(date: today - 20, list: .quiet, decision: .both, nextStep: "call", dueOn: today - 6)),
      (0, ReviewDecision(date: today - 28, list: .renewals, decision: .both, nextStep: "lapsed")),
      (0, ReviewDecision(date: today - 27, list: .spotCheck, decision: .both, nextStep: "open")),
    ]
    let (review, account) = await review(world(), people)
    let owed = review.owed(for: account).map { owed -> String in
      let late = owed.daysLate(on: today).map { ", \($0) late" } ?? ""
      switch owed.matter {
      case .step(let decision): return "\(decision.nextStep ?? "")\(late)"
      case .decision(let due): return due.items.map(\.list.rawValue).joined(separator: " and ") + late
      case .flag: return "flag\(late)"
      case .risk(let risk): return "\(risk.kind.rawValue)\(late)"
      }
    }
    // The list of open risks has had it since the weekly day 56 days ago, so that the decision was due 42 days ago.
    #expect(owed == ["green-with-risks, 42 late", "call, 6 late", "flag, 1 late", "open", "budget_pressure"])
  }

  // MARK: the edge

  @Test func `the edge is near, and a fall says when it is crossed`() async {
    func distance(_ scores: [(value: Double, age: Int)]) async -> BandEdgeDistance? {
      var world = World()
      for score in scores { world.score(score.value, from: score.age) }
      return await review(world).account.bandEdgeDistance
    }
    #expect(await distance([(90, 900)]) == BandEdgeDistance(below: .yellow, points: 20, weeks: nil))
    // Six points in four weeks: two points down to 69 take two weeks.
    #expect(await distance([(77, 900), (71, 7)]) == BandEdgeDistance(below: .yellow, points: 1, weeks: 2))
    #expect(await distance([(77, 900), (70, 7)]) == BandEdgeDistance(below: .yellow, points: 0, weeks: 1))
    #expect(await distance([(68, 900), (60, 7)]) == BandEdgeDistance(below: .red, points: 20, weeks: 11))
    // Five points in four weeks need 17 weeks for 21 points: nobody can tell.
    #expect(await distance([(65, 900), (60, 7)]) == BandEdgeDistance(below: .red, points: 20, weeks: nil))
    #expect(await distance([(30, 900)]) == nil)
  }

  // MARK: people and drivers

  @Test func `the last contact is the latest that names the person`() async {
    let filled = world {
      $0.touchpoints = [
        (0, Touchpoint(date: today - 5, kind: "call", with: "Anna Lind; Bo")),
        (0, Touchpoint(date: today - 9, kind: "qbr", with: "ann lind, Cy")),
        (0, Touchpoint(date: today - 9, kind: "call", with: "Ann Lind")),
      ]
    }
    let (review, _) = await review(filled)
    func last(_ name: String) -> String? {
      review.lastContact(with: Contact(name: name), of: 0).map { "\(today - $0.date) \($0.kind ?? "")" }
    }
    #expect(last("Ann Lind") == "9 call")
    #expect(last("Anna Lind") == "5 call")
    #expect(last("Lind") == "5 call")
    #expect(last("Dee") == nil)
    #expect(last("–") == nil)
  }

  @Test func `each span names what moved the score by half a point`() async {
    let model = Model(
      MeasureDefinition(key: "score", maxAge: 36_500, curve: .identity, weight: 1),
      MeasureDefinition(key: "other", maxAge: 36_500, curve: .identity, weight: 3))
    var world = World()
    world.score(60)
    world.score(58.1, from: 5)
    world.observe("other", 80, on: today - 900)
    world.observe("other", 72, on: today - 20)
    let review = await People().review(world, model: model)
    let windows = review.windows(of: review.accounts[0], since: review.earlierDays)
    let told = windows.map { window in
      "\(window.weeks): \(window.change ?? 0) \(window.moves.map { "\($0.definition.key) \($0.points)" })"
    }
    // 60 → 58.1 at a quarter of the weight is −0.475; 80 → 72 at three quarters is −6.
    #expect(told == ["1: 0 []", "4: -6 [\"other -6.0\"]", "13: -6 [\"other -6.0\"]"])
  }
}
