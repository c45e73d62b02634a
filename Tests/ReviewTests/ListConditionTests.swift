import EvidenceFixture
import Health
import Testing

@testable import Review

/// Each list's condition, at its boundaries.
@Suite struct ListConditionTests {
  private func world(_ score: Double, renewsIn days: Int? = nil) -> World {
    var world = World()
    world.accounts = [Account(id: AccountID("a"), name: "a", arr: 1000, renewsOn: days.map { today + $0 })]
    world.score(score)
    return world
  }

  @Test(arguments: [
    (70.0, Sentiment.Flag.yellow, 90, true), (70, .red, 0, true), (69, .yellow, 0, false), (70, .green, 0, false),
    (70, .red, 91, false),
  ])
  func `green by score but yellow or red by a current flag`(
    score: Double, flag: Sentiment.Flag, age: Int, isListed: Bool
  ) async {
    var people = People()
    people.flag(flag, age: age)
    #expect(await people.review(world(score)).isOn(.greenButYellow) == isListed)
  }

  @Test func `a later flag supersedes an earlier one, and of one day the last in the file`() async {
    var people = People()
    people.flag(.green, age: 5)
    people.flag(.red, age: 9)
    #expect(await !people.review(world(90)).isOn(.greenButYellow))
    people.flag(.red, age: 5)
    #expect(await people.review(world(90)).isOn(.greenButYellow))
  }

  // From 85: five points in four weeks are a fall, 15 in a week a sharp one, which may end above the green edge or not.
  @Test(arguments: [(80.0, 21, true), (81, 21, false), (70, 7, true), (69, 7, false)])
  func `green but falling`(now: Double, age: Int, isListed: Bool) async {
    var world = world(85)
    world.score(now, from: age)
    #expect(await People().review(world).isOn(.greenButFalling) == isListed)
  }

  @Test(arguments: [(0, nil, true), (0, 1, true), (5, 0, false), (-1, nil, false)] as [(Int, Int?, Bool)])
  func `green with a risk that is open`(seen: Int, closedIn: Int?, isListed: Bool) async {
    var people = People()
    people.risks = [(0, Risk(seenOn: today - seen, kind: .other, closedOn: closedIn.map { today + $0 }))]
    #expect(await people.review(world(70)).isOn(.greenWithRisks) == isListed)
    #expect(await !people.review(world(69)).isOn(.greenWithRisks))
  }

  @Test func `quiet needs 45 days without contact, fewer tickets and no more use than 13 weeks ago`() async {
    func isQuiet(contact: Int? = 45, tickets: [Int] = [0, 90, 179], now: Double = 60, before: Double = 60) async -> Bool
    {
      var world = world(before)
      world.score(now, from: 3)
      world.touchpoints = contact.map { [(0, Touchpoint(date: today - $0))] } ?? []
      world.tickets = tickets.map { (0, Ticket(id: "\($0)", openedOn: today - $0)) }
      return await People().review(world).isOn(.quiet)
    }
    #expect(await isQuiet())
    #expect(await isQuiet(contact: nil))
    #expect(await !isQuiet(contact: 44))
    #expect(await !isQuiet(tickets: [0, 89, 90, 179]))
    #expect(await !isQuiet(tickets: [0, 90, 180]))
    #expect(await !isQuiet(tickets: []))
    #expect(await isQuiet(now: 60 + 1e-10))
    #expect(await !isQuiet(now: 60 + 1e-8))
    #expect(await !isQuiet(now: 30))
  }

  @Test func `a young account is not quiet`() async {
    var world = world(60)
    world.accounts = [Account(id: AccountID("a"), name: "a", startedOn: today - 90)]
    world.tickets = [(0, Ticket(id: "1", openedOn: today - 100))]
    #expect(await !People().review(world).isOn(.quiet))
    world.accounts = [Account(id: AccountID("a"), name: "a", startedOn: today - 91)]
    #expect(await People().review(world).isOn(.quiet))
  }

