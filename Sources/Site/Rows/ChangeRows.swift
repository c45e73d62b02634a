import Health
import Review

/// The accounts of a comparison as rows of a table, and the labels of its ends.
struct ChangeRows: Composer {
  let tell: Telling

  func row(
    _ change: EditionComparison.AccountChange, in changes: Changes, root: String
  ) -> ChangeRow {
    func points(_ value: Double?) -> String { value.map { formats.change($0, decimals: 1) } ?? "" }
    func end(_ score: RecordedScore?) -> ChangeRow.End {
      ChangeRow.End(
        score: score?.score.map(String.init) ?? "", band: score?.band.rawValue ?? "", bandWord: word(of: score?.band))
    }
    return ChangeRow(
      name: change.account.map { evidence.accounts[$0].name } ?? change.id,
      link: change.account.map { links.accountOrLoss($0, root: root) } ?? "",
      arr: change.arr.map(money) ?? words(.unknown),
      before: end(change.before), after: end(change.after), change: change.change.map { formats.change($0) } ?? "",
      behaviour: points(change.why?.behaviour), lateData: points(change.why?.lateData),
      model: points(change.why?.model), why: ChangeWords(tell: tell).whyWords(change, in: changes.comparison))
  }

  /// Whether rows that came later moved a score by as much as is shown.
  func hasLateData(_ changes: some Sequence<EditionComparison.AccountChange>) -> Bool {
    changes.contains { $0.why.map { formats.isShown($0.lateData, decimals: 1) } ?? false }
  }

  /// Whether another model moved a score by as much as is shown.
  func hasModelPart(_ changes: some Sequence<EditionComparison.AccountChange>) -> Bool {
    changes.contains { $0.why.map { formats.isShown($0.model, decimals: 1) } ?? false }
  }

  /// How the parts of a change add up, where there is more than one.
  func rule(_ changes: some Collection<EditionComparison.AccountChange>) -> String {
    words(hasLateData(changes) || hasModelPart(changes) ? .changesRule : .changesRuleAlone)
  }

  /// The day of an edition, or its name where both are of one day; `model 2026-11` for a model on trial.
  func label(ofEnd end: EditionRecord, in changes: Changes) -> String {
    if changes.trial != nil { return words(.modelNamed, ["version": end.modelVersion]) }
    let comparison = changes.comparison
    return comparison.before.asOf == comparison.after.asOf ? end.edition.description : formats.shortDate(end.asOf)
  }
}
