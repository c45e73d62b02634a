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
  private var judgements: JudgementRows { JudgementRows(tell: tell) }

  var pages: [PagePlan<AccountReview>] {
    review.accounts.map { account in
      PagePlan(
        path: links.account(account.account, root: ""), title: evidence.accounts[account.account].name,
        entry: AccountsPageComposer.entry, subject: account)
    }
  }

  func view(of account: AccountReview, on page: inout PageBuilder) -> AccountPage {
    let index = account.account
    let facts = evidence.accounts[index]
    let summary = AccountSummary(tell: tell)
    let records = AccountRecords(tell: tell)
    let note = review.judgement.notes[index].map(Note.init)
    return AccountPage(
      name: facts.name, summary: summary.summary(account),
      hero: page.add(HeroPieceComposer(tell: tell).piece(account), as: \.hero),
      divergence: summary.divergence(account), listed: listed(account, root: page.root),
      dimensions: DimensionRows(tell: tell).rows(account, on: &page),
      total: account.score.exact.map { formats.fixed($0, decimals: 1) } ?? "",
      published: account.score.published.map(String.init) ?? words.code(.band, "unscored"), cap: cap(account),
      sinceEdition: ChangeWords(tell: tell).sinceLastEdition(index), moves: moves(account),
      history: page.add(figure(ScoreHistories(tell: tell).history(account, root: page.root))),
      editions: published(index, root: page.root),
      risks: account.openRisks.map(RiskRows(tell: tell).view),
      contacts: evidence.contacts[index].map(records.view), goals: evidence.goals[index].map(records.view),
      tickets: recent(evidence.tickets[index], by: \.openedOn).map(records.view),
      touchpoints: recent(evidence.touchpoints[index], by: \.date).map(records.view),
      flags: recent(review.judgement.sentiment[index], by: \.date, most: Self.mostFlags).map {
        pastFlag($0, of: index)
      },
      earlierFlags: earlierFlags(index), rubric: judgements.rubricRows,
      questions: Questions(tell: tell).questions(account), facts: contract(account),
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

  /// A flag with the score of the last weekly day before it, if known.
  private func pastFlag(_ sentiment: Sentiment, of account: Int) -> PastFlagView {
    let then = review.trend.score(of: account, onOrBefore: sentiment.date, within: Trend.weeks)
    return PastFlagView(
      flag: judgements.flag(sentiment, status: sentiment.status(on: review.asOf)),
      scoreThen: then?.published.map(String.init) ?? "", bandThen: then?.band.rawValue ?? "",
      bandWordThen: then.map { words.code(.band, $0.band.rawValue) } ?? "")
  }

  private func earlierFlags(_ account: Int) -> String {
    let earlier = review.judgement.sentiment[account].count - Self.mostFlags
    return earlier > 0 ? words.count(.earlierFlags, earlier) : ""
  }

  private func listed(_ account: AccountReview, root: String) -> [ListedOn] {
    review.items(of: account.account).map { item in
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

  /// The effects of the measures since the last edition, or over a week when there was none.
  private func moves(_ account: AccountReview) -> [MoveRow] {
    let sinceEdition = review.sinceLastEdition?.change(of: account.account)?.moves
    let inWeek = account.detailWeekBefore.map {
      MeasureMove.all(from: $0, to: account.detail, by: account.model)
        .filter { abs($0.points) >= EditionComparison.smallestMove }
    }
    return (sinceEdition ?? inWeek ?? []).map { move in
      MoveRow(
        label: label(move.definition.key), points: formats.change(move.points, decimals: 1),
        before: value(move.before, of: move.definition), after: value(move.after, of: move.definition))
    }
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
        edition: edition.edition.description, link: links.edition(edition, root: root),
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
