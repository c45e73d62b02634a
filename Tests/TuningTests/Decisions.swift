import EvidenceFixture
import Health

@testable import Tuning

/// Decisions whose outcomes follow the sub-scores by the given weights, or by nothing.
struct Decisions {
  var random: Chance

  init(seed: UInt64) {
    // Neighbouring seeds would give shifted copies of one sequence.
    random = Chance(state: seed &* 0xD1B5_4A32_D192_ED03)
  }

  /// - Parameters:
  ///   - weights: what each dimension adds to the log odds of staying, for 100 points of it.
  ///   - churn: the share that churns where all weights are 0.
  mutating func make(_ count: Int, weights: [Double], churn: Double = 0.3) -> [PastDecision] {
    (0..<count).map { index in
      let sub = weights.map { _ in 100 * random.unit() }
      let lift = zip(weights, sub).reduce(0) { $0 + $1.0 * ($1.1 - 50) / 100 }
      // The odds of churn times e to the minus lift.
      let odds = churn / (1 - churn) * power(lift)
      let churned = random.unit() < odds / (1 + odds)
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

/// SplitMix64, for decisions that are the same in every run.
struct Chance {
  var state: UInt64

  /// At least 0 and below 1.
  mutating func unit() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((mixed ^ (mixed >> 31)) >> 11) * 0x1p-53
  }
}

extension Models {
  /// Models of dimensions with the given weights; each further list is a variant with weights of its own.
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
