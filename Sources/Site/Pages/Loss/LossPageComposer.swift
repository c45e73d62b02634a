import Charts
import Health
import Review

/// Composes the pages of lost accounts.
struct LossPageComposer: PageComposer {
  static let template = "loss.md"

  let tell: Telling

  var pages: [PagePlan<LostAccount>] {
    tell.losses.map { lost in
      PagePlan(
        path: links.loss(lost.account, root: ""), title: evidence.accounts[lost.account].name,
        entry: LossesPageComposer.entry, subject: lost)
    }
  }

  func view(of lost: LostAccount, on page: inout PageBuilder) -> LossPage {
    let judgement = review.judgement
    return LossPage(
      name: evidence.accounts[lost.account].name, summary: summary(lost), verdict: verdict(lost),
      approach: lost.weeks.contains { $0 != nil } ? page.add(figure(approach(lost))) : "",
      listings: lost.listings.map { listing in
        let edition = review.history.editions[listing.edition]
        return ListingRow(
          list: words.code(.list, listing.list.rawValue), edition: formats.shortDate(edition.asOf),
          link: links.edition(edition, root: page.root),
          before: words.count(.days, lost.decidedOn - edition.asOf))
      },
      noListing: words(isCovered(lost) ? .neverListed : .nothingPublishedThen),
      risks: judgement.risks[lost.account].filter { $0.seenOn <= lost.leftOn }.map(
        RiskRows(tell: tell, reader: ownPage).view),
      decisions: judgement.reviews[lost.account].filter { $0.date <= lost.leftOn }.reversed().map(
        JudgementRows(tell: tell, reader: ownPage).view))
  }

  /// True when an edition of the year before the notice is on record.
  private func isCovered(_ lost: LostAccount) -> Bool {
    review.history.editions.contains { $0.asOf <= lost.decidedOn && lost.decidedOn - $0.asOf <= Retention.days }
  }

  private func summary(_ lost: LostAccount) -> String {
    let facts = evidence.accounts[lost.account]
    var sentences = [
      words(
        lost.outcome?.noticeOn == nil ? .lossSummary : .lossSummaryNotice,
        [
          "date": formats.date(lost.leftOn), "notice": formats.date(lost.decidedOn),
          "arr": LossRows(tell: tell).arr(of: lost, unknown: .amountUnknown),
          "csm": facts.csm ?? words(.nobody),
        ])
    ]
    guard let outcome = lost.outcome else { return (sentences + [words(.lossWithoutOutcome)]).joined(separator: " ") }
    if let reason = told(outcome.reason, to: ownPage) { sentences.append(words(.lossReason, ["reason": reason])) }
    switch outcome.isAvoidable {
    case false where outcome.evidence != nil:
      sentences.append(words(.lossUnavoidable, ["evidence": told(outcome.evidence, to: ownPage) ?? ""]))
    case false: sentences.append(words(.lossWithoutEvidence))
    case true: sentences.append(words(.lossAvoidable))
    case nil: sentences.append(words(.lossNotJudged))
    }
    return sentences.joined(separator: " ")
  }

  /// Whether the score and the person predicted the loss, in words.
  private func verdict(_ lost: LostAccount) -> String {
    guard let call = lost.call else { return words(lost.outcome == nil ? .lossNotHeld : .lossNoCall) }
    let values: Places = [
      "score": call.score.map(String.init) ?? "", "band": words.code(.band, call.band.rawValue),
      "flag": call.flag.map { words.code(.band, $0.rawValue) } ?? words(.noFlag),
      "source": words(call.isRescored ? .rescored : .asPublished),
    ]
    var sentences = [
      LossWords(tell: tell).verdict(lost), words(call.score == nil ? .lossUnscored : .lossCall, values),
    ]
    let fittedMark = VerdictWords(tell: tell).fittedMark
    if !fittedMark.isEmpty, call.earlierModel == nil { sentences.append(fittedMark) }
    if let days = call.leadTime {
      sentences.append(
        days == 0
          ? words(.lossNoLeadTime) : words.count(call.leadTimeIsCut ? .lossLeadTimeCut : .lossLeadTime, days))
    }
    if let first = lost.listings.first {
      let edition = review.history.editions[first.edition]
      let places: Places = [
        "edition": formats.date(edition.asOf), "list": words.code(.list, first.list.rawValue),
      ]
      // Lists may also have named it before the first edition on record.
      sentences.append(
        first.edition == 0
          ? words(.lossListedFromStart, places)
          : words.count(.lossFirstListed, lost.decidedOn - edition.asOf, places))
    }
    return sentences.joined(separator: " ")
  }

  private func approach(_ lost: LostAccount) -> Approach {
    let weeks = lost.weeks.enumerated().reversed().map { index, call in
      BandRows.Week(
        band: call?.band, flag: call?.flag.flatMap { Band(rawValue: $0.rawValue) },
        words: call.map { row($0, of: lost, week: index + 1) } ?? [])
    }
    func count(_ band: Band) -> String { formats.whole(lost.weeks.count { $0?.band == band }) }
    return Approach(
      rows: BandRows(weeks: weeks, scoreLabel: words(.scoreRow), flagLabel: words(.flagRow)),
      firstLabel: words.count(.weeksBefore, weeks.count), lastLabel: words(.noticeMark),
      title: words(
        .approachTitle,
        [
          "weeks": formats.whole(weeks.count), "green": count(.green), "yellow": count(.yellow), "red": count(.red),
          "unscored": count(.unscored),
        ]),
      words: TableWords(
        name: words(.weeksBeforeNotice),
        heads: [.weekBeforeNotice, .day, .scoreRow, .source, .csmSaid].map { words($0) }))
  }

  /// The call a number of weeks before the notice, as a row of the chart's table.
  private func row(_ call: Backtest.Call, of lost: LostAccount, week: Int) -> [String] {
    let band = words.code(.band, call.band.rawValue)
    return [
      formats.whole(week), formats.shortDate(lost.decidedOn - 7 * week),
      call.score.map { "\($0)\u{A0}\(band)" } ?? band, words(call.isRescored ? .rescored : .asPublished),
      call.flag.map { words.code(.band, $0.rawValue) } ?? words(.noFlag),
    ]
  }
}
