import Charts
import Health
import Review

/// Composes the page on what happened to the accounts, compared with what the score had said.
struct BacktestPageComposer: MenuPageComposer {
  static let template = "backtest.md"
  static let entry = MenuEntry(name: "backtest", path: "backtest.html")

  let tell: Telling
  private var rows: BacktestRows { BacktestRows(tell: tell) }
  private var verdict: VerdictWords { VerdictWords(tell: tell) }

  func view(on page: inout PageBuilder) -> BacktestPage {
    let result = review.judged
    let charts = BacktestCharts(tell: tell)
    let dimensions = result.dimensions(of: review.models)
    return BacktestPage(
      headline: words.code(.verdict, result.proving(review.models).verdict.code), lead: verdict.outcomesLead(result),
      verdict: verdictWords(result, dimensions: dimensions),
      mark: verdict.fittedMark,
      horizons: review.backtest.results.map(row),
      bands: Band.allCases.map { band in
        BandRatesRow(
          band: band.rawValue, word: words.code(.band, band.rawValue),
          rates: review.backtest.results.map { words(of: $0.rate(of: band)) })
      }, bandChart: result.n > 0 ? page.add(figure(charts.bandChart(result))) : "",
      curve: result.auc == nil ? "" : page.add(figure(charts.curve(result))), curveWords: words(.noCurve),
      groups: result.scoreGroups.isEmpty ? "" : page.add(figure(charts.groupChart(result))),
      leads: result.churned > 0 ? page.add(figure(charts.leadChart(result))) : "", leadWords: leadWords(result),
      directions: Direction.allCases.map {
        RateRow(label: words.code(.direction, $0.rawValue), rate: words(of: result.rate(of: $0)))
      }
        + [true, false].map { falling in
          RateRow(
            label: words(falling ? .greenFalling : .greenNotFalling),
            rate: words(of: result.rateWithinGreen(falling: falling)))
        },
      directionPairs: [4, 13].compactMap { weeks in
        result.changeAgainstScore(weeks: weeks).map {
          rows.row(
            words.count(.changeOverWeeks, weeks), $0, says: (.fallSaysMore, .fallSaysLess, .cannotTellApart))
        }
      }, directionComparisons: rows.comparisonsRule(2), directionWords: directionWords(result),
      dimensions: dimensionRows(dimensions), dimensionComparisons: rows.comparisonsRule(2 * dimensions.count),
      dimensionWords: words(dimensions.isEmpty ? .oneDimension : .tooFewToCompare),
      segments: segmentsWithOutcomes(result).map { segment in
        rows.slice(
          name(of: review.segments[segment].segment),
          link: links.segment(review.segments[segment].segment, root: page.root),
          result.restricted { $0.segment == segment })
      },
      segmentsWithout: segmentsWithoutWords(result),
      models: review.models.all.indices.map { model in
        rows.slice(
          name(of: review.models.all[model]), result.restricted { review.models.segments[$0.segment].model == model })
      },
      sources: [
        rows.slice(words(.asPublished), result.published), rows.slice(words(.rescored), result.rescored),
      ], sourceWords: sourceWords(result), human: HumanLayerComposer(tell: tell).layer(result),
      misses: calls(.misses, root: page.root), falseAlarms: calls(.falseAlarms, root: page.root),
      open: openWords(result))
  }

  /// The first calls of a kind, and a link to all of them if there are more.
  private func calls(_ kind: CallKind, root: String) -> CallList {
    let rows = CallRows(tell: tell)
    let all = rows.calls(kind)
    return CallList(
      none: words(kind == .misses ? .noMisses : .noFalseAlarms),
      rows: all.prefix(CallRows.mostCalls).map { rows.row($0, of: review.judged, root: root) },
      more: moreAccounts(of: all.count, shown: CallRows.mostCalls), link: root + kind.path + ".html",
      all: words(.allCalls, ["n": formats.whole(all.count)]))
  }

  /// The conclusions from the outcomes, sentence by sentence.
  private func verdictWords(_ result: Backtest.Result, dimensions: [DimensionWorth]) -> [String] {
    [
      words.code(.verdictMeaning, result.proving(review.models).verdict.code), verdict.aucSentence(result),
      verdict.orderWords(result), verdict.missedWords(result), verdict.missedMeaning(result), outdoneWords(dimensions),
      verdict.earlierModelsWords(result), verdict.fittedWords(result, by: review.models),
    ].compactMap { $0 }
  }

  /// A sentence on the dimension that predicts most by itself; nil when none beats the whole score beyond noise.
  private func outdoneWords(_ dimensions: [DimensionWorth]) -> String? {
    let better = dimensions.compactMap { worth in worth.alone.map { (worth.id, $0) } }
      .filter { $0.1.isBeyondNoise && $0.1.value > 0 }
    guard let (dimension, pair) = better.max(by: { $0.1.value < $1.1.value }) else { return nil }
    return words(
      .dimensionSaysMore,
      ["dimension": label(dimension), "alone": words(of: pair.first), "score": words(of: pair.second)])
  }

