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

  /// What an edition says first about its own scores, in at most three sentences: the verdict, what person and score
  /// saw of the losses, and where the models were fitted to them a mark.
  func shortVerdict() -> String {
    let result = review.judged
    let verdict = words(
      .verdictSentence, ["verdict": words.code(.verdict, result.proving(review.models).verdict.code)])
    return [verdict, greenDoubted(result) ?? missedWords(result), fittedMark].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// How many of the accounts that the score called green left, with the flag of their CSM; nil where no flag doubted
  /// the score, or none agreed.
  func greenDoubted(_ result: Backtest.Result) -> String? {
    let doubted = result.rate { $0.band == .green && ($0.flag == .yellow || $0.flag == .red) }
    let trusted = result.rateWithinGreen(flag: .green)
    guard doubted.n > 0, trusted.n > 0 else { return nil }
    return words(
      .greenDoubted,
      [
        "n": formats.whole(result.rate(of: .green).n), "doubted": words(of: doubted), "trusted": words(of: trusted),
      ])
  }

  /// The lost accounts that a CSM had doubted while the score was green, by name; nil for none or too many to name.
  func doubtedNames(_ result: Backtest.Result) -> String? {
    let names = result.calls.filter { $0.churned && $0.band == .green && ($0.flag == .yellow || $0.flag == .red) }
      .map { evidence.accounts[$0.account].name }
    guard (1...5).contains(names.count) else { return nil }
    return words(.doubtedNames, ["names": names.joined(separator: ", ")])
  }

  /// Whether the share of lost accounts falls from the lowest scores to the highest, in a sentence that says the
  /// direction; nil without groups, or when nobody was lost.
  func groupWords(_ result: Backtest.Result) -> String? {
    let groups = result.scoreGroups
    guard let low = groups.first, let high = groups.last, let (order, most) = ScoreGroup.lossOrder(of: groups) else {
      return nil
    }
    let phrase: Phrase =
      switch order {
      case .falls: .groupsFall
      case .lowestMost: .groupsLowest
      case .highestMost: .groupsHighest
      case .level: .groupsLevel
      case .middleMost: .groupsMiddle
      }
    let sentence = words(
      phrase,
      [
        "low": low.label, "high": high.label, "most": most.label, "low_lost": counts(low.rate),
        "high_lost": counts(high.rate), "most_lost": counts(most.rate),
      ])
    guard let first = most.rate.interval, let second = (most == low ? high : low).rate.interval,
      first.overlaps(second)
    else { return sentence }
    return sentence + " " + words(.groupsByChance)
  }

  private func counts(_ rate: Rate) -> String {
    words(.countOf, ["n": formats.whole(rate.count), "of": formats.whole(rate.n)])
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

  /// How many lost accounts were green, in a sentence, and how many had no score at all.
  func missedWords(_ result: Backtest.Result) -> String {
    let unscored = result.rate(of: .unscored).count
    let silent = unscored > 0 ? " " + words.count(.lostUnscored, unscored) : ""
    guard result.n > 0 else { return words(.nobodyDecided) + silent }
    guard result.churned > 0 else { return words(.nobodyChurned) + silent }
    return words.count(
      .missedWords, result.missed.count,
      ["of": formats.whole(result.missed.n), "days": words.count(.days, result.horizon)]) + silent
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

extension ScoreGroup {
  /// Its scores: `0–34`.
  var label: String { lowest == highest ? "\(lowest)" : "\(lowest)–\(highest)" }
}
