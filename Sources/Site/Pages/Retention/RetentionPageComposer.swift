import Health
import Review

/// Composes the page on what happened to last year's revenue.
struct RetentionPageComposer: MenuPageComposer {
  static let template = "retention.md"
  static let entry = MenuEntry(name: "retention", path: "retention.html")

  /// The number of days in the table of the trend.
  private static let mostDays = 60

  let tell: Telling

  func view(on page: inout PageBuilder) -> RetentionPage {
    let retention = review.retention
    let trend = review.retentionTrend
    let trendRows = RetentionTrendRows(tell: tell)
    let rows = trendRows.rows(trend, root: page.root)
    return RetentionPage(
      headline: retention.net == nil
        ? words(.noCohort)
        : !retention.isConfirmed
          ? words(.retentionUnconfirmed)
          : words(
            .retentionHeadline,
            [
              "net": vanished.told(retention.net, written: rate),
              "gross": vanished.told(retention.gross, written: rate),
            ]),
      lead: words.count(
        .retentionLead, retention.cohortAccounts,
        [
          "arr": money(retention.cohortARR), "logo": rate(retention.logo), "lost": money(retention.lostARR),
          "since": formats.date(review.asOf - Retention.days),
        ]), targets: targetWords(retention), missing: missingWords(retention), caveats: caveats(retention),
      departed: GuardRows(tell: tell).departures, trend: page.add(figure(trendRows.chart(trend, root: page.root))),
      trendRows: Array(rows.prefix(Self.mostDays)),
      moreTrend: rows.count > Self.mostDays ? words(.olderInArchive) : "",
      bridge: review.bridgeFromLastEdition.map {
        bridge($0, from: words(.arrOfEdition, ["edition": previousEdition]), to: words(.arrToday), root: page.root)
      } ?? Bridge(none: words(.noEditionBefore), sums: [], steps: [], note: ""),
      yearBridge: yearBridge(root: page.root),
      segments: review.segments.indices.map { segmentRow($0, root: page.root) }, quarters: quarterRows(),
      unavoidable: unavoidableWords(retention, trend),
      unavoidableLosses: unavoidableRows(root: page.root),
      withoutOutcome: retention.accountsWithoutOutcome == 0
        ? words(.everyOutcomeKnown)
        : words.count(
          .withoutOutcome, retention.accountsWithoutOutcome,
          ["of": formats.whole(retention.cohortAccounts), "arr": money(retention.arrWithoutOutcome)]))
  }

  private var previousEdition: String { review.history.previous?.edition.description ?? "" }

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

  private func segmentRow(_ segment: Int, root: String) -> SegmentRetentionRow {
    let whole = review.cohort(of: segment)
    let (cohort, retention) = (whole.accounts, Retention(whole))
    let isRated = cohort.count >= Rate.smallestRated
    func figure(_ share: Double?) -> String { isRated ? rate(share) : "" }
    let facts = review.segments[segment].segment
    return SegmentRetentionRow(
      name: facts.name, link: links.segment(facts, root: root), accounts: formats.whole(cohort.count),
      arr: money(retention.cohortARR), net: figure(retention.net), gross: figure(retention.gross),
      logo: figure(retention.logo), names: isRated ? "" : names(in: cohort))
  }

  /// The accounts of a small cohort that were lost, shrank and grew.
  private func names(in cohort: [CohortAccount]) -> String {
    func list(_ phrase: Phrase, _ accounts: [CohortAccount]) -> String? {
      accounts.isEmpty
        ? nil
        : words(phrase, ["names": accounts.map { evidence.accounts[$0.account].name }.joined(separator: ", ")])
    }
    let parts = [
      list(.namesLost, cohort.filter { $0.now == 0 }),
      list(.namesShrunk, cohort.filter { $0.now > 0 && $0.now < $0.then }),
      list(.namesGrown, cohort.filter { $0.now > $0.then }),
    ].compactMap { $0 }
    if cohort.isEmpty { return words(.noCohortThen) }
    return parts.isEmpty ? words(.namesUnchanged) : parts.joined(separator: words(.clauseSeparator))
  }

