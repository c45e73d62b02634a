import Templates

/// The accounts lost in the last year.
struct LossesPage: TemplateRecord {
  let lead: String
  let nobodyLost: String
  let rows: [LostRow]
  let sheets: [SheetLink]

  static let fields: TemplateFields<LossesPage> = [
    .text("lead") { $0.lead },
    .text("nobody_lost") { $0.nobodyLost },
    .list("rows") { $0.rows },
    .flag("has_sheets") { $0.sheets.count > 1 },
    .list("sheets") { $0.sheets },
  ]
}
