import Fitting
import Health
import Review

/// Weights of dimensions fitted to older outcomes.
struct WeightFit: Sendable {
  /// The penalties to try, the largest first.
  static let penalties = [1, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001, 0.0003, 0.0001]
  /// The number of periods into which the older outcomes are divided to choose among the penalties.
  static let pieces = 4

  /// The weights in the order of the given dimensions, at least 0, on any scale.
  let weights: [Double]
  /// The penalty chosen.
  let penalty: Double

  /// Fits the dimensions at some positions, without looking at later outcomes.
  ///
  /// - Parameter older: in order of day, of both kinds.
  init(_ older: [PastDecision], dimensions: [Int]) throws(FitFailure) {
    let penalty = try Self.choosePenalty(older, dimensions: dimensions)
    weights = try Self.fit(older, dimensions: dimensions, penalty: penalty)
    self.penalty = penalty
  }

  private static func fit(
    _ decisions: [PastDecision], dimensions: [Int], penalty: Double
  ) throws(FitFailure) -> [Double] {
    let means = dimensions.map { dimension in
      let known = decisions.compactMap { $0.dimensions[dimension] }
      return known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
    }
    // A dimension excluded for an account gets the mean of the others, which says nothing about it.
    let rows = decisions.map { decision in
      zip(dimensions, means).map { ((decision.dimensions[$0] ?? $1) - $1) / 100 }
    }
    // A healthier account is likelier to stay, so what the weights predict is staying.
    return try LogisticProblem(rows: rows, happened: decisions.map { !$0.churned }, penalty: penalty).fit().weights
  }

  /// Learns from the first period to predict the second, from the first two to predict the third, and so on, and
  /// chooses the penalty that predicts best; of equal ones the largest.
  private static func choosePenalty(_ older: [PastDecision], dimensions: [Int]) throws(FitFailure) -> Double {
    let ends = pieceEnds(older)
    let folds = zip(ends, ends.dropFirst()).filter { end, next in
      [older[..<end], older[end..<next]].allSatisfy { Set($0.map(\.churned)).count == 2 }
    }
    var best = (penalty: penalties[0], foretold: -Double.infinity)
    for penalty in penalties where !folds.isEmpty {
      var foretold = 0.0
      for (end, next) in folds {
        let weights = try fit(Array(older[..<end]), dimensions: dimensions, penalty: penalty)
        foretold += Self.foretold(older[end..<next], dimensions: dimensions, weights: weights)
      }
      if foretold > best.foretold + 1e-9 { best = (penalty, foretold) }
    }
    return best.penalty
  }

  /// The area under the curve over some outcomes, once for each churned one.
  private static func foretold(
    _ decisions: ArraySlice<PastDecision>, dimensions: [Int], weights: [Double]
  ) -> Double {
    func scores(churned: Bool) -> [Double] {
      decisions.filter { $0.churned == churned }.compactMap {
        weightedMean(dimensions.map($0.dimensions.at), weights: weights)
      }
    }
    let churned = scores(churned: true)
    return Double(churned.count) * (AUC.concordance(churned: churned, kept: scores(churned: false)) ?? 0.5)
  }

  /// The ends of periods with about as many churned ones each, keeping days together; the last is the end.
  private static func pieceEnds(_ older: [PastDecision]) -> [Int] {
    let churned = older.count(where: \.churned)
    var ends: [Int] = []
    var seen = 0
    for (position, decision) in older.enumerated() {
      if decision.churned { seen += 1 }
      let isLastOfDay = position + 1 == older.count || older[position + 1].decidedOn > decision.decidedOn
      if isLastOfDay, seen * pieces >= churned * (ends.count + 1) || position + 1 == older.count {
        ends.append(position + 1)
      }
    }
    return ends
  }
}

/// Σ w·x ÷ Σ w over the present values, to nine decimals, so that arithmetic cannot separate equal ones; nil when
/// none with a weight is present.
func weightedMean(_ values: [Double?], weights: [Double]) -> Double? {
  var (sum, whole) = (0.0, 0.0)
  for (value, weight) in zip(values, weights) {
    guard let value, weight > 0 else { continue }
    sum += weight * value
    whole += weight
  }
  return whole > 0 ? (sum / whole * 1e9).rounded() / 1e9 : nil
}

extension [Double?] {
  /// The value at a position.
  func at(_ position: Int) -> Double? { self[position] }
}
