import Charts
import Health
import Markdown
import Review
import Templates

extension Context {
  /// How many tickets and touchpoints an account page shows.
  private static let mostRecords = 8
  /// How many flags it shows: a year of monthly ones.
  private static let mostFlags = 12
  /// The columns, of those without a line of their own, whose numbers are written as the language writes numbers.
  private static let amounts: Set = ["employees", "seats"]

  func accountPage(_ account: AccountReview, hero: CompiledTemplate<Hero>, on draft: inout Draft) -> AccountPage {
    let index = account.account
    let facts = evidence.accounts[index]
    let note = review.judgement.notes[index].map(Note.init)
    return AccountPage(
      name: facts.name, summary: summary(account), hero: draft.add(self.hero(account, template: hero)),
      divergence: divergence(account), listed: listed(account, root: draft.root),
      dimensions: dimensions(account, on: &draft),
      total: account.score.exact.map { formats.fixed($0, decimals: 1) } ?? "",
      published: account.score.published.map(String.init) ?? words.code(.band, "unscored"), cap: cap(account),
      sinceEdition: sinceLastEdition(index), moves: moves(account),
      history: draft.add(figure(history(account, root: draft.root))),
      editions: published(index, root: draft.root),
      risks: account.openRisks.map(view),
      contacts: evidence.contacts[index].map(view), goals: evidence.goals[index].map(view),
      tickets: recent(evidence.tickets[index], by: \.openedOn).map(view),
      touchpoints: recent(evidence.touchpoints[index], by: \.date).map(view),
      flags: recent(review.judgement.sentiment[index], by: \.date, most: Self.mostFlags).map {
        pastFlag($0, of: index)
      },
      earlierFlags: earlierFlags(index), rubric: rubricRows, questions: questions(account), facts: contract(account),
      decisions: recent(review.judgement.reviews[index], by: \.date, most: .max).map {
        PastDecisionView(account: nil, decision: view($0), followed: followUpWords($0, account: index))
      },
      note: note.map { draft.add($0.html) } ?? "", noteIsCut: note?.isCut ?? false, sources: sources(index))
  }

  /// The newest rows first; of one day the later in the file first.
  private func recent<Row>(
    _ rows: ArraySlice<Row>, by day: KeyPath<Row, Day>, most: Int = mostRecords
  ) -> [Row] {
    rows.enumerated()
      .sorted { ($0.element[keyPath: day], $0.offset) > ($1.element[keyPath: day], $1.offset) }
      .prefix(most).map(\.element)
  }

