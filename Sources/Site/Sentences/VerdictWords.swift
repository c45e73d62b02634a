import Health
import Review

extension Backtest.Verdict {
  /// The code of its words in a language.
  var code: String {
    switch self {
    case .notEnough: "not_enough"
    case .cannotTell: "cannot_tell"
    case .chance: "chance"
    case .worseThanChance: "worse_than_chance"
    case .better(let strength): strength.rawValue
    }
  }

  /// Every code that a language must have words for.
  static let codes =
    ["not_enough", "cannot_tell", "chance", "worse_than_chance"] + Backtest.Strength.allCases.map(\.rawValue)
}

/// Whether the score works, in sentences.
struct VerdictWords: Composer {
  let tell: Telling

  /// What an edition says first about its own scores: the verdict, and how many losses were missed.
  func shortVerdict() -> String {
    let result = review.judged
    let proof = result.proving(review.models)
    var sentences = [words(.verdictSentence, ["verdict": words.code(.verdict, proof.verdict.code)])]
    sentences.append(
      proof.verdict == .notEnough ? outcomesMissing(proof) : words.code(.verdictMeaning, proof.verdict.code))
    if let order = orderWords(result) { sentences.append(order) }
    sentences.append(missedWords(result))
    if let earlier = earlierModelsWords(result) { sentences.append(earlier) }
    if let fitted = fittedWords(result, by: review.models) { sentences.append(fitted) }
    return sentences.joined(separator: " ")
  }

  /// `12 of 31 accounts …`: the number of accounts examined, at the horizon.
  func outcomesLead(_ result: Backtest.Result) -> String {
    words.count(
      .backtestLead, result.n,
      [
        "days": words.count(.days, result.horizon), "churned": formats.whole(result.churned),
        "kept": formats.whole(result.n - result.churned),
      ])
  }

  /// How many lost accounts were green, in a sentence with its interval, and how many had no score at all.
  func missedWords(_ result: Backtest.Result) -> String {
    let unscored = result.rate(of: .unscored).count
    let silent = unscored > 0 ? " " + words.count(.lostUnscored, unscored) : ""
    guard result.n > 0 else { return words(.nobodyDecided) + silent }
    guard let share = result.missed.share, let interval = result.missed.interval else {
      return words(.nobodyChurned) + silent
    }
    return words.count(
      .missedWords, result.missed.count,
      [
        "of": formats.whole(result.missed.n), "days": words.count(.days, result.horizon),
        "share": formats.percent(share), "low": perCent(interval.lowerBound), "high": perCent(interval.upperBound),
      ]) + silent
  }

  /// How many of the scores are from models before today's, which the verdict covers too; nil when none are.
  func earlierModelsWords(_ result: Backtest.Result) -> String? {
    let earlier = result.byEarlierModels
    guard !earlier.calls.isEmpty else { return nil }
    return words.count(
      .earlierModels, earlier.calls.count,
      [
        "of": formats.whole(result.calls.count),
        "models": earlier.earlierModels.joined(separator: ", "),
      ])
  }

  /// A note that a worse band was lost less often than a better one; nil when the bands are in order, as far as is
  /// known.
  func orderWords(_ result: Backtest.Result) -> String? {
    guard let bands = result.bandsOutOfOrder else { return nil }
    let phrase: Phrase =
      switch (bands.worse, bands.better) {
      case (.red, .yellow): .redBelowYellow
      case (.red, _): .redBelowGreen
      default: .yellowBelowGreen
      }
    return words(
      phrase, ["worse": words(of: result.rate(of: bands.worse)), "better": words(of: result.rate(of: bands.better))])
  }

  /// The meaning of the green share, with the numbers of lost accounts among the green and among all.
  func missedMeaning(_ result: Backtest.Result) -> String? {
    guard result.churned > 0, result.rate(of: .green).n > 0 else { return nil }
    return words(.missedMeaning, ["green": words(of: result.rate(of: .green)), "all": words(of: result.baseRate)])
  }

  /// The AUC without its name, for readers who have never heard of it; nil with too few outcomes.
  func aucSentence(_ result: Backtest.Result) -> String? {
    result.auc.map { auc in
      if auc.isWithoutWidth {
        return words(
          auc.value == 1 ? .aucParted : .aucReversed,
          [
            "churned": formats.whole(result.churned), "kept": formats.whole(result.n - result.churned),
            "bound": formats.percent(auc.value == 1 ? auc.reliable.lowerBound : auc.reliable.upperBound),
          ])
      }
      return words(
        .aucSentence,
        [
          "share": formats.percent(auc.value), "low": perCent(auc.interval.lowerBound),
          "high": perCent(auc.interval.upperBound),
        ])
    }
  }

  /// The number of accounts of either kind missing for a verdict.
  func outcomesMissing(_ result: Backtest.Result) -> String {
    words(
      .outcomesMissing,
      [
        "fewest": formats.whole(AUC.fewest), "churned": formats.whole(result.churned),
        "kept": formats.whole(result.n - result.churned), "churned_missing": formats.whole(result.churnedMissing),
        "kept_missing": formats.whole(result.keptMissing),
      ])
  }

  /// The number of outcomes it takes to distinguish a score from chance; nil when even that is unknown.
  func outcomesNeeded(_ result: Backtest.Result) -> String? {
    guard let good = result.outcomesNeeded(toTell: 0.7), let fair = result.outcomesNeeded(toTell: 0.6),
      let share = result.baseRate.share
    else { return nil }
    let places: Places = [
      "share": formats.percent(share), "good": formats.whole(good), "fair": formats.whole(fair),
      "n": formats.whole(result.n), "good_auc": formats.fixed(0.7, decimals: 1),
      "fair_auc": formats.fixed(0.6, decimals: 1),
    ]
    // If nothing shows although it should, that is a finding of its own.
    if result.verdict == .chance, fair <= result.n { return words(.chanceIsTold, places) }
    return words(.outcomesNeeded, places)
  }

  /// A note that the models were fitted to some of these outcomes; nil when they were not.
  func fittedWords(_ result: Backtest.Result, by models: Models) -> String? {
    guard let fitted = models.fitted, result.isInSample(for: models) else { return nil }
    let unseen = result.unseen(by: fitted)
    let text = words(
      .fittedWords,
      [
        "on": formats.date(fitted.on), "outcomes": formats.whole(fitted.outcomes), "until": formats.date(fitted.until),
        "seen": formats.whole(result.seen(by: fitted).n), "n": formats.whole(result.n),
        "unseen": formats.whole(unseen.n), "auc": words(of: unseen.auc),
      ])
    guard result.choseTheFit(fitted) else { return text }
    return text + " " + words(.fittedChosen, ["on": formats.date(fitted.on)])
  }

  /// A mark that the models were fitted to outcomes judged here; empty when they were not.
  var fittedMark: String { review.judged.isInSample(for: review.models) ? words(.inSampleMark) : "" }
}
