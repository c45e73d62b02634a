import Health
import Review

/// Composes the pages of the cells of a movement matrix, sheet by sheet.
struct ChangeCellPageComposer: PageComposer {
  /// One sheet of a cell.
  struct Subject {
    let changes: Changes
    let cell: EditionComparison.Cell
    let sheet: Sheet
  }

  static let template = "change-cell.md"

  let tell: Telling

  var pages: [PagePlan<Subject>] {
    guard let changes = tell.changes else { return [] }
    return EditionComparison.Cell.all.flatMap { cell -> [PagePlan<Subject>] in
      let accounts = changes.comparison[cell]
      guard !accounts.isEmpty else { return [] }
      return Sheet.all(rows: accounts.count).map { sheet in
        PagePlan(
          path: sheet.path(cell.path), title: MovementPieceComposer(tell: tell).title(of: cell),
          entry: ChangesPageComposer.menuEntry ?? IndexPageComposer.entry,
          subject: Subject(changes: changes, cell: cell, sheet: sheet))
      }
    }
  }

  func view(of subject: Subject, on page: inout PageBuilder) -> ChangeCellPage {
    let (changes, cell, sheet) = (subject.changes, subject.cell, subject.sheet)
    let rows = ChangeRows(tell: tell)
    let accounts = changes.comparison[cell]
    return ChangeCellPage(
      title: MovementPieceComposer(tell: tell).title(of: cell),
      lead: words.count(.movementLead, accounts.count, ["arr": money(AmountSum(accounts.map(\.arr)))]),
      rows: accounts[sheet.range].map { rows.row($0, in: changes, root: page.root) },
      before: rows.label(ofEnd: changes.comparison.before, in: changes),
      after: rows.label(ofEnd: changes.comparison.after, in: changes),
      hasLateData: rows.hasLateData(accounts), hasModel: rows.hasModelPart(accounts), rule: rows.rule(accounts),
      sheets: sheet.links(cell.path))
  }
}

extension EditionComparison.Cell {
  /// The path of its page without its extension.
  var path: String { "changes/\(from?.rawValue ?? "none")-\(to?.rawValue ?? "none")" }
}
