import Templates

/// All misses, or all false alarms.
struct CallsPage: TemplateRecord {
  let title: String
  let lead: String
  let rule: String
  let rows: [CallRow]
  let sheets: [SheetLink]

  static let fields: TemplateFields<CallsPage> = [
    .text("title") { $0.title },
    .text("lead") { $0.lead },
    .text("rule") { $0.rule },
    .list("rows") { $0.rows },
    .flag("has_sheets") { $0.sheets.count > 1 },
    .list("sheets") { $0.sheets },
  ]
}
