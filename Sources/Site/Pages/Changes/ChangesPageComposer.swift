import Health
import Review

/// Composes the page on what changed between two editions, or what another model would change.
struct ChangesPageComposer: PageComposer {
  static let template = "changes.md"

  /// The number of rows in the tables of changes before a link to the rest.
  private static let mostChanged = 30
  private static let mostMoved = 15

  let tell: Telling
  private var rows: ChangeRows { ChangeRows(tell: tell) }

  var pages: [PagePlan<Changes>] {
    tell.changes.map {
      [PagePlan(path: $0.path, title: words(.navChanges), entry: IndexPageComposer.entry, subject: $0)]
    } ?? []
  }

  func view(of changes: Changes, on page: inout PageBuilder) -> ChangesPage {
    let movement = MovementPieceComposer(tell: tell).piece(changes, root: page.root)
    return view(of: changes, movement: page.add(movement, as: \.movement), root: page.root)
  }

  /// The page with a chart of the movement, or without one for a terminal.
  func view(of changes: Changes, movement: String = "", root: String) -> ChangesPage {
    let comparison = changes.comparison
    let changed = comparison.changedBand
    return ChangesPage(
      title: words(changes.trial == nil ? .changesTitle : .trialTitle, ends(changes)), lead: lead(changes),
      // For a model on trial, its own effect says the same.
      bands: changes.trial == nil ? ChangeWords(tell: tell).bandWords(comparison) : "", model: modelFacts(changes),
      trial: trialRows(changes.trial),
      movement: movement,
      changed: changed.prefix(Self.mostChanged).map { rows.row($0, in: changes, root: root) },
      moreChanged: moreAccounts(of: changed.count, shown: Self.mostChanged),
      moved: comparison.movedWithinBand.prefix(Self.mostMoved).map { rows.row($0, in: changes, root: root) },
      before: rows.label(ofEnd: comparison.before, in: changes),
      after: rows.label(ofEnd: comparison.after, in: changes),
      rule: words(.changesRule))
  }

  private func ends(_ changes: Changes) -> Places {
    let (before, after) = (changes.comparison.before, changes.comparison.after)
    return changes.trial == nil
      ? ["from": before.edition.description, "to": after.edition.description]
      : ["from": before.modelVersion, "to": after.modelVersion]
  }

  /// The cause of the change of the mean score, in a sentence.
  private func lead(_ changes: Changes) -> String {
    guard let (mean, accounts) = changes.comparison.mean else {
      return words(.changesNoMean, ["edition": changes.comparison.before.edition.description])
    }
    func points(_ value: Double) -> String { formats.change(value, decimals: 1) }
    return words.count(
      changes.trial == nil ? .changesLead : .trialLead, accounts,
      [
        "total": MoveWords(tell: tell).points(mean.total), "behaviour": points(mean.behaviour),
        "late": points(mean.lateData),
        "model": points(mean.model),
      ])
  }

  /// The expected and the actual effect of a changed model; empty when the model is unchanged.
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
            "left": formats.whole(left.count),
            "left_arr": shortMoney(AmountSum(left.map(\.arr)), unknown: .amountUnknown),
            "entered": formats.whole(entered.count),
            "entered_arr": shortMoney(AmountSum(entered.map(\.arr)), unknown: .amountUnknown),
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
}
