import Templates

/// The page of one person, or one sheet of it.
struct CSMPage: TemplateRecord {
  let name: String
  let lead: String
  let isFirst: Bool
  let owed: [OwedRow]
  let moreOwed: String
  let flagsDue: [AccountRow]
  let moreFlagsDue: String
  let renewals: [AccountRow]
  let moreRenewals: String
  let changed: [ChangedRow]
  let rubric: [RubricRow]
  let rows: [AccountRow]
  let sheets: [SheetLink]

  static let fields: TemplateFields<CSMPage> = [
    .text("name") { $0.name },
    .text("lead") { $0.lead },
    .flag("first_sheet") { $0.isFirst },
    .list("owed") { $0.owed },
    .text("more_owed") { $0.moreOwed },
    .list("flags_due") { $0.flagsDue },
    .text("more_flags_due") { $0.moreFlagsDue },
    .list("renewals") { $0.renewals },
    .text("more_renewals") { $0.moreRenewals },
    .list("changed") { $0.changed },
    .list("rubric") { $0.rubric },
    .list("rows") { $0.rows },
    .flag("has_sheets") { $0.sheets.count > 1 },
    .list("sheets") { $0.sheets },
  ]
}

/// A decision that is owed.
struct OwedRow: TemplateRecord {
  let list: String
  let link: String
  let account: AccountRow
  let item: ListItemView

  static let fields: TemplateFields<OwedRow> = [
    .text("list") { $0.list },
    .text("list_link") { $0.link },
    .record("account") { $0.account },
    .record("item") { $0.item },
  ]
}

/// An account whose score moved.
struct ChangedRow: TemplateRecord {
  let account: AccountRow
  let changes: String

  static let fields: TemplateFields<ChangedRow> = [
    .record("account") { $0.account },
    .text("changes") { $0.changes },
  ]
}
