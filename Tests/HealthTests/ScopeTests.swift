import EvidenceFixture
import Health
import Testing

/// Scoring the past without data whose past values are unknown.
@Suite struct ScopeTests {
  private func detail(_ world: World, _ model: Model, on day: Day = today) -> (ScoreDetail?, [String]) {
    let session = world.scorer(model).limited(to: .knownThen).session(on: day)
    return (session.detail(of: 0), session.measuresLeftOut(forAccount: 0))
  }

  @Test func `measures that read an account column, themselves or as divisor, are left out, tenure is not`() {
    var world = World()
    world.accounts = [Account(id: AccountID("a"), name: "a", startedOn: today - 60, renewsOn: today + 60)]
    world.column("seats", [100])
    world.observe("m", 60)
    let model = Model(
      MeasureDefinition(key: "use", of: "m", curve: .identity),
      MeasureDefinition(key: "seat_use", of: "m", per: "seats", curve: .identity),
      MeasureDefinition(key: "seats", curve: .identity),
      MeasureDefinition(key: "runway", of: "days_to_renewal", curve: .identity),
      MeasureDefinition(key: "tenure", of: "tenure_days", curve: .identity),
      MeasureDefinition(key: "off", of: "seats", curve: .identity, weight: 0),
      caps: [Cap(measure: "seats", above: 1, below: nil, band: .red, why: "")])
    let (detail, leftOut) = detail(world, model)
    #expect(leftOut == ["seat_use", "seats", "runway"])
    // (60 + 60) ÷ 2, and the cap on seats does not apply.
    #expect(detail?.score.exact == 60)
    #expect(detail?.score.coverage == 1)
    #expect(detail?.score.band == .yellow)
    #expect(world.score(model)?.score.band == .red)
  }

  @Test func `a column that is observed too is left out only before its first row`() {
    var world = World()
    world.column("seats", [100])
    world.observe("seats", 80, on: today - 10)
    let model = Model(MeasureDefinition(key: "seats", curve: .identity))
    #expect(detail(world, model).1.isEmpty)
    #expect(detail(world, model).0?.score.exact == 80)
    #expect(detail(world, model, on: today - 11).1 == ["seats"])
  }
}
