import Health
import Review
import Templates

/// A comparison that pages are made of, and where its first page lies.
struct Changes: Sendable {
  let comparison: EditionComparison
  /// Set where the later end is another model instead of another day.
  var trial: ModelTrial?
  var path = "changes.html"
}

extension Context {
  /// How many rows the tables of changes show before they lead on.
  private static let mostChanged = 30
  private static let mostMoved = 15

  func changesPage(_ changes: Changes, movement: CompiledTemplate<Movement>?, on draft: inout Draft) -> ChangesPage {
    let comparison = changes.comparison
    let changed = comparison.changedBand
    return ChangesPage(
      title: words(changes.trial == nil ? .changesTitle : .trialTitle, ends(changes)), lead: lead(changes),
      // Of a model on trial its own effect says as much.
      bands: changes.trial == nil ? bandWords(comparison) : "", model: modelFacts(changes),
      trial: trialRows(changes.trial),
      movement: movement.map { draft.add(figure(changes, template: $0, root: draft.root)) } ?? "",
      changed: changed.prefix(Self.mostChanged).map { row($0, in: changes, root: draft.root) },
      moreChanged: moreAccounts(of: changed.count, shown: Self.mostChanged),
      moved: comparison.movedWithinBand.prefix(Self.mostMoved).map { row($0, in: changes, root: draft.root) },
      before: label(ofEnd: comparison.before, in: changes), after: label(ofEnd: comparison.after, in: changes),
      rule: words(.changesRule))
  }

  func changeCellPage(
    _ cell: EditionComparison.Cell, in changes: Changes, sheet: Sheet, on draft: inout Draft
  ) -> ChangeCellPage {
    let accounts = changes.comparison[cell]
    return ChangeCellPage(
      title: title(of: cell),
      lead: words.count(.movementLead, accounts.count, ["arr": money(accounts.reduce(0) { $0 + ($1.arr ?? 0) })]),
      rows: accounts[sheet.range].map { row($0, in: changes, root: draft.root) },
      before: label(ofEnd: changes.comparison.before, in: changes),
      after: label(ofEnd: changes.comparison.after, in: changes), rule: words(.changesRule),
      sheets: sheet.links(cell.path))
  }

  /// `2026-W46` for an edition, `2026-11` for a model on trial.
  private func label(ofEnd end: EditionRecord, in changes: Changes) -> String {
    changes.trial == nil ? end.edition.description : words(.modelNamed, ["version": end.modelVersion])
  }

  private func ends(_ changes: Changes) -> Places {
    let (before, after) = (changes.comparison.before, changes.comparison.after)
    return changes.trial == nil
      ? ["from": before.edition.description, "to": after.edition.description]
      : ["from": before.modelVersion, "to": after.modelVersion]
  }

  func title(of cell: EditionComparison.Cell) -> String {
    words(.movementTitle, ["from": word(of: cell.from), "to": word(of: cell.to)])
  }

  func word(of band: Band?) -> String { band.map { words.code(.band, $0.rawValue) } ?? words(.noCustomer) }

  /// What moved the mean score, in a sentence.
  private func lead(_ changes: Changes) -> String {
    guard let (mean, accounts) = changes.comparison.mean else {
      return words(.changesNoMean, ["edition": changes.comparison.before.edition.description])
    }
    func points(_ value: Double) -> String { formats.change(value, decimals: 1) }
    return words.count(
      changes.trial == nil ? .changesLead : .trialLead, accounts,
      [
        "total": self.points(mean.total), "behaviour": points(mean.behaviour), "late": points(mean.lateData),
        "model": points(mean.model),
      ])
  }

