import Glibc

/// A logistic regression with a penalty for large weights and without negative weights.
///
/// With rows x, outcomes y of +1 (it happened) and −1 (it did not), an intercept b, weights w ≥ 0 and a penalty p, the
/// fit minimises (1 ÷ n) Σ log(1 + exp(−y·(b + w·x))) + (p ÷ 2) Σ w². The intercept is free and not penalised. With
/// p > 0 and outcomes of both kinds there is exactly one such point.
public struct LogisticProblem: Sendable {
  /// The number of weights.
  public let width: Int
  /// The cost of a weight; above 0.
  public let penalty: Double

  /// The values, row after row.
  private let values: [Double]
  /// +1 if it happened, −1 if it did not.
  private let signs: [Double]

  /// Creates a problem from rows of equal length, with finite numbers, and outcomes of both kinds.
  public init(rows: [[Double]], happened: [Bool], penalty: Double) {
    precondition(rows.count == happened.count, "every row has an outcome")
    precondition(happened.contains(true) && happened.contains(false), "both outcomes occur")
    precondition(penalty > 0 && penalty.isFinite, "without a penalty there may be no fit")
    width = rows.first?.count ?? 0
    precondition(width > 0, "a row has at least one number")
    self.penalty = penalty
    var values: [Double] = []
    values.reserveCapacity(rows.count * width)
    for row in rows {
      precondition(row.count == width && row.allSatisfy(\.isFinite), "rows are finite and of one length")
      values += row
    }
    self.values = values
    signs = happened.map { $0 ? 1 : -1 }
  }

  /// The objective at an intercept followed by the weights, and its slope in each of them.
  func value(at point: Span<Double>, slope: inout MutableSpan<Double>) -> Double {
    let n = Double(signs.count)
    var loss = 0.0
    for index in 0..<slope.count { slope[index] = 0 }
    for row in signs.indices {
      var margin = point[0]
      for column in 0..<width { margin += point[column + 1] * values[row * width + column] }
      margin *= signs[row]
      // Neither form overflows on its side.
      let surprise = margin > 0 ? log1p(exp(-margin)) : log1p(exp(margin)) - margin
      let pull = margin > 0 ? exp(-margin) / (1 + exp(-margin)) : 1 / (1 + exp(margin))
      loss += surprise
      let share = -signs[row] * pull / n
      slope[0] += share
      for column in 0..<width { slope[column + 1] += share * values[row * width + column] }
    }
    var cost = loss / n
    for column in 0..<width {
      let weight = point[column + 1]
      cost += penalty / 2 * weight * weight
      slope[column + 1] += penalty * weight
    }
    return cost
  }
}
