import Templates

/// The champions and sponsors who left their companies, or one sheet of them.
struct DeparturesPage: TemplateRecord {
  let lead: String
  let rows: [DepartureRow]
  let sheets: [SheetLink]

  static let fields: TemplateFields<DeparturesPage> = [
    .text("lead") { $0.lead },
    .list("rows") { $0.rows },
    .flag("has_sheets") { $0.sheets.count > 1 },
    .list("sheets") { $0.sheets },
  ]
}

/// Somebody who left, and who is in the same role now.
struct DepartureRow: TemplateRecord {
  let account: AccountRow
  let left: String
  let person: String
  let role: String
  let successors: String

  static let fields: TemplateFields<DepartureRow> = [
    .record("account") { $0.account },
    .text("left") { $0.left },
    .text("person") { $0.person },
    .text("role") { $0.role },
    .text("successors") { $0.successors },
  ]
}