  /// How many accounts changed band, what left green, and what was lost while green, in two sentences.
  func bandWords(_ comparison: EditionComparison) -> String {
    let changed = comparison.changedBand
    func places(_ accounts: [EditionComparison.AccountChange]) -> Places {
      ["n": formats.whole(accounts.count), "arr": money(accounts.reduce(0) { $0 + ($1.arr ?? 0) })]
    }
    let left = changed.filter { $0.before?.band == .green }
    let entered = changed.filter { $0.after?.band == .green }
    let others = changed.count - left.count - entered.count
    var parts: [String] = []
    if !left.isEmpty { parts.append(words(.leftGreen, places(left))) }
    if !entered.isEmpty { parts.append(words(.turnedGreen, places(entered))) }
    if others > 0 { parts.append(words.count(.otherBands, others)) }
    let moved =
      changed.isEmpty
      ? words(.bandsUnchanged)
      : words.count(.bandsChanged, changed.count, ["changes": parts.joined(separator: ", ")])
    let lost = comparison.lostWhileGreen
    return lost.isEmpty ? moved : moved + " " + words.count(.lostWhileGreen, lost.count, places(lost))
  }

  /// What was expected of a changed model and what it did; nothing where the model stayed as it was.
  private func modelFacts(_ changes: Changes) -> [Fact] {
    let comparison = changes.comparison
    guard changes.trial != nil || comparison.changesModel == true, let models = comparison.after.models else {
      return []
    }
    let flipped = comparison.flippedByModel
    var facts = [
      Fact(
        label: words(.modelVersions),
        value: words(.fromTo, ["from": comparison.before.modelVersion, "to": comparison.after.modelVersion]))
    ]
    if let why = models.changed?.why { facts.append(Fact(label: words(.modelWhy), value: why)) }
    facts.append(Fact(label: words(.modelExpected), value: models.changed?.expected ?? words(.nothingExpected)))
    let left = flipped.filter { $0.restatedBand == .green }
    let entered = flipped.filter { $0.remodelledBand == .green }
    facts.append(
      Fact(
        label: words(.modelFound),
        value: words.count(
          .modelFlips, flipped.count,
          [
            "left": formats.whole(left.count), "left_arr": money(left.reduce(0) { $0 + ($1.arr ?? 0) }),
            "entered": formats.whole(entered.count), "entered_arr": money(entered.reduce(0) { $0 + ($1.arr ?? 0) }),
          ])))
    return facts
  }

  private func trialRows(_ trial: ModelTrial?) -> [TrialRow] {
    guard let trial else { return [] }
    return trial.backtests.flatMap { inForce, onTrial in
      [(inForce, trial.comparison.before), (onTrial, trial.comparison.after)].map { result, end in
        TrialRow(
          horizon: words.count(.days, result.horizon), model: end.modelVersion, n: formats.whole(result.n),
          churned: formats.whole(result.churned), auc: words(of: result.auc, in: result, by: end.models),
          missed: words(of: result.missed),
          recall: words(of: result.recall), precision: words(of: result.precision))
      }
    }
  }

  /// `0.71 (0.64 to 0.78)`, that it has no width, or that there are not enough outcomes.
  func words(of auc: AUC?) -> String {
    guard let auc else { return words(.tooFewOutcomes) }
    func number(_ value: Double) -> String { formats.fixed(value, decimals: 2) }
    if auc.isWithoutWidth { return words(.withoutWidth, ["n": number(auc.value)]) }
    return words(
      .withInterval,
      [
        "n": number(auc.value), "low": number(auc.interval.lowerBound),
        "high": number(auc.interval.upperBound),
      ])
  }

  /// `3 of 13, 23 % (8 % to 50 %)`.
  func words(of rate: Rate) -> String {
    guard let share = rate.share, let interval = rate.interval else { return words(.noAccountYet) }
    return words(
      .rateWithInterval,
      [
        "n": formats.whole(rate.count), "of": formats.whole(rate.n), "share": formats.percent(share),
        "low": formats.percent(interval.lowerBound), "high": formats.percent(interval.upperBound),
      ])
  }

  private func figure(_ changes: Changes, template: CompiledTemplate<Movement>, root: String) -> [UInt8] {
    let places = Band.allCases.map(Optional.some) + [nil]
    let view = Movement(
      before: label(ofEnd: changes.comparison.before, in: changes),
      after: label(ofEnd: changes.comparison.after, in: changes),
      rows: places.map { from in
        Movement.Row(
          letter: from.map { String($0.rawValue.prefix(1)) } ?? "", word: word(of: from),
          cells: places.map { to in
            let cell = EditionComparison.Cell(from: from, to: to)
            let accounts = changes.comparison[cell]
            return Matrix.Cell(
              kind: from == to ? "agree" : "", link: accounts.isEmpty ? "" : "\(root)\(cell.path).html",
              count: formats.whole(accounts.count), arr: money(accounts.reduce(0) { $0 + ($1.arr ?? 0) }))
          })
      })
    var html: [UInt8] = []
    template.render(view, into: &html)
    return html
  }

