import Fitting
import Health
import Review

/// Weights of dimensions as older outcomes ask for them.
struct WeightFit: Sendable {
  /// Penalties that are tried, the largest first.
  static let penalties = [1, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001, 0.0003, 0.0001]
  /// How many pieces of time the older outcomes are cut into to choose among them.
  static let pieces = 4

  /// In the order of the dimensions that were asked for, at least 0, to any scale.
  let weights: [Double]
  /// The penalty chosen.
  let penalty: Double

  /// Fits the dimensions at some positions; what later outcomes say is not looked at.
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
    // A dimension that was left out for an account stands at the mean of the others, which says nothing of it.
    let rows = decisions.map { decision in
      zip(dimensions, means).map { ((decision.dimensions[$0] ?? $1) - $1) / 100 }
    }
    // Healthier is likelier to stay, so what weights may foretell is staying.
    return try LogisticProblem(rows: rows, happened: decisions.map { !$0.churned }, penalty: penalty).fit().weights
  }

  /// Learns from the first piece of time to foretell the second, from the first two the third, and so on, and takes the
  /// penalty that foretold best; of equals the largest.
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

  /// Positions at which pieces with about as many churned ones each end, days kept together; the last is the end.
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

/// Σ w·x ÷ Σ w over what is there, to nine decimals, so that arithmetic cannot part what is equal; nil when nothing with
/// weight is there.
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
