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

  /// `2026-W46` for an edition, `2026-11` for a model on trial.
  func label(ofEnd end: EditionRecord, in changes: Changes) -> String {
    changes.trial == nil ? end.edition.description : words(.modelNamed, ["version": end.modelVersion])
  }
}
