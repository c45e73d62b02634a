import Findings
import Health
import Pipeline
import Portfolio
import Review

/// A backtest in a form for people to read in a terminal.
///
/// - Parameters:
///   - since: the first decision day that counts; nil for all.
///   - horizon: the only one to show; nil for all.
func backtestText(_ backtest: Backtest, of portfolio: Portfolio, since: Day?, horizon: Int?) -> String {
  let results = backtest.results.filter { horizon == nil || $0.horizon == horizon }
  var lines = ["\(portfolio.settings.title) on \(portfolio.evidence.asOf), model \(portfolio.models.version)"]
  if let since { lines.append("only accounts that decided on \(since) or later") }
  if let fitted = portfolio.models.fitted, backtest.results.contains(where: { $0.isInSample(for: portfolio.models) }) {
    lines.append(
      "fitted on these outcomes: \(grouped(fitted.outcomes)) of them up to \(fitted.until) gave the model its weights, "
        + "and prove nothing about it")
  }
  for result in results { lines += [""] + text(of: result, models: portfolio.models) }
  return lines.map(onOneLine).joined(separator: "\n")
}

private func text(of result: Backtest.Result, models: Models) -> [String] {
  let head = "\(result.horizon) days before the outcome"
  let unscored = result.rate(of: .unscored)
  guard result.n + unscored.n > 0 else { return [head, "  no account had an outcome and was a customer then"] }
  var lines = [
    "\(head): \(counted(result.n, "account")) with a score, \(grouped(result.churned)) lost"
      + (result.baseRate.share.map { " (\(percent($0)))" } ?? "")
      + (unscored.n > 0 ? ", \(grouped(unscored.n)) more without a score (\(grouped(unscored.count)) lost)" : "")
  ]
  let bands = [Band.green, .yellow, .red].map { band in
    let rate = result.rate(of: band)
    return ["  " + band.rawValue, grouped(rate.n), grouped(rate.count), rate.share.map(percent) ?? "", interval(rate)]
  }
  lines += columns([["  band", "accounts", "lost", "rate", "95% interval"]] + bands)
  if let bands = result.bandsOutOfOrder {
    let (better, worse) = (result.rate(of: bands.better), result.rate(of: bands.worse))
    lines.append(
      "  \(bands.worse.rawValue) accounts were lost less often than \(bands.better.rawValue) ones: "
        + "\(worse.share.map(percent) ?? "") (\(interval(worse))) against \(better.share.map(percent) ?? "") "
        + "(\(interval(better))); start with the \(bands.better.rawValue) ones")
  }
  lines += figures(of: result).map { "  \($0.name): \($0.words)" }
  if let fitted = models.fitted, result.isInSample(for: models) {
    lines.append("  on the outcomes since the fit alone: \(words(result.unseen(by: fitted)))")
    if result.choseTheFit(fitted) {
      lines.append(
        "  they were known on \(fitted.on), when it was chosen by them; only outcomes after that day prove it")
    }
  }
  return lines
}

private func figures(of result: Backtest.Result) -> [(name: String, words: String)] {
  func share(_ rate: Rate, _ what: String, none: String = "nobody was lost") -> String {
    rate.share.map { "\(percent($0)) (\(interval(rate))) \(what)" } ?? "not known, \(none)"
  }
  var figures = [
    ("missed", share(result.missed, "of the lost were green")),
    ("recall", share(result.recall, "of the lost were red")),
    ("precision", share(result.precision, "of the red were lost", none: "no account was red")),
    ("lift", result.lift.map { "red accounts were lost \(fixed($0, 2)) times as often as all" } ?? "not known"),
    ("auc", words(result)),
    (
      "lead time",
      result.leadTimeMedian.map {
        (result.leadTimeMedianIsCut ? "at least " : "")
          + "\(days($0)) of yellow or red before the lost ones left, in the median"
      } ?? "not known"
    ),
  ]
  let rescored = result.rescored.calls.count
  figures.append(
    (
      "scores",
      rescored == 0
        ? "all as published"
        : "\(grouped(rescored)) of \(grouped(result.calls.count)) recalculated with today's model"
          + (result.leftOut.isEmpty ? "" : ", without \(result.leftOut.joined(separator: ", "))")
    ))
  let flags = [Sentiment.Flag.green, .yellow, .red].map { ($0.rawValue, result.rateWithinGreen(flag: $0)) }
  if flags.contains(where: { $0.1.n > 0 }) {
    let all = flags + [("no flag", result.rateWithinGreen(flag: nil))]
    figures.append(
      (
        "green by flag",
        all.map { "\($0.0) \(grouped($0.1.n)), \(grouped($0.1.count)) lost" }.joined(separator: "; ")
      ))
    if let both = result.worseOfBoth {
      figures.append(
        (
          "worse of band and flag",
          "auc \(fixed(both.first.value, 2)), \(signed(both.value)) against the score (\(range(both.interval)))"
        ))
    }
  }
  return figures
}

/// The area under the curve with its meaning, or what is missing for it.
private func words(_ result: Backtest.Result) -> String {
  guard let auc = result.auc else {
    return
      "not enough outcomes yet: \(grouped(result.churned)) lost and \(grouped(result.n - result.churned)) kept, "
      + "and it takes \(AUC.fewest) of each"
  }
  let meaning =
    switch result.verdict {
    case .notEnough, .cannotTell: "cannot be told from chance yet, nor from a useful score"
    case .chance: "no better than chance"
    case .worseThanChance: "worse than chance: high scores were lost more often"
    case .better: "better than chance"
    }
  guard auc.isWithoutWidth else { return "\(fixed(auc.value, 2)) (\(range(auc.interval))), \(meaning)" }
  let bound =
    auc.value == 1 ? "above \(fixed(auc.reliable.lowerBound, 2))" : "below \(fixed(auc.reliable.upperBound, 2))"
  return
    "\(fixed(auc.value, 2)) (no width can be estimated from outcomes that are parted completely; surely \(bound)), \(meaning)"
}

/// A difference with its sign.
func signed(_ value: Double) -> String { (value >= 0 ? "+" : "") + fixed(value, 2) }

private func interval(_ rate: Rate) -> String {
  rate.interval.map { "\(fixed(100 * $0.lowerBound, 1)) to \(fixed(100 * $0.upperBound, 1))%" } ?? ""
}

/// A time in days; a median may be a half.
func days(_ value: Double) -> String {
  (value == value.rounded() ? fixed(value, 0) : fixed(value, 1)) + (value == 1 ? " day" : " days")
}
