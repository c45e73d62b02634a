import EvidenceFixture
import Health
import Testing

/// What a measure counts when its value is old or never existed.
@Suite struct AbsenceTests {
  /// What a sub-score of `value`, observed a number of days ago, counts; nil ages were never observed.
  private func counted(_ rule: AbsenceRule, _ value: Double, age: Int?) -> Double? {
    var world = World()
    if let age { world.observe("m", value, on: today - age) }
    let measure = MeasureDefinition(key: "m", whenAbsent: rule, curve: .identity)
    return world.score(Model(measure))?.measures[0]?.counted
  }

  @Test(arguments: AbsenceRule.allCases) func `a fresh value counts as it is`(rule: AbsenceRule) {
    #expect([0, 30, 80].map { counted(rule, $0, age: 35) } == [0, 30, 80])
  }

  @Test func `cap holds a stale value at 50 or below and counts 50 for none`() {
    #expect([30, 50, 80].map { counted(.cap, $0, age: 36) } == [30, 50, 50])
    #expect(counted(.cap, 0, age: nil) == 50)
  }

  @Test func `exclude leaves out what is not fresh`() {
    #expect(counted(.exclude, 30, age: 36) == nil)
    #expect(counted(.exclude, 30, age: nil) == nil)
  }

  @Test func `zero counts nothing for what is not fresh`() {
    #expect(counted(.zero, 30, age: 36) == 0)
    #expect(counted(.zero, 30, age: nil) == 0)
  }

  @Test func `what is left out takes its weight along`() {
    var world = World()
    world.observe("m", 80)
    let absent = MeasureDefinition(key: "absent", whenAbsent: .exclude, curve: .identity, weight: 3)
    let detail = world.score(Model(MeasureDefinition(key: "m", curve: .identity), absent))
    #expect(detail?.score.exact == 80)
    #expect(detail?.dimensions[0]?.score == 80)
    // A quarter of the weight is covered; the rest could be 0 or 100: 80 ÷ 4 = 20 and (80 + 300) ÷ 4 = 95.
    #expect(detail?.score.coverage == 0.25)
    #expect(detail?.score.low == 20)
    #expect(detail?.score.high == 95)
  }

  @Test func `with everything left out there is no score at all`() {
    let absent = MeasureDefinition(key: "absent", whenAbsent: .exclude, curve: .identity)
    let detail = World().score(Model(absent))
    #expect(detail?.score.exact == nil)
    #expect(detail?.score.band == .unscored)
    #expect(detail?.dimensions[0]?.contribution == nil)
    #expect(detail?.score.low == 0)
    #expect(detail?.score.high == 100)
  }
}
