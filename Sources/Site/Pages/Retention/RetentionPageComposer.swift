import Health
import Review

/// Composes the page on what happened to last year's revenue.
struct RetentionPageComposer: MenuPageComposer {
  static let template = "retention.md"
  static let entry = MenuEntry(name: "retention", path: "retention.html")

  /// The number of accounts that a sentence names.
  private static let mostNamed = 5
  /// The number of unavoidable losses that have a row of their own.
  private static let mostUnavoidable = 50

  let tell: Telling

  func view(on page: inout PageBuilder) -> RetentionPage {
    let retention = review.retention
    let trend = review.retentionTrend
    let bridges = BridgeComposer(tell: tell)
    let drawing = RetentionTrendChart(tell: tell)
    let blocks = RenewalBlocks(tell: tell)
    let quarters = review.renewalQuarters
    let (rated, small) = segmentRows(root: page.root)
    let silent = review.cohort.accounts.filter { !$0.hasOutcome }.sorted { $0.then > $1.then }.map(\.account)
    let shown = silent.prefix(Self.mostNamed)
    return RetentionPage(
      headline: headline(retention),
      lead: words.count(
        .retentionLead, retention.cohortAccounts,
        [
          "arr": money(retention.cohortARR), "logo": rate(retention.logo), "lost": money(retention.lostARR),
          "since": formats.date(review.asOf - Retention.days),
        ]), targets: targetWords(retention), missing: missingWords(retention),
      caveats: caveats(retention), departed: GuardRows(tell: tell).departures,
      trend: page.add(figure(drawing.chart(trend, root: page.root))), trendKey: drawing.key(trend),
      bridge: bridges.sinceLastEdition(on: &page)
        ?? Bridge(
          title: "", words: words(.noEditionBefore), chart: "", steps: [], fold: "", rest: [], foldEnd: "", note: "",
          table: ""),
      counts: bridges.counts, yearBridge: bridges.year(on: &page),
      quarters: quarters.isEmpty ? "" : page.add(figure(blocks.chart(quarters, root: page.root))),
      quartersKey: blocks.key(quarters), forecast: ForecastComposer(tell: tell).section(on: &page),
      staying: StayingComposer(tell: tell).section(on: &page), segments: rated, smallSegments: small,
      unavoidable: unavoidableWords(retention, trend),
      unavoidableLosses: unavoidableRows(root: page.root),
      withoutOutcome: retention.accountsWithoutOutcome == 0
        ? words(.everyOutcomeKnown)
        : words.count(
          .withoutOutcome, retention.accountsWithoutOutcome,
          ["of": formats.whole(retention.cohortAccounts), "arr": money(retention.arrWithoutOutcome)]),
      silent: accountLinks(shown, root: page.root),
      moreSilent: moreAccounts(of: silent.count, shown: shown.count))
  }

  private func headline(_ retention: Retention) -> String {
    guard retention.net != nil else { return words(.noCohort) }
    guard retention.isConfirmed else { return words(.retentionUnconfirmed) }
    return words(
      .retentionHeadline,
      [
        "net": vanished.told(retention.net, written: rate), "gross": vanished.told(retention.gross, written: rate),
      ])
  }

  /// What the figures rest on that nobody has said: revenue that is left out, and starts that are not on record.
  private func caveats(_ retention: Retention) -> [String] {
    var caveats: [String] = []
    if retention.unknownAccounts > 0 { caveats.append(words.count(.retentionUnknown, retention.unknownAccounts)) }
    if retention.shrankUnknown > 0 { caveats.append(words.count(.retentionShrank, retention.shrankUnknown)) }
    let without = retention.accountsWithoutStart
    guard without > 0 else { return caveats }
    let rest = Retention(review.cohort.withStart)
    let places: Places = [
      "of": formats.whole(retention.cohortAccounts), "arr": fullMoney(retention.arrWithoutStart),
      "all": fullMoney(retention.cohortARR), "gross": rate(rest.gross),
      "rest": words.count(.accounts, rest.cohortAccounts), "rest_arr": fullMoney(rest.cohortARR),
    ]
    caveats.append(words.count(.retentionWithoutStart, without, places))
    if rest.cohortAccounts > 0 { caveats.append(words(.retentionWithStart, places)) }
    return caveats
  }

  private var vanished: VanishedAccounts { VanishedAccounts(tell: tell) }

  /// What gross retention would be if the accounts that are gone without a word are lost, and if they are kept.
  private func missingWords(_ retention: Retention) -> String {
    guard let lost = vanished.ifLost(retention.gross), let kept = vanished.ifKept(retention.gross) else { return "" }
    return words.count(
      .retentionMissing, vanished.count,
      ["arr": words.sum(vanished.arr) { fullMoney($0) }, "gross": rate(kept), "lost": rate(lost)])
  }

