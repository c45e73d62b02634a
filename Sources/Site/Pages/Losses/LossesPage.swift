import Templates

/// The accounts lost in the last year.
struct LossesPage: TemplateRecord {
  let lead: String
  let rows: [LostRow]
  let sheets: [SheetLink]

  static let fields: TemplateFields<LossesPage> = [
    .text("lead") { $0.lead },
    .list("rows") { $0.rows },
    .flag("has_sheets") { $0.sheets.count > 1 },
    .list("sheets") { $0.sheets },
  ]
}
