import EvidenceFixture
import Health
import Testing

@testable import Review

/// How much of what the model asks for the data gives.
@Suite struct CoverageTests {
  @Test func `the weight of measures that reach nobody has no source`() async {
    let model = Model(
      MeasureDefinition(key: "level", of: "logins", curve: .identity),
      MeasureDefinition(key: "answer", of: "survey", curve: .identity, weight: 3),
      MeasureDefinition(key: "unweighted", of: "nothing", curve: .identity, weight: 0))
    var world = World(["a", "b", "c"])
    for account in 0..<2 { world.observe("logins", 60, on: today - 100, account: account) }
    let coverage = await People().review(world, model: model).coverage
    #expect(
      coverage.measures == [
        Coverage.Measure(key: "answer", weight: 0.75, accounts: 3, reached: 0),
        Coverage.Measure(key: "level", weight: 0.25, accounts: 3, reached: 2),
      ])
    #expect(coverage.withoutSource == 0.75 && coverage.missing == ["answer"])
  }

  @Test func `a model whose measures all reach somebody has every source`() async {
    let model = Model(MeasureDefinition(key: "level", of: "logins", curve: .identity))
    var world = World(["a", "b"])
    world.observe("logins", 60, on: today, account: 1)
    let coverage = await People().review(world, model: model).coverage
    #expect(coverage.withoutSource == 0 && coverage.missing.isEmpty)
  }
}
