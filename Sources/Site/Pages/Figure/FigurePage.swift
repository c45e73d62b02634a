import Templates

/// The accounts behind a figure of the front page, with their sum, and those next to it that it does not count.
struct FigurePage: TemplateRecord {
  /// An account, and why it is counted or not.
  struct Row: TemplateRecord {
    let account: AccountRow
    let why: String

    static let fields: TemplateFields<Row> = [
      .record("account") { $0.account },
      .text("why") { $0.why },
    ]
  }

  let title: String
  let rule: String
  let rows: [Row]
  /// What the rows of all sheets sum to; empty on all sheets but the last.
  let sum: String
  let count: String
  let notCounted: [Row]
  let notCountedSum: String
  let sheets: [SheetLink]

  static let fields: TemplateFields<FigurePage> = [
    .text("title") { $0.title },
    .text("rule") { $0.rule },
    .list("rows") { $0.rows },
    .text("sum") { $0.sum },
    .text("count") { $0.count },
    .list("not_counted") { $0.notCounted },
    .text("not_counted_sum") { $0.notCountedSum },
    .flag("has_sheets") { $0.sheets.count > 1 },
    .list("sheets") { $0.sheets },
  ]
}
