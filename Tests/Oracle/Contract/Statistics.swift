// The intervals of "Backtest" in docs/scoring.md.

private let z = 1.959964

/// Wilson's 95 % interval of a share of `n`; nil when n is 0.
func wilson(_ hits: Int, of n: Int) -> (low: Double, high: Double)? {
  guard n > 0 else { return nil }
  let count = Double(n)
  let p = Double(hits) / count
  let centre = p + z * z / (2 * count)
  let spread = z * (p * (1 - p) / count + z * z / (4 * count * count)).squareRoot()
  let whole = 1 + z * z / count
  return ((centre - spread) / whole, (centre + spread) / whole)
}

/// (concordant + ½ ties) ÷ pairs: a churned account should have the lower score.
///
/// Nil without pairs.
func areaUnderCurve(churned: [Double], kept: [Double]) -> Double? {
  guard !churned.isEmpty, !kept.isEmpty else { return nil }
  var sum = 0.0
  for lost in churned {
    for stayed in kept { sum += lost < stayed ? 1 : lost == stayed ? 0.5 : 0 }
  }
  return sum / Double(churned.count * kept.count)
}

/// Hanley and McNeil's 95 % interval of an AUC, clipped to 0–1.
func hanleyMcNeil(_ auc: Double, churned: Int, kept: Int) -> (low: Double, high: Double) {
  let (n1, n2) = (Double(churned), Double(kept))
  let q1 = auc / (2 - auc)
  let q2 = 2 * auc * auc / (1 + auc)
  let variance = (auc * (1 - auc) + (n1 - 1) * (q1 - auc * auc) + (n2 - 1) * (q2 - auc * auc)) / (n1 * n2)
  let spread = z * max(0, variance).squareRoot()
  return (max(0, auc - spread), min(1, auc + spread))
}
