import EvidenceFixture
import Health
import SeededRandom

@testable import Tuning

/// Decisions whose outcomes follow the sub-scores with the given weights, or are random.
struct Decisions {
  var random: SplitMix64

  init(seed: UInt64) {
    // Neighbouring seeds would give shifted copies of one sequence.
    random = SplitMix64(seed: seed &* 0xD1B5_4A32_D192_ED03)
  }

  /// - Parameters:
  ///   - weights: the log odds of staying that each dimension adds for 100 points.
  ///   - churn: the share that churns when all weights are 0.
  mutating func make(_ count: Int, weights: [Double], churn: Double = 0.3) -> [PastDecision] {
    (0..<count).map { index in
      let sub = weights.map { _ in 100 * random.fraction() }
      let lift = zip(weights, sub).reduce(0) { $0 + $1.0 * ($1.1 - 50) / 100 }
      // The odds of churn times e to the minus lift.
      let odds = churn / (1 - churn) * power(lift)
      let churned = random.fraction() < odds / (1 + odds)
      return PastDecision(decidedOn: today - 900 + index / 2, churned: churned, dimensions: sub)
    }
  }

  /// e to the minus x, without importing a mathematics library: the series of e^−x converges for the sizes used here.
  private func power(_ x: Double) -> Double {
    var (term, sum) = (1.0, 1.0)
    for step in 1..<60 {
      term *= -x / Double(step)
      sum += term
    }
    return sum
  }
}

extension Models {
  /// Models with dimensions of the given weights; each further list is a variant with its own weights.
  static func weighing(_ weights: [Double], variants: [[Double]] = []) -> Models {
    let all = ([weights] + variants).enumerated().map { index, weights in
      Model(
        id: index == 0 ? "default" : "variant \(index)",
        dimensions: weights.enumerated().map {
          Dimension(
            id: "d\($0.offset)", weight: $0.element,
            measures: [MeasureDefinition(key: "m\($0.offset)", curve: .identity)])
        })
    }
    return Models(
      version: "test", changed: nil, all: all,
      segments: all.indices.map { Segment(id: "s\($0)", name: "S", model: $0) }, expansion: .init())
  }
}