  /// A flag with what the score said on the last weekly day before it, where that is known.
  private func pastFlag(_ sentiment: Sentiment, of account: Int) -> PastFlagView {
    let then = review.trend.standing(of: account, onOrBefore: sentiment.date, within: Trend.weeks)
    return PastFlagView(
      flag: flag(sentiment, status: sentiment.status(on: review.asOf)),
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
        list: words.code(.list, item.list.rawValue), link: listLink(item.list, root: root), item: view(item, account))
    }
  }

  private func dimensions(_ account: AccountReview, on draft: inout Draft) -> [DimensionRow] {
    let whole = zip(account.model.dimensions, account.detail.dimensions)
      .reduce(0.0) { $0 + ($1.1 == nil ? 0 : $1.0.weight) }
    let counted = zip(account.model.dimensions, account.detail.dimensions)
      .reduce(0.0) { $0 + ($1.1?.score == nil ? 0 : $1.0.weight) }
    let printed = printedContributions(account)
    var start = 0.0
    var first = 0
    return account.model.dimensions.enumerated().compactMap { index, dimension in
      let positions = first..<(first + dimension.measures.count)
      first = positions.upperBound
      guard let score = account.detail.dimensions[index] else { return nil }
      let share = whole > 0 ? dimension.weight / whole : 0
      let label = label(dimension.id)
      var bar = ""
      if let contribution = score.contribution {
        let weight = counted > 0 ? 100 * dimension.weight / counted : 0
        bar = draft.add(
          DimensionBar(
            start: start, weight: weight, contribution: contribution,
            title: words(
              .barTitle,
              ["label": label, "points": printed[index] ?? "", "most": formats.fixed(weight, decimals: 1)])))
        start += contribution
      }
      return DimensionRow(
        label: label, score: score.score.map { formats.fixed($0, decimals: 1) } ?? words(.leftOut),
        weight: formats.percent(share, decimals: 1), contribution: printed[index] ?? words(.leftOut), bar: bar,
        measures: positions.compactMap { measureRow(account, position: $0, of: dimension, first: positions.lowerBound) }
      )
    }
  }

  /// Contributions with one decimal that add up to the printed score.
  private func printedContributions(_ account: AccountReview) -> [Int: String] {
    guard let exact = account.score.exact else { return [:] }
    let counted = account.detail.dimensions.enumerated().compactMap { index, dimension in
      dimension?.contribution.map { (index: index, points: $0) }
    }
    let rounded = apportioned(counted.map(\.points), to: exact, decimals: 1)
    return Dictionary(
      uniqueKeysWithValues: zip(counted, rounded).map { ($0.index, formats.fixed($1, decimals: 1)) })
  }

  private func measureRow(
    _ account: AccountReview, position: Int, of dimension: Dimension, first: Int
  ) -> MeasureRow? {
    let definition = dimension.measures[position - first]
    guard definition.weight > 0, let measure = account.detail.measures[position] else { return nil }
    return MeasureRow(
      label: label(definition.key), value: value(measure.observation, of: definition),
      score: measure.score.map { formats.fixed($0, decimals: 0) } ?? "",
      counted: measure.counted.map { formats.fixed($0, decimals: 0) } ?? words(.leftOut),
      weight: formats.number(definition.weight, decimals: 2), state: state(measure.observation))
  }

  /// A value with its unit, or the word for having none.
  func value(_ observation: Observation, of definition: MeasureDefinition) -> String {
    observation.value.map { measures.text($0, of: definition) } ?? words(.noValue)
  }

  private func state(_ observation: Observation) -> String {
    let word = words.code(.freshness, observation.state.rawValue)
    guard let day = observation.observedOn else { return word }
    return words(.stateSince, ["state": word, "date": formats.shortDate(day)])
  }

  private func cap(_ account: AccountReview) -> String {
    guard let index = account.score.cap else { return "" }
    let cap = account.model.caps[index]
    return words(
      .capped,
      [
        "score": account.score.published.map(String.init) ?? "", "band": words.code(.band, cap.band.rawValue),
        "why": reason(of: cap, in: account.model),
      ])
  }

  /// What the measures did since the last edition, or in a week where there was none.
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
    add(.arrLabel, facts.arr.map { formats.fullMoney($0, currency: currency) })
    add(.ownerLabel, facts.csm)
    add(.segmentLabel, name(of: review.models.segments[account.segment]))
    add(.renewsLabel, evidence.renewalDay(of: account.account, on: review.asOf).map(formats.date))
    add(.customerSince, facts.startedOn.map(formats.date))
    let shown: Set = ["account_id", "name", "csm", "arr", "segment", "started_on", "renews_on", "ended_on"]
    for column in evidence.columns where !shown.contains(column.name) {
      guard let text = column.texts[account.account] else { continue }
      // Of the user's own columns nobody knows which numbers are amounts and which are codes or years.
      let number = Self.amounts.contains(column.name) ? column.numbers[account.account] : nil
      let value = number.map(formats.value) ?? text
      rows.append(Fact(label: label(column.name), value: value))
    }
    return rows
  }

  private func sources(_ account: Int) -> [SourceRow] {
    func row(_ table: String, _ count: Int, _ newest: Day?) -> SourceRow? {
      guard count > 0 else { return nil }
      return SourceRow(
        table: words.code(.table, table), rows: formats.whole(count),
        newest: newest.map(formats.shortDate) ?? words(.undated))
    }
    let observations = evidence.series.map { $0.observations(of: account, upTo: review.asOf) }
    return [
      row("measures", observations.reduce(0) { $0 + $1.count }, observations.compactMap { $0.last?.day }.max()),
      row(
        "sentiment", review.judgement.sentiment[account].count, review.judgement.sentiment[account].map(\.date).max()),
      row("risks", review.judgement.risks[account].count, review.judgement.risks[account].map(\.seenOn).max()),
      row("touchpoints", evidence.touchpoints[account].count, evidence.touchpoints[account].map(\.date).max()),
      row("tickets", evidence.tickets[account].count, evidence.tickets[account].map(\.openedOn).max()),
      row("contacts", evidence.contacts[account].count, evidence.contacts[account].compactMap(\.since).max()),
      row(
        "goals", evidence.goals[account].count,
        evidence.goals[account].compactMap(\.metOn).filter { $0 <= review.asOf }.max()),
      row("outcomes", evidence.outcomes[account].count, evidence.outcomes[account].map(\.date).max()),
      row("reviews", review.judgement.reviews[account].count, review.judgement.reviews[account].map(\.date).max()),
    ].compactMap { $0 }
  }
}