  private func row(
    _ change: EditionComparison.AccountChange, in changes: Changes, root: String
  ) -> ChangeRow {
    func points(_ value: Double?) -> String { value.map { formats.change($0, decimals: 1) } ?? "" }
    func end(_ score: RecordedScore?) -> ChangeRow.End {
      ChangeRow.End(
        score: score?.score.map(String.init) ?? "", band: score?.band.rawValue ?? "", bandWord: word(of: score?.band))
    }
    return ChangeRow(
      name: change.account.map { evidence.accounts[$0].name } ?? change.id,
      link: change.account.map { link(of: $0, root: root) } ?? "", arr: change.arr.map(money) ?? words(.unknown),
      before: end(change.before), after: end(change.after), change: change.change.map { formats.change($0) } ?? "",
      behaviour: points(change.why?.behaviour), lateData: points(change.why?.lateData),
      model: points(change.why?.model), why: whyWords(change, in: changes.comparison))
  }

  /// The page of an account, or of its loss; empty where there is neither.
  func link(of account: Int, root: String) -> String {
    guard isWholeSite else { return "" }
    if review.review(of: account) != nil { return accountLink(account, root: root) }
    return losses.contains { $0.account == account } ? lossLink(account, root: root) : ""
  }

  /// What moved a score most between two editions, in words.
  func whyWords(_ change: EditionComparison.AccountChange, in comparison: EditionComparison) -> String {
    if change.before == nil { return words(.becameCustomer) }
    if change.after == nil { return words(.isNoCustomer) }
    if let (cap, isHeld) = change.capChange {
      return words(
        isHeld ? .heldByCap : .releasedFromCap,
        ["band": words.code(.band, cap.band.rawValue), "why": reason(of: cap, in: review.models.all[0])])
    }
    guard let why = change.why else { return words(.cannotCompare) }
    guard abs(why.total) >= EditionComparison.smallestMove || change.change != 0 else { return "" }
    switch why.cause {
    case .behaviour: return change.driver.map(driverWords) ?? words(.noDriver)
    case .lateData: return words(.becauseLateData, ["points": points(why.lateData)])
    case .model:
      let shift = change.modelShift
      return words(
        shift == nil ? .becauseModel : .becauseModelThrough,
        [
          "from": comparison.before.modelVersion, "to": comparison.after.modelVersion,
          "points": points(why.model), "dimension": shift.map { label($0.dimension) } ?? "",
          "shift": shift.map { formats.change($0.points, decimals: 1) } ?? "",
        ])
    }
  }

  /// Why an account's score is another than in the last edition, in two sentences; empty where there was none.
  func sinceLastEdition(_ account: Int) -> String {
    guard let comparison = review.sinceLastEdition, let change = comparison.change(of: account) else { return "" }
    let edition = comparison.before.edition.description
    guard let before = change.before else { return words(.notInEdition, ["edition": edition]) }
    guard let why = change.why else { return words(.cannotCompareWith, ["edition": edition]) }
    func points(_ value: Double) -> String { formats.change(value, decimals: 1) }
    func score(_ score: RecordedScore?) -> String {
      score?.score.map(String.init) ?? words.code(.band, Band.unscored.rawValue)
    }
    return words(
      .sinceEdition,
      [
        "edition": edition, "from": score(before), "to": score(change.after), "total": self.points(why.total),
        "behaviour": points(why.behaviour), "late": points(why.lateData), "model": points(why.model),
      ])
  }
}

extension EditionComparison.Cell {
  /// The path of its page without its ending.
  var path: String { "changes/\(from?.rawValue ?? "none")-\(to?.rawValue ?? "none")" }
}
