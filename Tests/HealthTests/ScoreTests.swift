import EvidenceFixture
@testable import Health
import Testing

/// The arithmetic of a score, worked out by hand.
@Suite struct ScoreTests {
  private func dimension(_ id: String, _ weight: Double, _ measures: [(key: String, weight: Double)]) -> Dimension {
    Dimension(
      id: id, weight: weight,
      measures: measures.map {
        MeasureDefinition(
          key: $0.key, whenAbsent: $0.key == "d" ? .exclude : .cap, curve: .identity, weight: $0.weight)
      })
  }

  /// a = 50 and b = 75 are fresh, c = 80 is stale, d was never observed and is excluded, off and unweighted have no
  /// weight.
  private var detail: ScoreDetail? {
    var world = World()
    for (key, value) in [("a", 50.0), ("b", 75), ("off", 0), ("unweighted", 0)] { world.observe(key, value) }
    world.observe("c", 80, on: today - 36)
    let model = Model(
      id: "default",
      dimensions: [
        dimension("usage", 35, [("a", 2), ("b", 1), ("off", 0)]), dimension("support", 20, [("c", 1)]),
        dimension("outcomes", 15, [("d", 1)]), dimension("contract", 0, [("unweighted", 1)]),
      ])
    return world.score(model)
  }

  @Test func `a dimension is the weighted mean of what its measures count`() {
    // (2 · 50 + 1 · 75) ÷ 3; the stale 80 counts 50; d is excluded, and with it its dimension.
    #expect(isNear(detail?.dimensions[0]?.score, 175 / 3))
    #expect(detail?.dimensions[1]?.score == 50)
    #expect(detail?.dimensions[2] == DimensionScore.leftOut)
    #expect(detail?.dimensions[3] == nil)
    #expect(detail?.measures.map { $0?.counted } == [50, 75, nil, 50, nil, nil])
  }

  @Test func `the score is the weighted mean of the dimensions that are there`() {
    // (35 · 58.33 + 20 · 50) ÷ 55 = 55.30
    #expect(isNear(detail?.score.exact, (35 * 175 / 3 + 1000) / 55))
    #expect(detail?.score.published == 55)
    #expect(detail?.score.band == .yellow)
  }

  @Test func `contributions are shares of the score`() {
    // 35 · 58.33 ÷ 55 = 37.12 and 20 · 50 ÷ 55 = 18.18
    #expect(isNear(detail?.dimensions[0]?.contribution, 35 * 175 / 3 / 55))
    #expect(isNear(detail?.dimensions[1]?.contribution, 1000 / 55))
  }

  @Test func `coverage is the share of the whole weight that is fresh`() {
    // 35 of 35 + 20 + 15
    #expect(isNear(detail?.score.coverage, 0.5))
    #expect(detail?.dimensions.map { $0?.coverage } == [1, 0, 0, nil])
  }

  @Test func `low and high count what is not fresh as 0 and as 100, excluded or not`() {
    // 35 · 58.33 ÷ 70 = 29.17; with 20 · 100 + 15 · 100 more: 79.17
    #expect(isNear(detail?.score.low, 35 * 175 / 3 / 70))
    #expect(isNear(detail?.score.high, (35 * 175 / 3 + 3500) / 70))
  }

  @Test(
    arguments: [
      (69.5, 70), (69.5 - 1e-10, 70), (69.5 - 1e-8, 69), (69.49, 69), (0, 0), (0.5, 1), (0.49, 0), (100, 100),
      (99.5, 100), (0.1 + 0.2, 0),
    ] as [(Double, Int)])
  func `a score is published as the nearest whole number, halves and what is a hair below them upwards`(
    exact: Double, published: Int
  ) {
    #expect(publishedScore(of: exact) == published)
  }

  @Test func `the band follows the published score, so no 70 is yellow`() {
    func score(_ value: Double) -> Score? {
      var world = World()
      world.observe("m", value)
      return world.score(Model(MeasureDefinition(key: "m", curve: .identity)))?.score
    }
    #expect([69.5, 69.49, 39.5, 39.49].map { score($0)?.published } == [70, 69, 40, 39])
    #expect([69.5, 69.49, 39.5, 39.49].map { score($0)?.band } == [.green, .yellow, .yellow, .red])
  }

  @Test func `bands have the edges that the model gives them`() {
    let edges = BandEdges(green: 75, yellow: 50)
    #expect([75, 74, 50, 49].map(edges.band(of:)) == [.green, .yellow, .yellow, .red])
  }

  @Test(arguments: [(0.25, true), (0.25 + 1e-10, true), (0.25 + 1e-8, false)] as [(Double, Bool)])
  func `under the coverage floor, by more than a billionth, there is no published score`(floor: Double, isScored: Bool)
  {
    var world = World()
    world.observe("m", 80)
    let absent = MeasureDefinition(key: "absent", curve: .identity, weight: 3)
    let score = world.score(
      Model(MeasureDefinition(key: "m", curve: .identity), absent, coverageFloor: floor))?.score
    // (80 + 3 · 50) ÷ 4
    #expect(score?.exact == 57.5)
    #expect(score?.published == (isScored ? 58 : nil))
    #expect(score?.band == (isScored ? .yellow : .unscored))
    #expect(score?.uncappedBand == (isScored ? .yellow : .unscored))
    #expect(score?.low == 20)
    #expect(score?.high == 95)
  }

  @Test func `shares of the whole weight add up to 1 over the measures that weigh`() {
    let model = Model(
      id: "default",
      dimensions: [
        dimension("usage", 30, [("a", 2), ("b", 1)]), dimension("support", 10, [("c", 1)]),
        dimension("outcomes", 60, [("d", 0)]), dimension("contract", 0, [("e", 1)]),
      ])
    // usage has 30 of 40, two thirds of it for a.
    #expect(model.weightShares.map(\.weight) == [0.5, 0.25, 0.25, 0, 0])
    #expect(model.weightShares.map(\.key) == ["a", "b", "c", "d", "e"])
  }
}

extension DimensionScore {
  fileprivate static let leftOut = DimensionScore(score: nil, contribution: nil, coverage: 0)
}