  @Test(arguments: [(30, false), (31, true), (91, true), (nil, true)] as [(Int?, Bool)])
  func `sentiment is overdue when it is older than 30 days or missing`(age: Int?, isListed: Bool) async {
    var people = People()
    if let age { people.flag(.green, age: age) }
    #expect(await people.review(world(90)).isOn(.sentimentOverdue) == isListed)
  }

  @Test func `a CSM is more confident with a fresh green flag on a yellow or red score`() async {
    for (score, flag, age, isListed) in [
      (69.0, Sentiment.Flag.green, 30, true), (10, .green, 0, true), (70, .green, 0, false), (69, .green, 31, false),
      (69, .yellow, 0, false),
    ] {
      var people = People()
      people.flag(flag, age: age)
      #expect(await people.review(world(score)).isOn(.csmMoreConfident) == isListed)
    }
  }

  @Test func `renewals are those within 90 days with anything amiss`() async {
    let none = People()
    var yellow = People()
    yellow.flag(.yellow, age: 90)
    var risky = People()
    risky.risks = [(0, Risk(seenOn: today, kind: .other))]
    #expect(await none.review(world(69, renewsIn: 0)).isOn(.renewals))
    #expect(await none.review(world(69, renewsIn: 90)).isOn(.renewals))
    #expect(await !none.review(world(69, renewsIn: 91)).isOn(.renewals))
    #expect(await !none.review(world(70, renewsIn: 30)).isOn(.renewals))
    #expect(await yellow.review(world(70, renewsIn: 30)).isOn(.renewals))
    #expect(await risky.review(world(70, renewsIn: 30)).isOn(.renewals))
  }

  @Test func `a renewal whose day has passed is in doubt until something says what became of it`() async {
    func isLapsed(_ days: Int, _ outcome: Outcome? = nil) async -> Bool {
      var (world, people) = (world(90, renewsIn: days), People())
      people.flag(.green)
      world.outcomes = outcome.map { [(0, $0)] } ?? []
      let review = await people.review(world)
      #expect(review.accounts.first?.isLapsed == review.isOn(.renewals))
      #expect(review.today.lapsed == (review.isOn(.renewals) ? AmountSum([1000]) : AmountSum()))
      return review.isOn(.renewals)
    }
    #expect(await isLapsed(-1))
    #expect(await isLapsed(-2000))
    #expect(await !isLapsed(0))
    for kind in [Outcome.Kind.renewed, .contracted] {
      #expect(await !isLapsed(-4, Outcome(date: today, kind: kind)))
      #expect(await !isLapsed(-4, Outcome(date: today - 94, kind: kind)))
      #expect(await isLapsed(-4, Outcome(date: today - 95, kind: kind)))
    }
    #expect(await isLapsed(-4, Outcome(date: today - 1, kind: .expanded)))
  }

  @Test func `a lapsed renewal is listed since the week after its day, by the outcomes up to then`() async {
    var world = world(90, renewsIn: -15)
    #expect(await People().review(world).figures.prefix(4).map(\.lapsed.count) == [1, 1, 1, 0])
    #expect(await People().review(world)[.renewals].map(\.since) == [today - 14])
    // Decided ten days ago: on the two days before that nobody knew.
    world.outcomes = [(0, Outcome(date: today - 10, kind: .renewed))]
    #expect(await People().review(world).figures.prefix(4).map(\.lapsed.count) == [0, 0, 1, 0])
  }

  @Test func `the figure of renewals counts what the list does, and greens without a flag beside`() async {
    var world = World(["a", "b", "c", "d", "e", "f"])
    let days = [30, 30, 30, -4, 30, 200]
    world.accounts = days.enumerated().map { account, days in
      let id = ["a", "b", "c", "d", "e", "f"][account]
      return Account(id: AccountID(id), name: id, arr: account == 1 ? nil : 100, renewsOn: today + days)
    }
    for (account, score) in [90.0, 90, 60, 90, 90, 60].enumerated() { world.score(score, account: account) }
    var people = People()
    // A green and agreed one, one with an open risk, a yellow one, a lapsed one, and a green one without a flag.
    for account in 0..<4 { people.flag(.green, account: account) }
    people.risks = [(1, Risk(seenOn: today, kind: .other))]
    let review = await people.review(world)
    #expect(review.ids(.renewals) == ["d", "c", "b"])
    #expect(review.today.renewals == 5)
    #expect(review.today.renewalsNotAgreed == AmountSum([nil, 100, 100, 100]))
    #expect(review.today.renewalsNotListed == AmountSum([100]))
  }

