import Charts
import Health
import Review

extension Context {
  /// How many accounts a table of single calls names before it leads on.
  private static let mostCalls = 20

  func backtestPage(on draft: inout Draft) -> BacktestPage {
    let result = judged
    let dimensions = result.dimensions(of: review.models)
    return BacktestPage(
      headline: words.code(.verdict, result.proving(review.models).verdict.code), lead: outcomesLead(result),
      verdict: verdictWords(result, dimensions: dimensions),
      mark: fittedMark,
      horizons: review.backtest.results.map(row),
      bands: Band.allCases.map { band in
        BandRatesRow(
          band: band.rawValue, word: words.code(.band, band.rawValue),
          rates: review.backtest.results.map { words(of: $0.rate(of: band)) })
      }, bandChart: result.n > 0 ? draft.add(figure(bandChart(result))) : "",
      curve: result.auc == nil ? "" : draft.add(figure(curve(result))), curveWords: words(.noCurve),
      groups: result.scoreGroups.isEmpty ? "" : draft.add(figure(groupChart(result))),
      leads: result.churned > 0 ? draft.add(figure(leadChart(result))) : "", leadWords: leadWords(result),
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
          row(
            words.count(.changeOverWeeks, weeks), $0, says: (.fallSaysMore, .fallSaysLess, .cannotTellApart))
        }
      }, directionComparisons: comparisonsRule(2), directionWords: directionWords(result),
      dimensions: dimensionRows(dimensions), dimensionComparisons: comparisonsRule(2 * dimensions.count),
      dimensionWords: words(dimensions.isEmpty ? .oneDimension : .tooFewToCompare),
      segments: segmentsWithOutcomes(result).map { segment in
        slice(
          name(of: review.segments[segment].segment),
          link: segmentLink(review.segments[segment].segment, root: draft.root),
          result.restricted { $0.segment == segment })
      },
      segmentsWithout: segmentsWithoutWords(result),
      models: review.models.all.indices.map { model in
        slice(
          name(of: review.models.all[model]), result.restricted { review.models.segments[$0.segment].model == model })
      },
      sources: [
        slice(words(.asPublished), result.published), slice(words(.rescored), result.rescored),
      ], sourceWords: sourceWords(result), human: humanLayer(result),
      misses: calls(.misses, root: draft.root), falseAlarms: calls(.falseAlarms, root: draft.root),
      open: openWords(result))
  }

  /// The first calls of a kind, and where all of them are where there are more.
  private func calls(_ kind: CallKind, root: String) -> CallList {
    let all = calls(kind)
    return CallList(
      none: words(kind == .misses ? .noMisses : .noFalseAlarms),
      rows: all.prefix(Self.mostCalls).map { row($0, of: judged, root: root) },
      more: moreAccounts(of: all.count, shown: Self.mostCalls), link: root + kind.path + ".html",
      all: words(.allCalls, ["n": formats.whole(all.count)]))
  }

  /// All misses or all false alarms, the latest decision first.
  func calls(_ kind: CallKind) -> [Backtest.Call] {
    (kind == .misses ? judged.misses : judged.falseAlarms).sorted(by: precedes)
  }

  /// The kinds of call that have more accounts than the page on the backtest names.
  var callsWithPages: [CallKind] { CallKind.allCases.filter { calls($0).count > Self.mostCalls } }

  /// A sheet of all calls of a kind.
  func callsPage(_ kind: CallKind, _ all: [Backtest.Call], sheet: Sheet, root: String) -> CallsPage {
    CallsPage(
      title: words(kind.title), lead: words.count(.accounts, all.count),
      rule: words(kind == .misses ? .missesRule : .falseAlarmsRule),
      rows: all[sheet.range].map { row($0, of: judged, root: root) }, sheets: sheet.links(kind.path))
  }

  /// What the outcomes say, sentence by sentence.
  private func verdictWords(_ result: Backtest.Result, dimensions: [DimensionWorth]) -> [String] {
    [
      words.code(.verdictMeaning, result.proving(review.models).verdict.code), aucSentence(result),
      orderWords(result), missedWords(result), missedMeaning(result), outdoneWords(dimensions),
      earlierModelsWords(result), fittedWords(result, by: review.models),
    ].compactMap { $0 }
  }

  /// That a dimension alone says more than the whole score, the one that says most; nil where none does beyond noise.
  private func outdoneWords(_ dimensions: [DimensionWorth]) -> String? {
    let better = dimensions.compactMap { worth in worth.alone.map { (worth.id, $0) } }
      .filter { $0.1.isBeyondNoise && $0.1.value > 0 }
    guard let (dimension, pair) = better.max(by: { $0.1.value < $1.1.value }) else { return nil }
    return words(
      .dimensionSaysMore,
      ["dimension": label(dimension), "alone": words(of: pair.first), "score": words(of: pair.second)])
  }

  /// What cannot be said yet, and how many outcomes it would take.
  private func openWords(_ result: Backtest.Result) -> [String] {
    var sentences: [String] = []
    let proof = result.proving(review.models)
    if proof.verdict == .notEnough { sentences.append(outcomesMissing(proof)) }
    if let needed = outcomesNeeded(result) { sentences.append(needed) }
    let few = segmentsWithOutcomes(result).map { segment in (segment, result.restricted { $0.segment == segment }) }
      .filter { $0.1.verdict == .notEnough }
    // Enough were lost, and who stays has not decided yet: such as courses that are still going on.
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

  /// The segments of which at least one account with a score had an outcome.
  private func segmentsWithOutcomes(_ result: Backtest.Result) -> [Int] {
    let found = Set(result.scored.map(\.segment))
    return review.segments.indices.filter(found.contains)
  }

  /// The segments that a table has no row for, named once; empty where it has all.
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

  /// `49 days`, `3.5 days`, `at least 49 days`; nil where nobody churned.
  private func leadTime(_ result: Backtest.Result) -> String? {
    result.leadTimeMedian.map { leadTime($0, isCut: result.leadTimeMedianIsCut) }
  }

  /// A time in days, which a median may halve.
  func leadTime(_ days: Double, isCut: Bool) -> String {
    let text =
      days == days.rounded()
      ? words.count(.days, Int(days)) : words(.brokenDays, ["n": formats.number(days, decimals: 1)])
    return isCut ? words(.atLeast, ["n": text]) : text
  }

  private func leadWords(_ result: Backtest.Result) -> String {
    guard let median = leadTime(result) else { return words(.nobodyChurned) }
    let cut = result.leadTimesCut
    return words(.leadTimeMedian, ["days": median]) + (cut > 0 ? " " + words.count(.leadTimesCut, cut) : "")
  }

  /// The backtest of some accounts in a table; of few of them no rate, as everywhere.
  func slice(_ label: String, link: String = "", _ result: Backtest.Result) -> SliceRow {
    SliceRow(
      label: label, link: link, n: formats.whole(result.n), churned: formats.whole(result.churned),
      auc: words(of: result.auc, in: result, by: review.models),
      missed: (1..<Self.smallestRated).contains(result.n)
        ? words(.underRated, ["n": formats.whole(Self.smallestRated)]) : words(of: result.missed))
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

  /// Every dimension, alone and left out; none where not one of them can be compared yet.
  private func dimensionRows(_ dimensions: [DimensionWorth]) -> (alone: [PairRow], leftOut: [PairRow]) {
    guard dimensions.contains(where: { $0.alone != nil || $0.leftOut != nil }) else { return ([], []) }
    return (
      dimensions.map {
        row(label($0.id), $0.alone, says: (.saysMoreThanScore, .saysLessThanScore, .cannotTellApart))
      },
      dimensions.map { row(label($0.id), $0.leftOut, says: (.betterWithout, .worseWithout, .noDifferenceShows)) }
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

  /// The latest decision first, then the larger revenue.
  private func precedes(_ left: Backtest.Call, _ right: Backtest.Call) -> Bool {
    let days = (left.decidedOn, right.decidedOn)
    if days.0 != days.1 { return days.0 > days.1 }
    return left.account < right.account
  }

  private func row(_ call: Backtest.Call, of result: Backtest.Result, root: String) -> CallRow {
    let facts = evidence.accounts[call.account]
    let edition = call.edition.map { review.history.editions[$0] }
    let isLossKnown = call.churned && losses.contains { $0.account == call.account }
    let isActive = review.review(of: call.account) != nil
    let outcome = evidence.outcomes[call.account].last {
      $0.kind.isDecision && ($0.noticeOn ?? $0.date) == call.decidedOn
    }
    return CallRow(
      name: facts.name,
      link: isLossKnown
        ? lossLink(call.account, root: root) : isActive ? accountLink(call.account, root: root) : "",
      arr: (outcome?.arrBefore ?? facts.arr).map(money) ?? words(.unknown),
      decided: formats.shortDate(call.decidedOn),
      outcome: outcome.map {
        let kind = words.code(.outcome, $0.kind.rawValue)
        return call.churned && isActive ? words(.customerAgain, ["outcome": kind]) : kind
      } ?? words(.unknown),
      score: call.score.map(String.init) ?? "", band: call.band.rawValue,
      bandWord: words.code(.band, call.band.rawValue), flag: call.flag?.rawValue ?? "",
      flagWord: call.flag.map { words.code(.band, $0.rawValue) } ?? words(.noFlag),
      edition: edition?.edition.description ?? words(.rescoredShort),
      editionLink: edition.map { "\(root)archive.html#\(anchor(of: $0))" } ?? "",
      archiveLink: edition.map(fileLink(of:)) ?? "", archive: edition.map(fileName(of:)) ?? "")
  }
}
