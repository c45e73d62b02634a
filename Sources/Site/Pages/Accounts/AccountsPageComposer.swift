import Health
import Review

/// Composes the tables of accounts: the index of all, and the cells of the matrix.
struct AccountsPageComposer: PageComposer {
  /// One sheet of a table.
  struct Subject {
    let title: String
    let lead: String
    let accounts: [AccountReview]
    let sheet: Sheet
    /// The path of the first sheet without its extension.
    let base: String
  }

  static let template = "accounts.md"
  static let entry = MenuEntry(name: "accounts", path: "accounts/index.html")
  static let menuEntry: MenuEntry? = entry

  let tell: Telling

  var pages: [PagePlan<Subject>] {
    let all = review.byExposure
    return plans(
      title: words.code(.nav, Self.entry.name), lead: words.count(.accountsByExposure, all.count), accounts: all,
      base: "accounts/index") + MatrixCell.all.flatMap(pages)
  }

  private func pages(of cell: MatrixCell) -> [PagePlan<Subject>] {
    let accounts = MatrixPieceComposer(tell: tell).accounts(in: cell)
    guard !accounts.isEmpty else { return [] }
    return plans(
      title: MatrixPieceComposer(tell: tell).title(of: cell), lead: words.count(.activeAccounts, accounts.count),
      accounts: accounts,
      base: String(cell.path.dropLast(".html".count)))
  }

  private func plans(title: String, lead: String, accounts: [AccountReview], base: String) -> [PagePlan<Subject>] {
    Sheet.all(rows: accounts.count).map { sheet in
      PagePlan(
        path: sheet.path(base), title: title, entry: Self.entry,
        subject: Subject(title: title, lead: lead, accounts: accounts, sheet: sheet, base: base))
    }
  }

  func view(of subject: Subject, on page: inout PageBuilder) -> AccountsPage {
    let rows = AccountRows(tell: tell)
    return AccountsPage(
      title: subject.title, lead: subject.lead,
      rows: subject.accounts[subject.sheet.range].map { rows.row($0, on: &page) },
      sheets: subject.sheet.links(subject.base))
  }
}
