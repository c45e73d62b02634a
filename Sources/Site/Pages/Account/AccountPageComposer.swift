import Charts
import Health
import Markdown
import Review

/// Composes the page of an account.
struct AccountPageComposer: PageComposer {
  static let template = "account.md"

  /// The number of tickets and touchpoints on an account page.
  private static let mostRecords = 8
  /// The number of flags on it: a year of monthly ones.
  private static let mostFlags = 12

  let tell: Telling
  private var judgements: JudgementRows { JudgementRows(tell: tell, reader: ownPage) }

  var pages: [PagePlan<AccountReview>] {
    review.accounts.map { account in
      PagePlan(
        path: links.account(account.account, root: ""), title: evidence.accounts[account.account].name,
        entry: AccountsPageComposer.entry, subject: account)
    }
  }

  func inputs(of account: AccountReview) -> [UInt8]? { AccountInputs(tell: tell).own(account) }

  func view(of account: AccountReview, on page: inout PageBuilder) -> AccountPage {
    let index = account.account
    let records = AccountRecords(tell: tell)
    let histories = ScoreHistories(tell: tell)
    // Of a note the brief quotes what may be told.
    let note = ownPage == .everyone ? nil : review.judgement.notes[index].map(Note.init)
    let brief = BriefComposer(tell: tell).brief(account, root: page.root)
    let history = histories.history(account, root: page.root)
    let parts = DimensionRows(tell: tell)
    let flags = flags(of: index)
    return AccountPage(
      brief: brief, hero: page.add(HeroPieceComposer(tell: tell).piece(account), as: \.hero),
      listed: listed(account, root: page.root),
      said: brief.said.isEmpty ? "" : page.add(SaidPiece(said: brief.said), as: \.said),
      history: page.add(figure(history)), historyMarks: histories.marks(in: history),
      editions: published(index, root: page.root), dimensions: parts.rows(account, on: &page),
      total: account.score.exact.map { formats.fixed($0, decimals: 1) } ?? "",
      published: account.score.published.map(String.init) ?? "",
      measures: page.add(fold([parts.measures(of: account)], name: words(.measuresHeading))), cap: cap(account),
      sinceEdition: ChangeWords(tell: tell).sinceLastEdition(index), goals: evidence.goals[index].map(records.view),
      tickets: recent(evidence.tickets[index], by: \.openedOn).map(records.view),
      touchpoints: recent(evidence.touchpoints[index], by: \.date).map(records.view),
      flags: flags.rows, earlierFlags: flags.earlier, rubric: judgements.rubricRows, facts: contract(account),
      decisions: recent(review.judgement.reviews[index], by: \.date, most: .max).map {
        PastDecisionView(
          account: nil, decision: judgements.view($0), followed: ListWords(tell: tell).followUpWords($0, account: index)
        )
      },
      note: note.map { page.add($0.html) } ?? "", noteIsCut: note?.isCut ?? false, sources: records.sources(index))
  }

  /// The newest rows first; of several on one day, the later in the file first.
  private func recent<Row>(
    _ rows: ArraySlice<Row>, by day: KeyPath<Row, Day>, most: Int = mostRecords
  ) -> [Row] {
    Array(rows.reversed().sorted { $0[keyPath: day] > $1[keyPath: day] }.prefix(most))
  }

  /// The latest flags, runs of equal ones without words in one row, and how many there are before them.
  private func flags(of account: Int) -> (rows: [PastFlagView], earlier: String) {
    let all = recent(review.judgement.sentiment[account], by: \.date, most: .max)
    let runs = all.reduce(into: [[Sentiment]]()) { runs, flag in
      if let last = runs.last?.last, last.isRepeated(by: flag) {
        runs[runs.count - 1].append(flag)
      } else {
        runs.append([flag])
      }
    }
    let shown = runs.prefix(Self.mostFlags)
    let earlier = all.count - shown.reduce(0) { $0 + $1.count }
    return (shown.map { row($0, of: account) }, earlier > 0 ? words.count(.earlierFlags, earlier) : "")
  }