  private func quarterRows() -> [QuarterRow] {
    func cell(_ accounts: [AccountReview]) -> String {
      accounts.isEmpty
        ? ""
        : words(
          .countAndArr, ["n": formats.whole(accounts.count), "arr": shortMoney(arr(of: accounts.map(\.account)))])
    }
    return review.renewalQuarters.flatMap { quarter -> [QuarterRow] in
      func row(_ label: String, _ accounts: [AccountReview], band: Band?) -> QuarterRow {
        func those(_ agreement: Agreement) -> String {
          cell(
            accounts.filter { Agreement(band: $0.score.band, flag: $0.currentFlag) == agreement })
        }
        return QuarterRow(
          quarter: label, band: band?.rawValue ?? "", word: band.map { words.code(.band, $0.rawValue) } ?? "",
          accounts: formats.whole(accounts.count), arr: shortMoney(arr(of: accounts.map(\.account))),
          agree: those(.agree), worse: those(.worse), better: those(.better), noFlag: those(.noFlag))
      }
      let bands = Band.allCases.filter { !quarter.accounts($0).isEmpty }
      return [row(name(of: quarter.span), quarter.accounts, band: nil)]
        + bands.map { row("", quarter.accounts($0), band: $0) }
    }
  }

  private func name(of span: RenewalQuarter.Span) -> String {
    switch span {
    case .passed: words(.renewalsPassed)
    case .quarter(let year, let quarter): words(.quarter, ["quarter": String(quarter), "year": String(year)])
    case .later: words(.renewalsLater)
    case .unknown: words(.renewalsUnknown)
    }
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
    review.cohort.accounts.filter(\.isUnavoidable)
      .sorted { ($1.then, $0.account) < ($0.then, $1.account) }
      .map { account in
        UnavoidableRow(
          name: evidence.accounts[account.account].name, link: links.accountOrLoss(account.account, root: root),
          arr: money(account.then),
          evidence: evidence.latestOutcome(of: account.account, on: review.asOf)?.evidence ?? "")
      }
  }

  private func yearBridge(root: String) -> Bridge {
    let year = review.bridgeOfYear
    let today = review.today.bands.total
    let gap = today.known - year.after.known
    return bridge(
      year, from: words(.arrOfDay, ["date": formats.date(year.from)]), to: words(.arrByOutcomes), root: root,
      note: abs(gap) < 0.005
        ? "" : words(.arrGap, ["today": fullMoney(today), "outcomes": fullMoney(year.after), "gap": signed(gap)]))
  }

  private func bridge(
    _ bridge: RevenueBridge, from first: String, to last: String, root: String, note: String = ""
  ) -> Bridge {
    let kinds = RevenueBridge.Kind.allCases.filter { $0 != .unknown || !bridge[$0].isEmpty }
    return Bridge(
      none: "",
      sums: [BridgeSumRow(label: first, accounts: "", amount: fullMoney(bridge.before), isEnd: true)]
        + kinds.map { kind in
          BridgeSumRow(
            label: words.code(.bridge, kind.rawValue), accounts: formats.whole(bridge[kind].count),
            amount: words.sum(bridge.sum(kind), written: signed), isEnd: false)
        } + [BridgeSumRow(label: last, accounts: "", amount: fullMoney(bridge.after), isEnd: true)],
      steps: (bridge[.churn] + bridge[.contraction]
        + bridge.steps.filter { $0.kind != .churn && $0.kind != .contraction }).map { row($0, root: root) },
      note: note)
  }

  private func row(_ step: RevenueBridge.Step, root: String) -> BridgeStepRow {
    BridgeStepRow(
      name: step.name, link: step.account.map { links.accountOrLoss($0, root: root) } ?? "",
      kind: words.code(.bridge, step.kind.rawValue), before: end(step.before, step.wasCustomer),
      after: end(step.after, step.isCustomer), change: step.isUnknown ? words(.unknown) : signed(step.change),
      outcome: step.outcome.map {
        words(
          .outcomeOn, ["outcome": words.code(.outcome, $0.kind.rawValue), "date": formats.shortDate($0.date)])
      } ?? words(step.account == nil ? .notInDataAnyMore : .noOutcomeOnRecord))
  }

  /// The revenue of an account at one end of a bridge; empty where it was no customer.
  private func end(_ amount: Double?, _ isCustomer: Bool) -> String {
    isCustomer ? amount.map { fullMoney($0) } ?? words(.unknown) : ""
  }

  private func fullMoney(_ sum: AmountSum) -> String { words.sum(sum) { fullMoney($0) } }

  private func signed(_ amount: Double) -> String { (amount > 0 ? "+" : "") + fullMoney(amount) }
}
