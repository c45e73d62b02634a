import Health
import Review

/// The backtest of some accounts, and comparisons of two signs, as rows of tables.
struct BacktestRows: Composer {
  let tell: Telling

  /// The row of some accounts' backtest.
  func slice(_ label: String, link: String = "", _ result: Backtest.Result) -> SliceRow {
    SliceRow(
      label: label, link: link, n: formats.whole(result.n), churned: formats.whole(result.churned),
      auc: words(of: result.auc, in: result, by: review.models),
      missed: words(of: result.missed))
  }

  /// The row of a comparison of two signs with its conclusion: the first is better, the second, or neither.
  func row(_ label: String, _ pair: AUCDifference, says phrases: (Phrase, Phrase, Phrase)) -> PairRow {
    // With two decimals, an interval that just excludes zero would seem to touch it.
    func difference(_ value: Double) -> String { formats.change(value, decimals: 3) }
    let says = !pair.isBeyondNoise ? phrases.2 : pair.value > 0 ? phrases.0 : phrases.1
    return PairRow(
      label: label, n: formats.whole(pair.n), churned: formats.whole(pair.churned), first: words(of: pair.first),
      second: words(of: pair.second),
      difference: words(
        .withInterval,
        [
          "n": difference(pair.value), "low": difference(pair.interval.lowerBound),
          "high": difference(pair.interval.upperBound),
        ]), says: words(says))
  }

  /// A note on the width of the intervals in a table with a number of comparisons.
  func comparisonsRule(_ comparisons: Int) -> String {
    words(.comparisonsRule, ["n": formats.whole(comparisons)])
  }
}
