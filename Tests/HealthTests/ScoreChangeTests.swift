import Testing

@testable import Health

/// Why a score changed.
@Suite struct ScoreChangeTests {
  private func parts(_ scores: [Double?], weights: [Double]) -> ScoreParts {
    ScoreParts(
      zip(scores, weights).enumerated().map { index, part in
        ScoreParts.Part(id: "d\(index)", weight: part.1, score: part.0)
      })
  }

  @Test func `the worked numbers of the documentation`() throws {
    let change = try #require(
      ScoreChange(
        published: parts([60, 80], weights: [1, 1]), restated: parts([50, 80], weights: [1, 1]),
        remodelled: parts([50, 80], weights: [3, 1]), now: parts([40, 80], weights: [3, 1])))
    #expect(change == ScoreChange(lateData: -5, behaviour: -6.25, model: -8.75))
    #expect(change.total == -20 && change.cause == .model)
  }

  @Test func `changed weights alone are no behaviour, and changed data alone are no model`() throws {
    let data: [Double?] = [30, 90, 55]
    let weights = try #require(
      ScoreChange(
        published: parts(data, weights: [1, 2, 3]), restated: parts(data, weights: [1, 2, 3]),
        remodelled: parts(data, weights: [5, 1, 1]), now: parts(data, weights: [5, 1, 1])))
    #expect(abs(weights.behaviour) < 1e-12 && abs(weights.lateData) < 1e-12 && weights.model != 0)
    // A dimension excluded at one end takes its weight with it, which is not the model's doing.
    let behaviour = try #require(
      ScoreChange(
        published: parts([30, nil, 55], weights: [1, 2, 3]), restated: parts([30, nil, 55], weights: [1, 2, 3]),
        remodelled: parts([30, nil, 55], weights: [1, 2, 3]), now: parts([40, 90, 55], weights: [1, 2, 3])))
    #expect(abs(behaviour.model) < 1e-12 && behaviour.behaviour > 0)
  }

  @Test func `another reading of a measure counts as model`() throws {
    let change = try #require(
      ScoreChange(
        published: parts([60], weights: [1]), restated: parts([60], weights: [1]),
        remodelled: parts([45], weights: [1]),
        now: parts([50], weights: [1])))
    #expect(change == ScoreChange(lateData: 0, behaviour: 5, model: -15))
  }

  @Test func `without a score at an end there is nothing to take apart`() {
    let full = parts([60], weights: [1])
    let empty = parts([nil], weights: [1])
    #expect(ScoreChange(published: empty, restated: full, remodelled: full, now: full) == nil)
    #expect(ScoreChange(published: full, restated: empty, remodelled: full, now: full) == nil)
    #expect(ScoreChange(published: full, restated: full, remodelled: full, now: empty) == nil)
  }

  @Test func `the parts add up, and with all dimensions counted they are the formula`() throws {
    var generator = SeededBits(seed: 7)
    func unit() -> Double { Double(generator.next() >> 11) * 0x1p-53 }
    for round in 0..<2000 {
      func scores(leavesOut: Bool) -> [Double?] { (0..<4).map { _ in leavesOut && unit() < 0.2 ? nil : 100 * unit() } }
      func weights() -> [Double] { (0..<4).map { _ in unit() < 0.1 ? 0 : unit() } }
      let leavesOut = round.isMultiple(of: 2)
      let (old, new) = (weights(), weights())
      let (d0, restated, d1) = (
        scores(leavesOut: leavesOut), scores(leavesOut: leavesOut), scores(leavesOut: leavesOut)
      )
      let isRemodelled = round.isMultiple(of: 3)
      let remodelled = isRemodelled ? scores(leavesOut: leavesOut) : restated
      guard
        let change = ScoreChange(
          published: parts(d0, weights: old), restated: parts(restated, weights: old),
          remodelled: parts(remodelled, weights: new), now: parts(d1, weights: new)),
        let first = parts(d0, weights: old).score, let last = parts(d1, weights: new).score
      else { continue }
      #expect(abs(change.total - (last - first)) < 1e-9)
      guard !leavesOut, !isRemodelled else { continue }
      let sums = (old.reduce(0, +), new.reduce(0, +))
      var (late, behaviour, model) = (0.0, 0.0, 0.0)
      for index in 0..<4 {
        let (w0, w1) = (old[index] / sums.0, new[index] / sums.1)
        let (published, then, now) = (d0[index] ?? 0, restated[index] ?? 0, d1[index] ?? 0)
        late += w0 * (then - published)
        behaviour += (w0 + w1) / 2 * (now - then)
        model += (then + now) / 2 * (w1 - w0)
      }
      #expect(abs(change.lateData - late) < 1e-9)
      #expect(abs(change.behaviour - behaviour) < 1e-9)
      #expect(abs(change.model - model) < 1e-9)
    }
  }

  @Test func `the dimension that a changed model did most through is the one whose contribution moved most`() {
    func parts(_ weights: (Double, Double)) -> ScoreParts {
      ScoreParts([
        ScoreParts.Part(id: "usage", weight: weights.0, score: 60),
        ScoreParts.Part(id: "support", weight: weights.1, score: 80),
      ])
    }
    let fall = parts((1, 1)).largestShift(to: parts((3, 1)), isRise: false)
    #expect(fall?.dimension == "support" && fall?.points == -20)
    let rise = parts((1, 1)).largestShift(to: parts((3, 1)), isRise: true)
    #expect(rise?.dimension == "usage" && rise?.points == 15)
    #expect(parts((1, 1)).largestShift(to: parts((2, 2)), isRise: true) == nil)
  }
}
