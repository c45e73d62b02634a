/// How far two people who judge the same accounts say the same.
public struct FlagAgreement: Sendable {
  /// How many accounts two people judged.
  public let pairs: Int
  /// How many of them got the same flag twice.
  public let same: Int
  /// Krippendorff's α: 1 where all agree, 0 where they agree as often as chance would; nil with fewer than
  /// ``fewest`` pairs, and where everybody said one and the same colour, so that nothing could differ.
  public let alpha: Double?
  /// The 95 % interval of α, within −1 and 1; nil without α, and where it hangs on a single pair.
  public let interval: ClosedRange<Double>?

  /// The fewest pairs from which agreement is told: with fewer, one pair moves α by more than a tenth.
  public static let fewest = 20

  /// Compares what two people said of each account; who came first makes no difference.
  ///
  /// α = 1 − observed ÷ expected disagreement, after K. Krippendorff (Content Analysis, 2004, chapter 11). Flags have an
  /// order, so the disagreement of two is the square of the number of values from one to the other, half of those at both
  /// ends: with 10 values green, 8 yellow and 6 red, green and red differ by (10 ÷ 2 + 8 + 6 ÷ 2)² = 256. The interval is
  /// α ± 1.96 standard errors by the jackknife (B. Efron and C. Stein, 1981), which leaves out one pair at a time.
  ///
  /// Of 24 pairs, of which 10 are green twice, 5 yellow twice, 4 red twice, 3 green and yellow, 2 yellow and red, α is
  /// 0.8257.
  public init(_ pairs: [(first: Sentiment.Flag, second: Sentiment.Flag)]) {
    let flags = Sentiment.Flag.allCases
    var counts = [[Double]](repeating: [Double](repeating: 0, count: flags.count), count: flags.count)
    for pair in pairs { counts[pair.first.severity][pair.second.severity] += 1 }
    self.pairs = pairs.count
    same = pairs.count { $0.first == $0.second }
    let alpha = pairs.count >= Self.fewest ? Self.alpha(counts) : nil
    self.alpha = alpha
    if let alpha, let error = Self.error(counts) {
      interval = max(-1, alpha - Rate.z * error)...min(1, alpha + Rate.z * error)
    } else {
      interval = nil
    }
  }

  /// α of a table of how often a first and a second person said what; nil where all values are the same.
  private static func alpha(_ counts: [[Double]]) -> Double? {
    let kinds = counts.indices
    let values = kinds.map { kind in kinds.reduce(0) { $0 + counts[kind][$1] + counts[$1][kind] } }
    let all = values.reduce(0, +)
    func difference(_ one: Int, _ other: Int) -> Double {
      let between = values[min(one, other)...max(one, other)].reduce(0, +) - (values[one] + values[other]) / 2
      return between * between
    }
    var (observed, expected) = (0.0, 0.0)
    for one in kinds {
      for other in kinds where other != one {
        observed += (counts[one][other] + counts[other][one]) * difference(one, other)
        expected += values[one] * values[other] * difference(one, other)
      }
    }
    return expected > 0 ? 1 - observed * (all - 1) / expected : nil
  }

  /// The standard error by the jackknife; nil where α is undefined without some pair.
  private static func error(_ counts: [[Double]]) -> Double? {
    var left: [(alpha: Double, pairs: Double)] = []
    for one in counts.indices {
      for other in counts.indices where counts[one][other] > 0 {
        var fewer = counts
        fewer[one][other] -= 1
        guard let alpha = alpha(fewer) else { return nil }
        left.append((alpha, counts[one][other]))
      }
    }
    let n = left.reduce(0) { $0 + $1.pairs }
    let mean = left.reduce(0) { $0 + $1.alpha * $1.pairs } / n
    let squares = left.reduce(0) { $0 + ($1.alpha - mean) * ($1.alpha - mean) * $1.pairs }
    return (squares * (n - 1) / n).squareRoot()
  }
}
