import Health
import Review

/// Composes the table of the accounts lost in the last year, sheet by sheet.
struct LossesPageComposer: PageComposer {
  static let template = "losses.md"

  let tell: Telling

  var pages: [PagePlan<Sheet>] {
    Sheet.all(rows: tell.losses.count).map { sheet in
      PagePlan(
        path: sheet.path("losses/index"), title: words(.navLosses), entry: IndexPageComposer.entry, subject: sheet)
    }
  }

  func view(of sheet: Sheet, on draft: inout PageBuilder) -> LossesPage {
    let missed = tell.losses.count { $0.call?.band == .green }
    let lead = words.count(
      .lossesLead, tell.losses.count,
      [
        "arr": money(tell.losses.reduce(0) { $0 + ($1.outcome?.arrBefore ?? evidence.accounts[$1.account].arr ?? 0) }),
        "green": formats.whole(missed), "scored": formats.whole(tell.losses.count { $0.call?.score != nil }),
      ])
    let fittedMark = VerdictWords(tell: tell).fittedMark
    return LossesPage(
      lead: fittedMark.isEmpty ? lead : lead + " " + fittedMark,
      rows: tell.losses[sheet.range].map { LossRows(tell: tell).row($0, root: draft.root) },
      sheets: sheet.links("losses/index"))
  }
}
