import Templates

/// The accounts of one cell of the movement matrix.
struct ChangeCellPage: TemplateRecord {
  let title: String
  let lead: String
  let rows: [ChangeRow]
  let before: String
  let after: String
  let hasLateData: Bool
  let hasModel: Bool
  let rule: String
  let sheets: [SheetLink]

  static let fields: TemplateFields<ChangeCellPage> = [
    .text("title") { $0.title },
    .text("lead") { $0.lead },
    .list("rows") { $0.rows },
    .text("before") { $0.before },
    .text("after") { $0.after },
    .flag("has_late_data") { $0.hasLateData },
    .flag("has_model_part") { $0.hasModel },
    .text("rule") { $0.rule },
    .flag("has_sheets") { $0.sheets.count > 1 },
    .list("sheets") { $0.sheets },
  ]
}
