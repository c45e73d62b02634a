import Health
import Review

/// The accounts that left or changed band since the last edition, each with the cause.
struct SinceRows: Composer {
  let tell: Telling

  /// The first of the changes, the worst steps first.
  func rows(most: Int, root: String) -> [SinceRow] {
    tell.change.changes.prefix(most).map { change in
      let step = words(
        .sinceStep,
        [
          "arr": namedARR(change.arr), "step": words.code(.step, change.step.rawValue),
        ])
      let why = cause(change)
      return SinceRow(
        name: change.name, link: change.account.map { links.accountOrLoss($0, root: root) } ?? "",
        text: why.isEmpty
          ? step : words(change.step == .lost ? .sinceVerdict : .sinceCause, ["step": step, "why": why]))
    }
  }

  /// Of a loss, who saw it coming; of another change, the cause; empty where nothing is known.
  private func cause(_ change: PortfolioChange.Change) -> String {
    guard let account = change.account else { return "" }
    if change.step == .lost {
      return tell.losses.first { $0.account == account }.map { LossWords(tell: tell).verdict($0) } ?? ""
    }
    if let comparison = review.sinceLastEdition, let change = comparison.change(of: account) {
      return ChangeWords(tell: tell).whyWords(change, in: comparison)
    }
    guard let reviewed = review.review(of: account) else { return "" }
    return reviewed.driverOfWeek(isFall: change.step.isWorse).map(MoveWords(tell: tell).driverWords) ?? ""
  }
}