  /// A sentence on what is still unknown, and the number of outcomes needed.
  private func openWords(_ result: Backtest.Result) -> [String] {
    var sentences: [String] = []
    let proof = result.proving(review.models)
    if proof.verdict == .notEnough { sentences.append(verdict.outcomesMissing(proof)) }
    if let needed = verdict.outcomesNeeded(result) { sentences.append(needed) }
    let few = segmentsWithOutcomes(result).map { segment in (segment, result.restricted { $0.segment == segment }) }
      .filter { $0.1.verdict == .notEnough }
    // Enough were lost, but those that stay have not decided yet, for example courses still in progress.
    func isOneSided(_ result: Backtest.Result) -> Bool { result.churned == result.n && result.n >= AUC.fewest }
    for (phrase, segments) in [
      (.onlyLostSegments, few.filter { isOneSided($0.1) }),
      (Phrase.segmentsWithoutVerdict, few.filter { !isOneSided($0.1) }),
    ] where result.verdict != .notEnough && !segments.isEmpty {
      sentences.append(
        words(
          phrase,
          [
            "segments": segments.map { name(of: review.segments[$0.0].segment) }
              .joined(separator: ", ")
          ]))
    }
    sentences.append(words(.limitsOfBacktest))
    return sentences
  }

  /// The segments with an outcome for at least one account with a score.
  private func segmentsWithOutcomes(_ result: Backtest.Result) -> [Int] {
    let found = Set(result.scored.map(\.segment))
    return review.segments.indices.filter(found.contains)
  }

  /// The segments without a row in a table, named once; empty when all have one.
  private func segmentsWithoutWords(_ result: Backtest.Result) -> String {
    let found = Set(segmentsWithOutcomes(result))
    let names = review.segments.indices.filter { !found.contains($0) }.map { name(of: review.segments[$0].segment) }
    return names.isEmpty ? "" : words(.segmentsWithoutOutcomes, ["segments": names.joined(separator: ", ")])
  }

  private func row(_ result: Backtest.Result) -> HorizonRow {
    HorizonRow(
      horizon: words.count(.days, result.horizon), n: formats.whole(result.n), churned: formats.whole(result.churned),
      auc: words(of: result.auc, in: result, by: review.models), missed: words(of: result.missed),
      recall: words(of: result.recall), precision: words(of: result.precision),
      lift: result.lift.map { formats.fixed($0, decimals: 2) } ?? words(.unknown),
      leadTime: leadTime(result) ?? words(.unknown))
  }

  /// `49 days`, `3.5 days`, `at least 49 days`; nil when nobody churned.
  private func leadTime(_ result: Backtest.Result) -> String? {
    result.leadTimeMedian.map { leadTime($0, isCut: result.leadTimeMedianIsCut) }
  }

  private func leadWords(_ result: Backtest.Result) -> String {
    guard let median = leadTime(result) else { return words(.nobodyChurned) }
    let cut = result.leadTimesCut
    return words(.leadTimeMedian, ["days": median]) + (cut > 0 ? " " + words.count(.leadTimesCut, cut) : "")
  }

  /// Every dimension, alone and left out; empty when none can be compared yet.
  private func dimensionRows(_ dimensions: [DimensionWorth]) -> (alone: [PairRow], leftOut: [PairRow]) {
    guard dimensions.contains(where: { $0.alone != nil || $0.leftOut != nil }) else { return ([], []) }
    return (
      dimensions.map {
        rows.row(label($0.id), $0.alone, says: (.saysMoreThanScore, .saysLessThanScore, .cannotTellApart))
      },
      dimensions.map { rows.row(label($0.id), $0.leftOut, says: (.betterWithout, .worseWithout, .noDifferenceShows)) }
    )
  }

  private func directionWords(_ result: Backtest.Result) -> String {
    guard let pair = result.changeAgainstScore(weeks: 13) else { return words(.directionNotYet) }
    return words(
      !pair.isBeyondNoise ? .directionUndecided : pair.value > 0 ? .directionFallMore : .directionLowMore)
  }

  private func sourceWords(_ result: Backtest.Result) -> String {
    let published = result.calls.count { !$0.isRescored }
    var sentences = [
      words(
        .sourcesOfScores,
        ["published": formats.whole(published), "rescored": formats.whole(result.calls.count - published)])
    ]
    if !result.leftOut.isEmpty {
      sentences.append(
        words(.leftOutOfScores, ["measures": result.leftOut.map(label).joined(separator: ", ")]))
    }
    return sentences.joined(separator: " ")
  }
}