  @Test func `an account has left green when it was green in the last four weeks`() async {
    func listed(_ now: Double, from age: Int, startedOn: Day? = nil) async -> ListItem? {
      var world = world(75)
      if let startedOn { world.accounts = [Account(id: AccountID("a"), name: "a", startedOn: startedOn)] }
      world.score(now, from: age)
      return await People().review(world)[.leftGreen].first
    }
    #expect(await listed(69, from: 0)?.weeks == 1)
    #expect(await listed(10, from: 8)?.weeks == 2)
    #expect(await listed(69, from: 27)?.since == today - 21)
    #expect(await listed(69, from: 28) == nil)
    #expect(await listed(70, from: 0) == nil)
    // It was no customer yet on the last day on which it was green.
    #expect(await listed(69, from: 27, startedOn: today - 28) != nil)
    #expect(await listed(69, from: 27, startedOn: today - 27) == nil)
  }

  @Test func `the page names the last day on which an account was green, and its score then`() async throws {
    var world = world(75)
    world.score(60, from: 8)
    let review = await People().review(world)
    let green = try #require(review.lastGreen(review.accounts[0]))
    #expect(green.day == today - 14 && green.published == 75)
  }

  @Test func `an account without enough fresh data is on unscored`() async {
    #expect(await People().review(World()).ids(.unscored) == ["a"])
    #expect(await !People().review(world(10)).isOn(.unscored))
  }

  @Test func `expansion asks for a good score, a good measure and no objection`() async {
    #expect(await People().review(world(80)).isOn(.expansion))
    #expect(await !People().review(world(79.9)).isOn(.expansion))
    var people = People()
    people.flag(.yellow)
    #expect(await !people.review(world(80)).isOn(.expansion))
    people = People()
    people.risks = [(0, Risk(seenOn: today, kind: .other))]
    #expect(await !people.review(world(80)).isOn(.expansion))
    var world = world(80)
    world.tickets = [(0, Ticket(id: "1", openedOn: today - 400, severity: .high))]
    #expect(await !People().review(world).isOn(.expansion))
    world.tickets = [(0, Ticket(id: "1", openedOn: today - 400, closedOn: today, severity: .high))]
    #expect(await People().review(world).isOn(.expansion))
    world.score(100, from: 14)
    world.score(80, from: 1)
    #expect(await !People().review(world).isOn(.expansion))
  }

  @Test func `every green account without a finding is drawn once in N weeks`() async {
    var world = World(["a", "b", "c", "d", "e"])
    for account in 0..<5 { world.score(80, account: account) }
    var draws: [String: Int] = [:]
    for week in 0..<4 {
      let scorer = world.scorer(.plain, asOf: today - 7 * week)
      let review = await Review(scorer, judgement: People().judgement(accounts: 5), rules: .init(spotCheckWeeks: 4))
      for id in review.ids(.spotCheck) { draws[id, default: 0] += 1 }
    }
    #expect(draws == ["a": 1, "b": 1, "c": 1, "d": 1, "e": 1])
    var people = People()
    for account in 0..<5 { people.risks.append((account, Risk(seenOn: today - 90, kind: .other))) }
    #expect(await !people.review(world, spotCheckWeeks: 1).isOn(.spotCheck))
    #expect(await People().review(world, spotCheckWeeks: 1)[.spotCheck].count == 5)
  }

  @Test(
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
      ("b", 0xaf63_df4c_8601_f1a5),
    ] as [(String, UInt64)])
  func `the hash is 64-bit FNV-1a`(text: String, hash: UInt64) {
    #expect(fnv1a(text) == hash)
  }
}
