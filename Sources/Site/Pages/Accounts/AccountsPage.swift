import Templates

/// Accounts in a table: the index of all, or a cell of the matrix.
struct AccountsPage: TemplateRecord {
  let title: String
  let lead: String
  let rows: [AccountRow]
  let sheets: [SheetLink]

  static let fields: TemplateFields<AccountsPage> = [
    .text("title") { $0.title },
    .text("lead") { $0.lead },
    .list("rows") { $0.rows },
    .flag("has_sheets") { $0.sheets.count > 1 },
    .list("sheets") { $0.sheets },
  ]
}
