import Health
import Review

// Shares and backtest results in the form for tables and sentences.
extension Composer {
  /// A share with one decimal, since a point of retention is a lot of money.
  func rate(_ share: Double?) -> String { share.map { formats.percent($0, decimals: 1) } ?? words(.unknown) }

  /// A time in days; a median may be a half.
  func leadTime(_ days: Double, isCut: Bool) -> String {
    let text =
      days == days.rounded()
      ? words.count(.days, Int(days)) : words(.brokenDays, ["n": formats.number(days, decimals: 1)])
    return isCut ? words(.atLeast, ["n": text]) : text
  }

  /// `0.71 (0.64 to 0.78)`, or that the interval has no width, or that there are not enough outcomes.
  func words(of auc: AUC?) -> String {
    guard let auc else { return words(.tooFewOutcomes) }
    func number(_ value: Double) -> String { formats.fixed(value, decimals: 2) }
    if auc.isWithoutWidth { return words(.withoutWidth, ["n": number(auc.value)]) }
    return words(
      .withInterval,
      [
        "n": number(auc.value), "low": number(auc.interval.lowerBound),
        "high": number(auc.interval.upperBound),
      ])
  }

  /// A share as a whole number, for an interval whose sign the phrase has: the two in `8–50%`.
  func perCent(_ share: Double) -> String { formats.fixed(100 * share, decimals: 0) }

  /// `4 of 28, 14% (6–31%)`, and only `3 of 13` of fewer accounts than have a rate.
  func words(of rate: Rate) -> String {
    guard let share = rate.share, let interval = rate.interval else { return words(.noAccountYet) }
    guard rate.n >= Rate.smallestRated else {
      return words(.countOf, ["n": formats.whole(rate.count), "of": formats.whole(rate.n)])
    }
    return words(
      .rateWithInterval,
      [
        "n": formats.whole(rate.count), "of": formats.whole(rate.n), "share": formats.percent(share),
        "low": perCent(interval.lowerBound), "high": perCent(interval.upperBound),
      ])
  }

  /// An AUC for tables, marked when the models were fitted to these outcomes.
  func words(of auc: AUC?, in result: Backtest.Result, by models: Models?) -> String {
    let figure = words(of: auc)
    guard let models, result.isInSample(for: models) else { return figure }
    return words(.inSample, ["figure": figure])
  }
}