  /// A run of flags, the newest first, with the score of the last weekly day before the newest, if known.
  private func row(_ run: [Sentiment], of account: Int) -> PastFlagView {
    let then = review.trend.score(of: account, onOrBefore: run[0].date, within: Trend.weeks)
    let last = formats.shortDate(run[0].date)
    return PastFlagView(
      flag: judgements.flag(run[0], status: run[0].status(on: review.asOf)),
      days: run.count == 1
        ? last : words(.daysFromTo, ["from": formats.shortDate(run[run.count - 1].date), "to": last]),
      times: run.count == 1 ? "" : words(.times, ["n": formats.whole(run.count)]),
      scoreThen: then?.published.map(String.init) ?? "", bandThen: then?.band.rawValue ?? "",
      bandWordThen: then.map { words.code(.band, $0.band.rawValue) } ?? "")
  }

  /// The lists on which nothing is owed: those that wait for a decision stand under what is owed.
  private func listed(_ account: AccountReview, root: String) -> [ListedOn] {
    review.items(of: account.account).filter { !$0.isWaiting || $0.list == .expansion }.map { item in
      ListedOn(
        list: words.code(.list, item.list.rawValue), link: links.list(item.list, root: root),
        item: judgements.view(item, account))
    }
  }

  private func cap(_ account: AccountReview) -> String {
    guard let index = account.score.cap else { return "" }
    let cap = account.model.caps[index]
    return words(
      .capped,
      [
        "score": account.score.published.map(String.init) ?? "", "band": words.code(.band, cap.band.rawValue),
        "why": measures.reason(of: cap, in: account.model),
      ])
  }

  private func contract(_ account: AccountReview) -> [Fact] {
    let facts = evidence.accounts[account.account]
    var rows: [Fact] = []
    func add(_ phrase: Phrase, _ value: String?) {
      if let value { rows.append(Fact(label: words(phrase), value: value)) }
    }
    add(.arrLabel, facts.arr.map { fullMoney($0) } ?? words(.unknown))
    add(.ownerLabel, facts.csm)
    add(.segmentLabel, name(of: review.models.segments[account.segment]))
    add(
      .renewsLabel,
      evidence.renewalDay(of: account.account, on: review.asOf).map {
        account.isLapsed ? words(.lapsedOn, ["date": formats.date($0)]) : formats.date($0)
      })
    add(.customerSince, facts.startedOn.map(formats.date))
    for cells in evidence.columns {
      let column = AccountColumn.named(cells.name)
      guard column?.placement != .composed, let text = cells.texts[account.account] else { continue }
      let number = cells.numbers[account.account]
      rows.append(Fact(label: label(cells.name), value: fact(text, number: number, kind: column?.kind)))
    }
    return rows
  }

  /// A cell of a listed column, in the format of the language.
  ///
  /// In the user's own columns, numbers may be amounts, codes or years.
  private func fact(_ text: String, number: Double?, kind: AccountColumn.Kind?) -> String {
    switch kind {
    case .number: number.map(formats.value) ?? text
    case .money: number.map { fullMoney($0) } ?? text
    case .day: Day(iso: text).map(formats.date) ?? text
    case .id, .name, .text, .category, .language, nil: text
    }
  }

  /// What the editions of the last year recorded about an account, for its history: the last revision of each week.
  private func published(_ account: Int, root: String) -> [PublishedRow] {
    ScoreHistories(tell: tell).standingScores(of: account).reversed().prefix(13).map { score in
      let edition = review.history.editions[score.edition]
      let rescored = review.trend.score(of: account, weeksAgo: (review.asOf - edition.asOf) / 7)
      return PublishedRow(
        edition: formats.shortDate(edition.asOf), link: links.edition(edition, root: root),
        restated: words(of: review.restatement.score(of: account, edition: score.edition)),
        rescored: words(of: rescored), score: score.score.map(String.init) ?? "", band: score.band.rawValue,
        bandWord: words.code(.band, score.band.rawValue), flag: score.flag?.rawValue ?? "",
        flagWord: score.flag.map { words.code(.band, $0.rawValue) } ?? words(.noFlag), model: edition.modelVersion)
    }
  }

  private func words(of score: TrendScore?) -> String {
    guard let score else { return words(.unknown) }
    return score.published.map(String.init) ?? words.code(.band, score.band.rawValue)
  }
}

extension Sentiment {
  /// True when the flag before it was the same by the same person, and neither has words.
  fileprivate func isRepeated(by earlier: Sentiment) -> Bool {
    let hasWords = [reason, note, earlier.reason, earlier.note].contains { $0 != nil }
    return !hasWords && flag == earlier.flag && csm == earlier.csm
  }
}
