import EvidenceFixture
import Testing

@testable import Health

/// How far a band depends on weights that nobody knows exactly.
@Suite struct StabilityTests {
  private func model(_ usage: Double, _ support: Double) -> Model {
    func measure(_ key: String) -> MeasureDefinition { MeasureDefinition(key: key, curve: .identity) }
    return Model(
      id: "default",
      dimensions: [
        Dimension(id: "usage", weight: usage, measures: [measure("a"), measure("b")]),
        Dimension(id: "support", weight: support, measures: [measure("c")]),
      ])
  }

  private func world(_ a: Double, _ b: Double, _ c: Double) -> World {
    var world = World()
    for (key, value) in [("a", a), ("b", b), ("c", c)] { world.observe(key, value) }
    return world
  }

  private func bandChanges(_ world: World, _ model: Model) throws -> Int {
    let session = world.scorer(model).session(on: today)
    let detail = try #require(session.detail(of: 0))
    return try #require(session.bandChanges(of: [(account: 0, detail: detail)]).first)
  }

  @Test func `the generator is the published one, and the first factor is always the same`() {
    var generator = SeededBits(seed: 0)
    #expect(generator.next() == 0xe220_a839_7b1d_cdaf)
    generator = SeededBits(seed: 0)
    #expect(isNear(generator.factor(), 1.153324323285457))
  }

  @Test func `no factor leaves the span of a fifth, and they come close to both of its ends`() {
    var generator = SeededBits(seed: 0)
    let factors = (0..<5000).map { _ in generator.factor() }
    #expect(factors.allSatisfy { (0.8..<1.2).contains($0) })
    #expect((factors.min() ?? 1) < 0.801)
    #expect((factors.max() ?? 1) > 1.199)
  }

  @Test func `equal sub-scores give the same band under any weights`() throws {
    #expect(try bandChanges(world(70, 70, 70), model(50, 50)) == 0)
  }

  @Test func `an account on the edge changes band exactly as often as full scores under shifted weights say`() throws {
    let world = world(100, 90, 42)
    let model = model(50, 50)
    // (95 + 42) ÷ 2 = 68.5, a yellow 69 just under the edge.
    let own = try #require(world.score(model)?.score.band)
    #expect(own == .yellow)
    var generator = SeededBits(seed: 0)
    var changes = 0
    for _ in 0..<WeightShifts.count {
      var shifted = model
      for index in shifted.dimensions.indices { shifted.dimensions[index].weight *= generator.factor() }
      for dimension in shifted.dimensions.indices {
        for index in shifted.dimensions[dimension].measures.indices {
          shifted.dimensions[dimension].measures[index].weight *= generator.factor()
        }
      }
      if world.score(shifted)?.score.band != own { changes += 1 }
    }
    #expect((10...90).contains(changes))
    #expect(try bandChanges(world, model) == changes)
  }

  @Test func `a cap holds under every shift`() throws {
    var capped = model(50, 50)
    capped.caps = [Cap(measure: "c", above: nil, below: 50, band: .red, why: "")]
    #expect(try bandChanges(world(100, 90, 42), capped) == 0)
  }
}
