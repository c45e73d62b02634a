import Charts
import Health
import Review

/// Composes the steps from one revenue to another.
struct BridgeComposer: Composer {
  /// The number of accounts of each kind that are named before the fold.
  private static let mostOfKind = 5
  /// The number of accounts of each kind that are named at all, so that the page of a large portfolio stays readable;
  /// the table has the others.
  private static let mostNamed = 50

  /// What was there first grows, shrinks and goes; then comes what is new.
  private static let kinds: [RevenueBridge.Kind] = [.expansion, .contraction, .churn, .new, .unknown]
  /// Accounts that were lost are what a reader looks for.
  private static let order: [RevenueBridge.Kind] = [.churn, .contraction, .new, .expansion, .unknown]

  let tell: Telling

  /// The steps since the last edition; nil when none was published.
  func sinceLastEdition(on page: inout PageBuilder) -> Bridge? {
    review.bridgeFromLastEdition.map { bridge in
      compose(bridge, sentence: .bridgeSincePublished, isDrawn: false, on: &page)
    }
  }

  /// The steps of a year, by outcomes.
  func year(on page: inout PageBuilder) -> Bridge {
    compose(review.bridgeOfYear, sentence: .bridgeSince, isDrawn: true, note: gapWords, on: &page)
  }

  /// How many accounts were customers a year ago, how many are, and how one becomes the other.
  var counts: String {
    let year = review.bridgeOfYear
    return words.count(
      .customersThenNow, year.before.count,
      [
        "date": formats.date(year.from), "now": formats.whole(year.after.count),
        "new": formats.whole(year[.new].count), "lost": formats.whole(year[.churn].count),
      ])
  }

  /// Why the revenue and the accounts by outcomes are not those of the rest of the report; empty where they are.
  private var gapWords: String {
    let year = review.bridgeOfYear
    let today = review.today.bands.total
    let gap = today.known - year.after.known
    return [
      abs(gap) < 0.005
        ? "" : words(.arrGap, ["today": fullMoney(today), "outcomes": fullMoney(year.after), "gap": signed(gap)]),
      today.count == year.after.count
        ? ""
        : words(
          .accountsGap,
          [
            "active": words.count(.activeAccounts, today.count), "outcomes": formats.whole(year.after.count),
          ]),
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func compose(
    _ bridge: RevenueBridge, sentence: Phrase, isDrawn: Bool, note: String = "", on page: inout PageBuilder
  ) -> Bridge {
    let kinds = Self.order.map { bridge[$0] }
    let first = kinds.flatMap { $0.prefix(Self.mostOfKind) }
    let rest = kinds.flatMap { steps in
      let others = steps.dropFirst(Self.mostNamed)
      return steps.prefix(Self.mostNamed).dropFirst(Self.mostOfKind).map { row($0, root: page.root) }
        + (others.isEmpty ? [] : [sum(of: Array(others))])
    }
    let told = words(
      sentence,
      [
        "date": formats.date(bridge.from), "before": fullMoney(bridge.before), "after": fullMoney(bridge.after),
        "accounts": words.count(.accounts, bridge.before.count), "now": words.count(.accounts, bridge.after.count),
        "steps": stepWords(bridge),
      ])
    return Bridge(
      title: title(of: bridge), words: told, chart: isDrawn ? page.add(figure(chart(bridge, title: told))) : "",
      steps: first.map { row($0, root: page.root) },
      fold: rest.isEmpty ? "" : page.add(foldOpening(words.count(.moreSteps, bridge.steps.count - first.count))),
      rest: rest, foldEnd: rest.isEmpty ? "" : page.add(foldClosing), note: note,
      table: first.isEmpty ? "" : RetentionTable.path)
  }

  /// `ARR fell from €5.32m to €5.23m`.
  private func title(of bridge: RevenueBridge) -> String {
    let change = bridge.after.known - bridge.before.known
    return words(
      abs(change) < 0.005 ? .arrUnchanged : change < 0 ? .arrFell : .arrRose,
      ["before": shortMoney(bridge.before), "after": shortMoney(bridge.after)])
  }

  /// The sums of the kinds of change that there are.
  private func stepWords(_ bridge: RevenueBridge) -> String {
    let steps = Self.kinds.filter { !bridge[$0].isEmpty }.map { kind in
      words(
        .bridgeStep,
        [
          "kind": words.code(.bridge, kind.rawValue), "amount": words.sum(bridge.sum(kind), written: signed),
          "accounts": words.count(.accounts, bridge[kind].count),
        ])
    }
    return steps.isEmpty ? words(.noStep) : steps.joined(separator: words(.clauseSeparator))
  }

  private func chart(_ bridge: RevenueBridge, title: String) -> Waterfall {
    func sum(_ day: Day, _ amount: AmountSum) -> Waterfall.Row {
      Waterfall.Row(
        label: formats.shortDate(day), words: words.count(.accounts, amount.count), amount: fullMoney(amount),
        value: amount.known, isSum: true)
    }
    let steps = Self.kinds.filter { !bridge[$0].isEmpty }.map { kind in
      Waterfall.Row(
        label: words.code(.bridge, kind.rawValue), words: words.count(.accounts, bridge[kind].count),
        amount: words.shortSum(bridge.sum(kind), unknown: .unknown, written: signed), value: bridge.sum(kind).known,
        isSum: false)
    }
    let rows = [sum(bridge.from, bridge.before)] + steps + [sum(review.asOf, bridge.after)]
    let bounds = Waterfall.bounds(of: rows)
    return Waterfall(
      rows: rows, bounds: bounds, ticks: (money(bounds.lowerBound), money(bounds.upperBound)), title: title,
      words: TableWords(
        name: self.title(of: bridge), heads: [.arr, .accounts, .amount].map { words($0) }))
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

  /// The steps of a kind that are not named, in one row.
  private func sum(of steps: [RevenueBridge.Step]) -> BridgeStepRow {
    func end(_ amounts: [Double?]) -> String { amounts.isEmpty ? "" : fullMoney(AmountSum(amounts)) }
    return BridgeStepRow(
      name: words.count(.moreAccounts, steps.count), link: "", kind: words.code(.bridge, steps[0].kind.rawValue),
      before: end(steps.filter(\.wasCustomer).map(\.before)), after: end(steps.filter(\.isCustomer).map(\.after)),
      change: words.sum(AmountSum(steps.map { $0.isUnknown ? nil : $0.change }), written: signed), outcome: "")
  }

  /// The revenue of an account at one end of a bridge; empty where it was no customer.
  private func end(_ amount: Double?, _ isCustomer: Bool) -> String {
    isCustomer ? amount.map { fullMoney($0) } ?? words(.unknown) : ""
  }

  private func fullMoney(_ sum: AmountSum) -> String { words.sum(sum) { fullMoney($0) } }

  private func signed(_ amount: Double) -> String { (amount > 0 ? "+\u{2060}" : "") + fullMoney(amount) }
}
