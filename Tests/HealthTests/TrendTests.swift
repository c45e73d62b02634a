import EvidenceFixture
import Health
import Testing

@Suite struct TrendTests {
  private let model = Model(MeasureDefinition(key: "m", maxAge: 10_000, curve: .identity), coverageFloor: 0.1)

  @Test func `changes are differences of published scores 7, 28 and 91 days apart`() async {
    var world = World()
    for (age, value) in [(91, 60.4), (28, 69.5), (7, 72), (0, 80.6)] { world.observe("m", value, on: today - age) }
    let trend = await Trend(world.scorer(model))
    // 81 against 72, 70 and 60
    #expect(trend.changes(of: 0) == ScoreChanges(week: 9, fourWeeks: 11, thirteenWeeks: 21))
    // A week ago 72; a week before that and five weeks ago the older values held.
    #expect(trend.changes(of: 0, weeksAgo: 1) == ScoreChanges(week: 2, fourWeeks: 12, thirteenWeeks: nil))
  }

  @Test func `a change is unknown where the account was unscored or not yet active`() async {
    var world = World()
    world.accounts = [Account(id: AccountID("a"), name: "a", startedOn: today - 30)]
    world.observe("m", 50, on: today - 20)
    let trend = await Trend(world.scorer(model))
    #expect(trend.changes(of: 0) == ScoreChanges(week: 0, fourWeeks: nil, thirteenWeeks: nil))
    #expect(trend.score(of: 0, weeksAgo: 4)?.band == .unscored)
    #expect(trend.score(of: 0, weeksAgo: 5)?.band == nil)
    #expect(trend.day(weeksAgo: 5) == today - 35)
  }
}
