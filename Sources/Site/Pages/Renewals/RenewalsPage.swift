import Templates

/// The accounts that come up for renewal in one quarter, or one sheet of them.
struct RenewalsPage: TemplateRecord {
  let title: String
  let lead: String
  let retentionLink: String
  let groups: [RenewalGroup]
  let sheets: [SheetLink]

  static let fields: TemplateFields<RenewalsPage> = [
    .text("title") { $0.title },
    .text("lead") { $0.lead },
    .text("retention_link") { $0.retentionLink },
    .list("groups") { $0.groups },
    .flag("has_sheets") { $0.sheets.count > 1 },
    .list("sheets") { $0.sheets },
  ]
}

/// The accounts among them that agree in band, and in how the flag compares with it.
struct RenewalGroup: TemplateRecord {
  let anchor: String
  let title: String
  let rows: [AccountRow]

  static let fields: TemplateFields<RenewalGroup> = [
    .text("anchor") { $0.anchor },
    .text("title") { $0.title },
    .list("rows") { $0.rows },
  ]
}
