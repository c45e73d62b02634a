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
    let bands = bandRates
    let alike = horizonsAlike { horizon in bands.map { $0.1[horizon] } }
    return BacktestPage(
      headline: words.code(.verdict, result.proving(review.models).verdict.code), lead: verdict.outcomesLead(result),
      found: foundWords(result, dimensions: dimensions), mark: verdict.fittedMark, horizons: horizonRows,
      bandHeads: alike.map { words(.lostBefore, ["days": label(of: $0)]) },
      bands: bands.map { band, rates in
        BandRatesRow(
          band: band.rawValue, word: words.code(.band, band.rawValue), rates: alike.map { words(of: rates[$0[0]]) })
      }, bandChart: result.n > 0 ? page.add(figure(charts.bandChart(result))) : "",
      curve: result.auc == nil ? "" : page.add(figure(charts.curve(result))),
      groups: result.scoreGroups.isEmpty ? "" : page.add(figure(charts.groupChart(result))),
      groupWords: verdict.groupWords(result) ?? "",
      leads: result.churned > 0 ? page.add(figure(charts.leadChart(result))) : "", leadWords: leadWords(result),
      directions: directionRows(result), directionPairs: directionPairs(result),
      directionComparisons: rows.comparisonsRule(2), directionWords: directionWords(result),
      dimensions: dimensionRows(dimensions), dimensionComparisons: rows.comparisonsRule(2 * dimensions.count),
      segments: segmentsWithOutcomes(result).compactMap { segment in
        let slice = result.restricted { $0.segment == segment }
        return slice.auc == nil
          ? nil
          : rows.slice(
            name(of: review.segments[segment].segment),
            link: links.segment(review.segments[segment].segment, root: page.root), slice)
      },
      models: review.models.all.indices.compactMap { model in
        let slice = result.restricted { review.models.segments[$0.segment].model == model }
        return slice.auc == nil ? nil : rows.slice(name(of: review.models.all[model]), slice)
      },
      sources: result.published.auc == nil || result.rescored.auc == nil
        ? []
        : [rows.slice(words(.asPublished), result.published), rows.slice(words(.rescored), result.rescored)],
      sourceWords: sourceWords(result), worth: WorthComposer(tell: tell).section(root: page.root),
      drift: DriftComposer(tell: tell).section, human: HumanLayerComposer(tell: tell).layer(result),
      misses: calls(.misses, root: page.root), falseAlarms: calls(.falseAlarms, root: page.root),
      open: openWords(result, dimensions: dimensions))
  }

  /// The loss rate of each band that had an account, at each horizon.
  private var bandRates: [(Band, [Rate])] {
    Band.allCases.map { band in (band, review.backtest.results.map { $0.rate(of: band) }) }
      .filter { $0.1.contains { $0.n > 0 } }
  }

  /// The positions of the horizons, those together that show the same.
  private func horizonsAlike<Shown: Equatable>(_ shown: (Int) -> Shown) -> [[Int]] {
    var groups: [[Int]] = []
    for horizon in review.backtest.results.indices {
      if let index = groups.firstIndex(where: { shown($0[0]) == shown(horizon) }) {
        groups[index].append(horizon)
      } else {
        groups.append([horizon])
      }
    }
    return groups
  }

  /// `90 days`, `30, 90, 180 days`.
  private func label(of horizons: [Int]) -> String {
    let days = horizons.map { review.backtest.results[$0].horizon }
    return (days.dropLast().map(formats.whole) + [words.count(.days, days.last ?? 0)]).joined(separator: ", ")
  }

  private var horizonRows: [HorizonRow] {
    let results = review.backtest.results
    let hasAUC = results.contains { $0.auc != nil }
    func cells(_ result: Backtest.Result) -> [String] {
      [
        hasAUC ? words(of: result.auc, in: result, by: review.models) : "", formats.whole(result.n),
        formats.whole(result.churned), words(of: result.missed), words(of: result.recall),
        words(of: result.precision), result.lift.map { formats.fixed($0, decimals: 2) } ?? words(.unknown),
      ]
    }
    return horizonsAlike { cells(results[$0]) }.map { horizons in
      let shown = cells(results[horizons[0]])
      return HorizonRow(
        horizon: label(of: horizons), n: shown[1], churned: shown[2], auc: shown[0], missed: shown[3],
        recall: shown[4], precision: shown[5], lift: shown[6])
    }
  }

  private func directionRows(_ result: Backtest.Result) -> [RateRow] {
    let directions = Direction.allCases.map { (words.code(.direction, $0.rawValue), result.rate(of: $0)) }
    let greens = [true, false].map { falling in
      (words(falling ? .greenFalling : .greenNotFalling), result.rateWithinGreen(falling: falling))
    }
    return (directions + greens).filter { $0.1.n > 0 }.map { RateRow(label: $0.0, rate: words(of: $0.1)) }
  }

  private func directionPairs(_ result: Backtest.Result) -> [PairRow] {
    [4, 13].compactMap { weeks in
      result.changeAgainstScore(weeks: weeks).map {
        rows.row(
          words.count(.changeOverWeeks, weeks), $0, says: (.fallSaysMore, .fallSaysLess, .cannotTellApart))
      }
    }
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

  /// What the outcomes show, sentence by sentence: what person and score saw first.
  private func foundWords(_ result: Backtest.Result, dimensions: [DimensionWorth]) -> [String] {
    let doubted = verdict.greenDoubted(result).map { doubted in
      [doubted, verdict.doubtedNames(result)].compactMap { $0 }.joined(separator: " ")
    }
    return [
      doubted, verdict.groupWords(result), verdict.missedWords(result),
      words.code(.verdictMeaning, result.proving(review.models).verdict.code), verdict.aucSentence(result),
      verdict.orderWords(result), verdict.missedMeaning(result), outdoneWords(dimensions),
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

  /// What cannot be told yet, each once, and the number of outcomes needed.
  private func openWords(_ result: Backtest.Result, dimensions: [DimensionWorth]) -> [String] {
    var sentences: [String] = []
    let proof = result.proving(review.models)
    if proof.verdict == .notEnough { sentences.append(verdict.outcomesMissing(proof)) }
    let early = tooEarly(result, dimensions: dimensions)
    if !early.isEmpty {
      sentences.append(
        words(.tooEarlyFor, ["things": early.map { words($0) }.joined(separator: words(.clauseSeparator))]))
    }
    if dimensions.isEmpty { sentences.append(words(.oneDimension)) }
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
    if let without = segmentsWithoutWords(result) { sentences.append(without) }
    sentences.append(words(.limitsOfBacktest))
    return sentences
  }

  /// What takes more outcomes than there are.
  private func tooEarly(_ result: Backtest.Result, dimensions: [DimensionWorth]) -> [Phrase] {
    let things: [(Phrase, isTold: Bool)] = [
      (.thingRanking, result.auc != nil), (.thingGroups, !result.scoreGroups.isEmpty),
      (.thingFlags, result.worseOfBoth != nil || !result.scored.contains { $0.sentiment != nil }),
      (.thingFall, result.changeAgainstScore(weeks: 13) != nil),
      (.thingDimensions, dimensions.isEmpty || dimensions.contains { $0.alone != nil || $0.leftOut != nil }),
    ]
    return things.filter { !$0.isTold }.map(\.0)
  }

  /// The segments with an outcome for at least one account with a score.
  private func segmentsWithOutcomes(_ result: Backtest.Result) -> [Int] {
    let found = Set(result.scored.map(\.segment))
    return review.segments.indices.filter(found.contains)
  }

  /// The segments without an outcome, named once; nil when all have one.
  private func segmentsWithoutWords(_ result: Backtest.Result) -> String? {
    let found = Set(segmentsWithOutcomes(result))
    let names = review.segments.indices.filter { !found.contains($0) }.map { name(of: review.segments[$0].segment) }
    return names.isEmpty ? nil : words(.segmentsWithoutOutcomes, ["segments": names.joined(separator: ", ")])
  }

  /// How many losses had no warning, and how long the others had one.
  private func leadWords(_ result: Backtest.Result) -> String {
    guard result.churned > 0 else { return words(.nobodyChurned) }
    let lost = result.restricted { $0.churned && $0.score != nil && $0.leadTime != nil }
    let warned = lost.restricted { $0.leadTime ?? 0 > 0 }
    var sentences: [String] = []
    if lost.n > warned.n {
      sentences.append(words.count(.leadTimeAbsent, lost.n - warned.n, ["of": formats.whole(lost.n)]))
    }
    if let median = warned.leadTimeMedian {
      sentences.append(words(.leadTimeMedian, ["days": leadTime(median, isCut: warned.leadTimeMedianIsCut)]))
    }
    if warned.leadTimesCut > 0 { sentences.append(words.count(.leadTimesCut, warned.leadTimesCut)) }
    return sentences.joined(separator: " ")
  }

  /// Every dimension, alone and left out; empty when none can be compared yet.
  private func dimensionRows(_ dimensions: [DimensionWorth]) -> (alone: [PairRow], leftOut: [PairRow]) {
    (
      dimensions.compactMap { worth in
        worth.alone.map {
          rows.row(label(worth.id), $0, says: (.saysMoreThanScore, .saysLessThanScore, .cannotTellApart))
        }
      },
      dimensions.compactMap { worth in
        worth.leftOut.map { rows.row(label(worth.id), $0, says: (.betterWithout, .worseWithout, .noDifferenceShows)) }
      }
    )
  }

  private func directionWords(_ result: Backtest.Result) -> String {
    guard let pair = result.changeAgainstScore(weeks: 13) else { return "" }
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
