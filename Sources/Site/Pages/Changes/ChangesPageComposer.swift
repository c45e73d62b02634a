import Health
import Review

/// Composes the page on what changed between two editions, or what another model would change.
struct ChangesPageComposer: PageComposer {
  static let template = "changes.md"

  /// The number of rows in the tables of changes before a link to the rest.
  private static let mostChanged = 30
  private static let mostMoved = 15
  private static let mostHeld = 5

  static let menuEntry: MenuEntry? = MenuEntry(name: "changes", path: "changes.html")

  let tell: Telling
  private var rows: ChangeRows { ChangeRows(tell: tell) }

  var pages: [PagePlan<Changes>] {
    tell.changes.map {
      [
        PagePlan(
          path: $0.path, title: words.code(.nav, "changes"), entry: Self.menuEntry ?? IndexPageComposer.entry,
          subject: $0)
      ]
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
    let moved = comparison.movedWithinBand.prefix(Self.mostMoved) + comparison.heldInBalance.prefix(Self.mostHeld)
    let shown = changed.prefix(Self.mostChanged) + moved
    return ChangesPage(
      title: words(changes.trial == nil ? .changesTitle : .trialTitle, ends(changes)), lead: lead(changes),
      // For a model on trial, its own effect says the same.
      bands: changes.trial == nil ? ChangeWords(tell: tell).bandWords(comparison) : "", model: modelFacts(changes),
      trial: trialRows(changes.trial),
      movement: movement,
      changed: changed.prefix(Self.mostChanged).map { rows.row($0, in: changes, root: root) },
      moreChanged: moreAccounts(of: changed.count, shown: Self.mostChanged),
      moved: moved.map { rows.row($0, in: changes, root: root) },
      before: rows.label(ofEnd: comparison.before, in: changes),
      after: rows.label(ofEnd: comparison.after, in: changes),
      hasLateData: rows.hasLateData(shown), hasModel: rows.hasModelPart(shown),
      rule: rows.rule(shown))
  }

  private func ends(_ changes: Changes) -> Places {
    let (before, after) = (changes.comparison.before, changes.comparison.after)
    return changes.trial == nil
      ? ["from": rows.label(ofEnd: before, in: changes), "to": rows.label(ofEnd: after, in: changes)]
      : ["from": before.modelVersion, "to": after.modelVersion]
  }

  /// The cause of the change of the mean score, in a sentence.
  private func lead(_ changes: Changes) -> String {
    guard let (mean, accounts) = changes.comparison.mean else {
      return words(.changesNoMean, ["edition": rows.label(ofEnd: changes.comparison.before, in: changes)])
    }
    let sentence = words.count(
      changes.trial == nil ? .changesLead : .trialLead, accounts,
      ["total": MoveWords(tell: tell).points(mean.total), "parts": words.list(parts(of: mean))])
    guard changes.trial == nil, let main = changes.comparison.mainMove else { return sentence }
    return sentence + " "
      + words(
        abs(main.points) >= abs(mean.behaviour) / 2 ? .mostThrough : .largestThrough,
        ["measure": label(main.measure), "points": points(main.points)])
  }

  /// What a change consists of, without what comes to nothing; all of it where one part is the whole.
  private func parts(of change: ScoreChange) -> [String] {
    let parts: [(Phrase, Double)] = [
      (.fromBehaviour, change.behaviour), (.fromLateData, change.lateData), (.fromModel, change.model),
    ]
    let told = parts.filter { formats.isShown($0.1, decimals: 1) }
    return (told.isEmpty ? Array(parts.prefix(1)) : told).map { words($0.0, ["points": points($0.1)]) }
  }

  private func points(_ value: Double) -> String { formats.change(value, decimals: 1) }

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
