import Glibc
import SeededRandom
import Testing

@testable import Fitting

/// Problems with rows from a fixed seed, and an independent check of the conditions of their minima.
@Suite struct FitTests {
  /// Rows whose outcomes are drawn with the given weights.
  private func sample(
    _ weights: [Double], intercept: Double = 0, count: Int, seed: UInt64
  ) -> (rows: [[Double]], happened: [Bool]) {
    var random = SplitMix64(seed: seed)
    var rows: [[Double]] = []
    var happened: [Bool] = []
    for _ in 0..<count {
      let row = weights.map { _ in random.fraction() - 0.5 }
      let odds = zip(weights, row).reduce(intercept) { $0 + $1.0 * $1.1 }
      rows.append(row)
      happened.append(random.fraction() < 1 / (1 + exp(-odds)))
    }
    return (rows, happened)
  }

  /// The slope of (1 ÷ n) Σ log(1 + exp(−y·(b + w·x))) + (p ÷ 2) Σ w² in b and each w, term by term.
  private func slopes(
    _ rows: [[Double]], _ happened: [Bool], penalty: Double, at fit: LogisticFit
  ) -> (intercept: Double, weights: [Double]) {
    let misses = zip(rows, happened).map { row, happened in
      1 / (1 + exp(-(fit.intercept + zip(fit.weights, row).map(*).reduce(0, +)))) - (happened ? 1 : 0)
    }
    let n = Double(rows.count)
    let weights = fit.weights.indices.map { column in
      zip(misses, rows).map { $0 * $1[column] }.reduce(0, +) / n + penalty * fit.weights[column]
    }
    return (misses.reduce(0, +) / n, weights)
  }

  @Test(arguments: [1, 0.1, 0.01, 0.001, 0.0001], [1, 2, 3] as [UInt64])
  func `at the fit free weights have no slope and weights at 0 none downwards`(penalty: Double, seed: UInt64) throws {
    // Two of the six point the wrong way, so a free fit would make them negative.
    let (rows, happened) = sample([4, -3, 0, 2, -1, 0.5], intercept: 1, count: 300, seed: seed)
    let fit = try LogisticProblem(rows: rows, happened: happened, penalty: penalty).fit()
    let slopes = slopes(rows, happened, penalty: penalty, at: fit)
    #expect(abs(slopes.intercept) < 1e-6)
    for (weight, slope) in zip(fit.weights, slopes.weights) {
      #expect(weight >= 0)
      if weight > 0 { #expect(abs(slope) < 1e-6) } else { #expect(slope > -1e-6) }
    }
    #expect(fit.weights[1] == 0 && fit.weights[0] > 0)
  }

  @Test func `weights that made the outcomes are found again`() throws {
    let (rows, happened) = sample([3, 0, 1.5, 6], intercept: -0.5, count: 40_000, seed: 7)
    let fit = try LogisticProblem(rows: rows, happened: happened, penalty: 1e-6).fit()
    // Standard errors are about 0.04 at this number of rows.
    for (found, made) in zip(fit.weights, [3, 0, 1.5, 6]) { #expect(abs(found - made) < 0.2, "\(fit.weights)") }
    #expect(abs(fit.intercept + 0.5) < 0.1)
  }

  @Test func `a larger penalty makes the weights smaller`() throws {
    let (rows, happened) = sample([3, 2], count: 500, seed: 3)
    let sums = try [0.001, 0.01, 0.1, 1].map { penalty in
      try LogisticProblem(rows: rows, happened: happened, penalty: penalty).fit().weights.map { $0 * $0 }.reduce(0, +)
    }
    #expect(sums == sums.sorted(by: >) && sums[0] > 10 * sums[3])
  }

  @Test func `two rows can be solved by hand`() throws {
    // By symmetry b = 0, and the slope in w is −1 ÷ (1 + e^w) + p·w: with p = 0.1 it vanishes near w = 1.6774.
    let fit = try LogisticProblem(rows: [[1], [-1]], happened: [true, false], penalty: 0.1).fit()
    #expect(abs(fit.intercept) < 1e-6)
    #expect(abs(1 / (1 + exp(fit.weights[0])) - 0.1 * fit.weights[0]) < 1e-6)
    // Reversed, the weight would be negative, so it is 0.
    #expect(try LogisticProblem(rows: [[1], [-1]], happened: [false, true], penalty: 0.1).fit().weights == [0])
  }

  @Test func `outcomes that a number parts completely still have a fit`() throws {
    let rows = (0..<40).map { [Double($0) / 40] }
    let fit = try LogisticProblem(rows: rows, happened: (0..<40).map { $0 >= 20 }, penalty: 0.0001).fit()
    #expect(fit.weights[0] > 10 && fit.residual <= LogisticProblem.tolerance)
  }

  @Test func `the same rows give the same fit to the last bit`() throws {
    let (rows, happened) = sample([1, 2, 3], count: 200, seed: 11)
    let fits = try (0..<3).map { _ in try LogisticProblem(rows: rows, happened: happened, penalty: 0.01).fit() }
    #expect(Set(fits).count == 1)
  }
}
