import EvidenceFixture
import Health
import Testing

@testable import Review

/// Points, exposure, order and revenue at risk.
@Suite struct PriorityTests {
  private func points(_ world: World, _ people: People = People()) async -> RiskPoints? {
    await people.review(world).accounts.first?.points
  }

  private func world(_ score: Double, thirteenWeeksAgo before: Double? = nil) -> World {
    var world = World()
    world.score(before ?? score)
    world.score(score, from: 60)
    return world
  }

  @Test func `a 90 that fell from 100 outranks a steady 70`() async {
    // 2 · (10 − 3)
    #expect(await points(world(90, thirteenWeeksAgo: 100))?.total == 14)
    #expect(await points(world(70))?.total == 0)
    #expect(await points(world(69))?.total == 1)
    #expect(await points(world(90, thirteenWeeksAgo: 93))?.total == 0)
    #expect(await points(world(90, thirteenWeeksAgo: 80))?.total == 0)
  }

  @Test func `a current flag and open risks add, up to 100`() async {
    var people = People()
    people.flag(.yellow, age: 90)
    people.risks = [
      (0, Risk(seenOn: today, kind: .other, severity: 2)), (0, Risk(seenOn: today - 9, kind: .other, closedOn: today)),
    ]
    // 70 − 60, 15 for the flag, 5 · 2 for the risk
    #expect(await points(world(60), people)?.total == 35)
    people.flag(.red)
    #expect(await points(world(60), people)?.total == 50)
    people.risks.append((0, Risk(seenOn: today, kind: .other, severity: 5)))
    people.risks.append((0, Risk(seenOn: today, kind: .other, severity: 5)))
    #expect(await points(world(60), people)?.total == 100)
    people = People()
    people.flag(.red, age: 91)
    #expect(await points(world(70), people)?.total == 0)
  }

  @Test func `an unscored account has 35 points at least`() async {
    #expect(await points(World())?.total == 35)
    var world = World()
    world.observe("score", 10)
    world.observe("other", 0, on: today - 99)
    let other = MeasureDefinition(key: "other", curve: .identity, weight: 3)
    let model = Model(MeasureDefinition(key: "score", curve: .identity), other, coverageFloor: 0.4)
    // Exact is 10 ÷ 4 = 2.5, published it would be 3.
    #expect(await People().review(world, model: model).accounts.first?.points.total == 67)
  }

  private var portfolio: World {
    var world = World(["a", "b", "c", "d", "e"])
    let arr: [Double?] = [100, 1000, nil, 1000, 200]
    world.accounts = zip(["a", "b", "c", "d", "e"], arr).map { Account(id: AccountID($0), name: $0, arr: $1) }
    // Points 60, 10, 50, 10, 5; exposures 60, 100, none, 100, 10.
    for (account, score) in [10.0, 60, 20, 60, 65].enumerated() { world.score(score, account: account) }
    return world
  }

  @Test func `accounts stand by exposure, then points, then id, and without revenue by points`() async {
    let review = await People().review(portfolio)
    #expect(review.byExposure.map(\.exposure) == [100, 100, 60, 10, nil])
    #expect(review.ids(.sentimentOverdue) == ["b", "d", "a", "e", "c"])
    #expect(review.byExposure.map(\.points.total) == [10, 10, 60, 5, 50])
  }

  @Test func `accounts of unknown revenue follow all others, by points`() async {
    var world = World(["a", "b", "c"])
    world.accounts = [("a", nil), ("b", 100.0), ("c", nil)].map { Account(id: AccountID($0), name: $0, arr: $1) }
    for (account, score) in [50.0, 90, 20].enumerated() { world.score(score, account: account) }
    let review = await People().review(world)
    #expect(review.ids(.sentimentOverdue) == ["b", "c", "a"])
    #expect(review.byExposure.map(\.exposure) == [0, nil, nil])
  }

  @Test func `lapsed renewals come first, those of unknown revenue last within both groups`() async {
    var world = World(["a", "b", "c", "d"])
    let facts: [(String, Double?, Int)] = [("a", 9000, 30), ("b", nil, -4), ("c", 10, -1), ("d", nil, 30)]
    world.accounts = facts.map { Account(id: AccountID($0), name: $0, arr: $1, renewsOn: today + $2) }
    for account in 0..<4 { world.score(50, account: account) }
    #expect(await People().review(world).ids(.renewals) == ["c", "b", "a", "d"])
  }

  @Test func `red flags come first on green-but-yellow`() async {
    var world = World(["a", "b"])
    world.accounts = [("a", 9000.0), ("b", 10)].map { Account(id: AccountID($0), name: $0, arr: $1) }
    for account in 0...1 { world.score(90, account: account) }
    var people = People()
    people.flag(.yellow, account: 0)
    people.flag(.red, account: 1)
    #expect(await people.review(world).ids(.greenButYellow) == ["b", "a"])
    #expect(await people.review(world).byExposure.map(\.account) == [0, 1])
  }

  @Test func `revenue is at risk when red by score or flag, or yellow and soon to renew, or lapsed`() async {
    func isAtRisk(_ score: Double, _ flag: Sentiment.Flag?, renewsIn days: Int) async -> Bool {
      var world = World()
      world.accounts = [Account(id: AccountID("a"), name: "a", arr: 70, renewsOn: today + days)]
      world.score(score)
      var people = People()
      if let flag { people.flag(flag) }
      let review = await people.review(world)
      #expect(review.accounts.first?.isAtRisk == (review.today.atRisk.amount == 70))
      return review.today.atRisk.amount == 70
    }
    #expect(await isAtRisk(39, nil, renewsIn: 300))
    #expect(await isAtRisk(90, .red, renewsIn: 300))
    #expect(await isAtRisk(69, .green, renewsIn: 90))
    #expect(await isAtRisk(90, .yellow, renewsIn: 0))
    #expect(await !isAtRisk(69, .yellow, renewsIn: 91))
    #expect(await !isAtRisk(90, .green, renewsIn: 30))
    #expect(await isAtRisk(90, .green, renewsIn: -1))
  }

  @Test func `flipping every flag changes no score, band or interval`() async {
    var scores: [[Score]] = []
    for flag in Sentiment.Flag.allCases {
      var people = People()
      for account in 0..<5 { people.flag(flag, account: account) }
      scores.append(await people.review(portfolio).accounts.map(\.score))
    }
    #expect(scores[0].count == 5)
    #expect(scores[0] == scores[1] && scores[1] == scores[2])
  }

  @Test func `the portfolio has shifted when the median change of a week is 3 points`() async {
    func shift(_ changes: [Double]) async -> PortfolioShift? {
      var world = World(changes.indices.map { "a\($0)" })
      for (account, change) in changes.enumerated() {
        world.score(60, account: account)
        world.score(60 + change, from: 3, account: account)
      }
      return await People().review(world).shift
    }
    #expect(await shift([-3, -9, 0])?.change == -3)
    #expect(await shift([-3, -9, 0])?.measure == "score")
    #expect(await shift([-2, -9, 0]) == nil)
    #expect(await shift([3, 4])?.change == 3.5)
  }
}
