import Templates

/// What people decided in a year, or one sheet of it.
struct DecisionsPage: TemplateRecord {
  let lead: String
  let isFirst: Bool
  let acted: FirstDecisionsSection?
  let late: [DecidedRow]
  let rows: [DecidedRow]
  let sheets: [SheetLink]

  static let fields: TemplateFields<DecisionsPage> = [
    .text("lead") { $0.lead },
    .flag("first_sheet") { $0.isFirst },
    .optional("acted") { $0.acted },
    .list("late") { $0.late },
    .list("rows") { $0.rows },
    .flag("has_sheets") { $0.sheets.count > 1 },
    .list("sheets") { $0.sheets },
  ]
}

/// A decision with its account, whether that is still a customer or not.
struct DecidedRow: TemplateRecord {
  let name: String
  let link: String
  let listLink: String
  let decision: DecisionView
  /// How late the next step is; empty when it is not.
  let late: String
  let followed: String

  static let fields: TemplateFields<DecidedRow> = [
    .text("name") { $0.name },
    .text("link") { $0.link },
    .text("list_link") { $0.listLink },
    .record("decision") { $0.decision },
    .text("late") { $0.late },
    .text("followed") { $0.followed },
  ]
}
