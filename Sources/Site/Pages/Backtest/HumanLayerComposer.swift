import Health
import Review

/// Composes the section on the value of human judgement.
struct HumanLayerComposer: Composer {
  let tell: Telling

  /// The value of human judgement, pooled over all people.
  func layer(_ result: Backtest.Result) -> HumanLayer {
    let rows = BacktestRows(tell: tell)
    let reasons = result.reasons
    let hasFlags = result.scored.contains { $0.sentiment != nil }
    let flags = MatrixCell.flags.filter { flag in result.scored.contains { $0.flag == flag } }
    let bands = [Band.green, .yellow, .red].filter { result.rate(of: $0).n > 0 }
    func told(_ rates: [(label: String, rate: Rate)]) -> [RateRow] {
      rates.filter { $0.rate.n > 0 }.map { RateRow(label: $0.label, rate: words(of: $0.rate)) }
    }
    return HumanLayer(
      verdict: humanVerdict(result),
      hasFlags: hasFlags,
      flagHeads: flags.map { flag in
        flag.map { words(.csmSaidOf, ["flag": words.code(.band, $0.rawValue)]) } ?? words(.noFlag)
      },
      matrix: bands.map { band in
        BandRatesRow(
          band: band.rawValue, word: words.code(.band, band.rawValue),
          rates: flags.map { words(of: result.rate(of: band, flag: $0)) })
      },
      pairs: [
        (.worseOfBothVsScore, result.worseOfBoth), (Phrase.worseOfBothVsBand, result.worseOfBothAgainstBand),
      ].compactMap { phrase, pair in
        pair.map { rows.row(words(phrase), $0, says: (.personAdds, .personTakes, .cannotTellApart)) }
      }, comparisons: rows.comparisonsRule(2),
      agreement: told(Agreement.allCases.map { (words.code(.agreement, $0.rawValue), result.rate(of: $0)) }),
      ages: told(Sentiment.Status.allCases.map { (words.code(.status, $0.rawValue), result.rate(of: $0)) }),
      reviewed: told(
        [true, false].map { (words($0 ? .reviewedBefore : .notReviewedBefore), result.rate(reviewed: $0)) }),
      reasons: reasons.groups.map {
        RateRow(label: words.told($0.reason, to: .everyone) ?? words(.noReasonGiven), rate: words(of: $0.rate))
      },
      smallReasons: reasons.small.reasons > 0
        ? words.count(
          .smallReasons, reasons.small.reasons,
          [
            "smallest": formats.whole(ReasonGroup.smallest), "accounts": words.count(.accounts, reasons.small.rate.n),
            "churned": formats.whole(reasons.small.rate.count),
          ]) : "")
  }

  /// How far colleagues agree with flags, where any was asked again.
  private var agreement: [String] {
    let agreement = review.flagAgreement
    guard agreement.pairs > 0 else { return [] }
    let counts = words.count(.askedAgain, agreement.pairs, ["same": formats.whole(agreement.same)])
    func number(_ value: Double) -> String { formats.fixed(value, decimals: 2) }
    guard let alpha = agreement.alpha, let interval = agreement.interval else {
      return [counts, words(.agreementUnknown, ["least": formats.whole(FlagAgreement.fewest)])]
    }
    return [
      counts,
      words(
        .agreementAlpha,
        ["n": number(alpha), "low": number(interval.lowerBound), "high": number(interval.upperBound)]),
    ]
  }

  private func humanVerdict(_ result: Backtest.Result) -> [String] {
    guard result.n == 0 || result.scored.contains(where: { $0.sentiment != nil }) else {
      return [words(.humanNoFlags), words(.humanRule)]
    }
    let worth = result.worseOfBoth.map { pair in
      words(!pair.isBeyondNoise ? .humanUndecided : pair.value > 0 ? .humanAdds : .humanTakes)
    }
    return [worth].compactMap { $0 } + agreement + [words(.humanRule)]
  }
}