  private func targetWords(_ retention: Retention) -> String {
    guard let target = review.rules.retentionTarget else { return words(.noTarget) }
    func sentence(_ name: Phrase, _ value: Double?, _ wanted: Double?) -> String? {
      guard let value, let wanted else { return nil }
      // Rounded to the tenth of a point that is shown.
      let points = ((value - wanted) * 1000).rounded() / 10
      return words(
        points < 0 ? .targetMissed : points > 0 ? .targetMet : .targetHit,
        [
          "name": words(name), "value": rate(value), "target": rate(wanted),
          "points": words.count(.scorePoints, abs(points), written: formats.fixed(abs(points), decimals: 1)),
        ])
    }
    return [
      sentence(.netRetention, retention.net, target.net), sentence(.grossRetention, retention.gross, target.gross),
    ].compactMap { $0 }.joined(separator: " ")
  }

  /// Segments with rates, and those too small for any.
  private func segmentRows(root: String) -> (rated: [SegmentRetentionRow], small: [SegmentRetentionRow]) {
    let all = review.segments.indices.map { (cohort: review.cohort(of: $0), segment: review.segments[$0].segment) }
    func rows(_ isShown: (Int) -> Bool) -> [SegmentRetentionRow] {
      all.filter { isShown($0.cohort.accounts.count) }.map { row($0.cohort, of: $0.segment, root: root) }
    }
    return (rows { $0 >= Rate.smallestRated }, rows { $0 < Rate.smallestRated })
  }

  private func row(_ whole: Cohort, of segment: Segment, root: String) -> SegmentRetentionRow {
    let retention = Retention(whole)
    return SegmentRetentionRow(
      name: name(of: segment), link: links.segment(segment, root: root),
      accounts: formats.whole(whole.accounts.count), arr: money(retention.cohortARR),
      arrNow: money(whole.accounts.reduce(0) { $0 + $1.now }), net: rate(retention.net),
      gross: rate(retention.gross), logo: rate(retention.logo), names: names(in: whole.accounts))
  }

  /// The accounts of a small cohort that were lost, shrank and grew.
  private func names(in cohort: [CohortAccount]) -> String {
    func list(_ phrase: Phrase, _ accounts: [CohortAccount]) -> String? {
      let names = accounts.sorted { $0.then > $1.then }.map { evidence.accounts[$0.account].name }
      return names.isEmpty
        ? nil
        : words(
          phrase, ["names": words.some(names, most: Self.mostNamed)])
    }
    let parts = [
      list(.namesLost, cohort.filter { $0.now == 0 }),
      list(.namesShrunk, cohort.filter { $0.now > 0 && $0.now < $0.then }),
      list(.namesGrown, cohort.filter { $0.now > $0.then }),
    ].compactMap { $0 }
    if cohort.isEmpty { return words(.noCohortThen) }
    return parts.isEmpty ? words(.namesUnchanged) : parts.joined(separator: words(.clauseSeparator))
  }

  private func unavoidableWords(_ retention: Retention, _ trend: RetentionTrend) -> [String] {
    let earlier = trend.restated.dropLast(13).last?.retention.unavoidableShare
    return [
      retention.lostARR > 0
        ? words(
          .unavoidableLoss,
          [
            "arr": money(retention.unavoidableARR), "lost": money(retention.lostARR),
            "share": rate(retention.unavoidableShare), "earlier": rate(earlier),
          ]) : words(.nothingLost),
      words(
        .addressableWords, ["addressable": rate(retention.addressable), "gross": rate(retention.gross)]),
      words(.unavoidableRule),
    ]
  }

  private func unavoidableRows(root: String) -> [UnavoidableRow] {
    let losses = review.cohort.accounts.filter(\.isUnavoidable)
      .sorted { ($1.then, $0.account) < ($0.then, $1.account) }
    let others = losses.dropFirst(Self.mostUnavoidable)
    return losses.prefix(Self.mostUnavoidable).map { account in
      UnavoidableRow(
        name: evidence.accounts[account.account].name, link: links.accountOrLoss(account.account, root: root),
        arr: money(account.then),
        evidence: told(evidence.latestOutcome(of: account.account, on: review.asOf)?.evidence) ?? "")
    }
      + (others.isEmpty
        ? []
        : [
          UnavoidableRow(
            name: words.count(.moreAccounts, others.count), link: "", arr: money(others.reduce(0) { $0 + $1.then }),
            evidence: "")
        ])
  }

  private func fullMoney(_ sum: AmountSum) -> String { words.sum(sum) { fullMoney($0) } }
}
