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
    return HumanLayer(
      verdict: humanVerdict(result),
      hasFlags: hasFlags,
      matrix: [Band.green, .yellow, .red].map { band in
        BandRatesRow(
          band: band.rawValue, word: words.code(.band, band.rawValue),
          rates: MatrixCell.flags.map { words(of: result.rate(of: band, flag: $0)) })
      },
      pairs: !hasFlags || result.worseOfBoth == nil
        ? []
        : [
          rows.row(
            words(.worseOfBothVsScore), result.worseOfBoth, says: (.personAdds, .personTakes, .cannotTellApart)),
          rows.row(
            words(.worseOfBothVsBand), result.worseOfBothAgainstBand,
            says: (.personAdds, .personTakes, .cannotTellApart)),
        ], comparisons: rows.comparisonsRule(2),
      agreement: Agreement.allCases.map {
        RateRow(label: words.code(.agreement, $0.rawValue), rate: words(of: result.rate(of: $0)))
      },
      ages: Sentiment.Status.allCases.map {
        RateRow(label: words.code(.status, $0.rawValue), rate: words(of: result.rate(of: $0)))
      },
      reviewed: [true, false].map {
        RateRow(label: words($0 ? .reviewedBefore : .notReviewedBefore), rate: words(of: result.rate(reviewed: $0)))
      },
      reasons: reasons.groups.map {
        RateRow(label: $0.reason ?? words(.noReasonGiven), rate: words(of: $0.rate))
      },
      smallReasons: reasons.small.reasons > 0
        ? words.count(
          .smallReasons, reasons.small.reasons,
          [
            "smallest": formats.whole(ReasonGroup.smallest), "accounts": words.count(.accounts, reasons.small.rate.n),
            "churned": formats.whole(reasons.small.rate.count),
          ]) : "")
  }

  private func humanVerdict(_ result: Backtest.Result) -> [String] {
    let doubted = Rate(
      result.rateWithinGreen(flag: .yellow).count + result.rateWithinGreen(flag: .red).count,
      of: result.rateWithinGreen(flag: .yellow).n + result.rateWithinGreen(flag: .red).n)
    guard result.n == 0 || result.scored.contains(where: { $0.sentiment != nil }) else {
      return [words(.humanNoFlags), words(.humanRule)]
    }
    var sentences: [String] = []
    if let pair = result.worseOfBoth {
      sentences.append(
        words(!pair.isBeyondNoise ? .humanUndecided : pair.value > 0 ? .humanAdds : .humanTakes))
    } else {
      sentences.append(words(.humanNotYet))
      sentences.append(VerdictWords(tell: tell).outcomesMissing(result))
    }
    if doubted.n > 0 {
      sentences.append(
        words(
          .greenDoubted,
          ["doubted": words(of: doubted), "trusted": words(of: result.rateWithinGreen(flag: .green))]))
    }
    sentences.append(words(.humanRule))
    return sentences
  }
}
