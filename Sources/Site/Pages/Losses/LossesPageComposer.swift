import Health
import Review

/// Composes the table of the accounts lost in the last year, sheet by sheet.
struct LossesPageComposer: PageComposer {
  static let template = "losses.md"

  static let entry = MenuEntry(name: "losses", path: "losses/index.html")
  static let menuEntry: MenuEntry? = entry

  let tell: Telling

  var pages: [PagePlan<Sheet>] {
    Sheet.all(rows: tell.losses.count).map { sheet in
      PagePlan(
        path: sheet.path("losses/index"), title: words.code(.nav, Self.entry.name), entry: Self.entry, subject: sheet)
    }
  }

  func view(of sheet: Sheet, on page: inout PageBuilder) -> LossesPage {
    let missed = tell.losses.count { $0.call?.band == .green }
    let rescored = tell.losses.count { $0.call?.score != nil && $0.call?.isRescored == true }
    let lead = words.count(
      .lossesLead, tell.losses.count,
      [
        "arr": arr(of: tell.losses),
        "green": formats.whole(missed), "scored": formats.whole(tell.losses.count { $0.call?.score != nil }),
      ])
    let sentences = [
      lead, rescored > 0 ? words.count(.lossesRescored, rescored) : "", VerdictWords(tell: tell).fittedMark,
    ]
    return LossesPage(
      lead: tell.losses.isEmpty ? "" : sentences.filter { !$0.isEmpty }.joined(separator: " "),
      nobodyLost: VanishedAccounts(tell: tell).nobodyLost,
      quarters: sheet.number == 1 ? tell.losses.byQuarter.map(row) : [],
      rows: tell.losses[sheet.range].map { LossRows(tell: tell).row($0, root: page.root) },
      sheets: sheet.links("losses/index"))
  }

  private func arr(of losses: [LostAccount]) -> String {
    money(AmountSum(losses.map { $0.outcome?.arrBefore ?? evidence.accounts[$0.account].arr }))
  }

  private func row(_ quarter: LossQuarter) -> LossQuarterRow {
    func count(_ foresight: LossForesight) -> String { formats.whole(quarter.count(foresight)) }
    return LossQuarterRow(
      quarter: name(of: quarter.quarter),
      accounts: formats.whole(quarter.losses.count), arr: arr(of: quarter.losses), both: count(.both),
      score: count(.score), person: count(.person), nobody: count(.nobody), notCalled: count(.notCalled))
  }
}
