import EvidenceFixture
import Health
import Testing

/// Caps bound the band and leave the score alone.
@Suite struct CapTests {
  private func score(_ value: Double, _ watched: Double?, age: Int = 0, _ caps: [Cap]) -> Score? {
    var world = World()
    world.observe("m", value)
    if let watched { world.observe("watched", watched, on: today - age) }
    let silent = MeasureDefinition(key: "watched", curve: .identity, weight: 0)
    return world.score(Model(MeasureDefinition(key: "m", curve: .identity), silent, caps: caps))?.score
  }

  private func cap(above: Double? = nil, below: Double? = nil, _ band: Band) -> Cap {
    Cap(measure: "watched", above: above, below: below, band: band, why: "")
  }

  @Test func `a matching cap bounds the band of a measure without weight, and the score stays`() {
    let score = score(82, 121, [cap(above: 120, .yellow)])
    #expect(score?.published == 82)
    #expect(score?.band == .yellow)
    #expect(score?.uncappedBand == .green)
    #expect(score?.cap == 0)
  }

  @Test func `both limits are strict`() {
    #expect(score(82, 120, [cap(above: 120, .yellow)])?.band == .green)
    #expect(score(82, 5, [cap(below: 5, .yellow)])?.band == .green)
    #expect(score(82, 4.9, [cap(below: 5, .yellow)])?.band == .yellow)
    #expect([0, 5, 10].map { score(82, $0, [cap(above: 8, below: 2, .red)])?.band } == [.red, .green, .red])
  }

  @Test func `a stale value is compared too, a missing one never matches`() {
    #expect(score(82, 121, age: 300, [cap(above: 120, .red)])?.band == .red)
    #expect(score(82, nil, [cap(above: -1e9, .red)])?.band == .green)
  }

  @Test func `the worst matching cap binds, and of equal ones the first`() {
    let yellow = cap(above: 1, .yellow)
    let red = cap(above: 2, .red)
    #expect(score(82, 9, [yellow, red, red])?.band == .red)
    #expect(score(82, 9, [yellow, red, red])?.cap == 1)
    #expect(score(82, 9, [yellow, yellow])?.cap == 0)
  }

  @Test func `a cap that is no worse than the band does not bind`() {
    let score = score(50, 9, [cap(above: 1, .yellow)])
    #expect(score?.band == .yellow)
    #expect(score?.cap == nil)
    #expect(self.score(20, 9, [cap(above: 1, .yellow)])?.band == .red)
  }

  @Test func `an unscored account is not capped`() {
    var world = World()
    world.observe("m", 82, on: today - 36)
    let model = Model(
      MeasureDefinition(key: "m", curve: .identity), coverageFloor: 0.1,
      caps: [Cap(measure: "m", above: 1, below: nil, band: .red, why: "")])
    #expect(world.score(model)?.score.band == .unscored)
    #expect(world.score(model)?.score.cap == nil)
  }
}
