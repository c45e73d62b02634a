import Health
import Review

/// The backtest of some accounts, and two signs held against each other, as rows of tables.
struct BacktestRows: Composer {
  let tell: Telling

  /// The backtest of some accounts in a table; of few of them no rate, as everywhere.
  func slice(_ label: String, link: String = "", _ result: Backtest.Result) -> SliceRow {
    SliceRow(
      label: label, link: link, n: formats.whole(result.n), churned: formats.whole(result.churned),
      auc: words(of: result.auc, in: result, by: review.models),
      missed: (1..<Rate.smallestRated).contains(result.n)
        ? words(.underRated, ["n": formats.whole(Rate.smallestRated)]) : words(of: result.missed))
  }

  /// Two signs held against each other, with what the difference says: the first better, the second, or neither.
  func row(_ label: String, _ pair: AUCDifference?, says phrases: (Phrase, Phrase, Phrase)) -> PairRow {
    guard let pair else {
      return PairRow(
        label: label, n: "", churned: "", first: words(.tooFewOutcomes), second: "", difference: "",
        says: words(.notYet))
    }
    // With two, an interval that just leaves zero out would read as if it touched it.
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

  /// How wide the intervals of a table are that holds so many comparisons.
  func comparisonsRule(_ comparisons: Int) -> String {
    words(.comparisonsRule, ["n": formats.whole(comparisons)])
  }
}
