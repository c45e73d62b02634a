extension Rate {
  /// The two-sided quantile of the standard normal distribution for a number of intervals that all hold at once with at
  /// least 95 % confidence: 1.960 for one, 2.241 for two, 2.734 for eight.
  ///
  /// Each is made for 1 − 0.05 ÷ m (Bonferroni's inequality; Dunn, "Multiple Comparisons Among Means", 1961). In eight
  /// comparisons without any difference, 95 % intervals would find one in one case of three.
  ///
  /// It uses only sums, without a library's `exp`, so that every machine produces the same bytes.
  static func z(comparisons: Int) -> Double {
    guard comparisons > 1 else { return z }
    let tail = 0.05 / Double(comparisons)
    var low = 0.0
    var high = 6.0
    for _ in 0..<50 {
      let middle = (low + high) / 2
      if bothTails(middle) > tail { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// The share of the standard normal distribution beyond −x and x.
  ///
  /// 1 − 2φ(x)(x + x³ ÷ 3 + x⁵ ÷ 15 + …), with exp(x² ÷ 2) of the density as the sum of its powers.
  private static func bothTails(_ x: Double) -> Double {
    var inside = 0.0
    var term = x
    var exponential = 0.0
    var power = 1.0
    for step in 1...200 {
      inside += term
      term *= x * x / Double(2 * step + 1)
      exponential += power
      power *= x * x / 2 / Double(step)
    }
    return 1 - 2 * inside / (exponential * (2 * Double.pi).squareRoot())
  }
}
