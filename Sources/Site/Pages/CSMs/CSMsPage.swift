import Templates

/// The people responsible for accounts, one row each, by name: this is not a ranking.
struct CSMsPage: TemplateRecord {
  let rows: [CSMRow]

  static let fields: TemplateFields<CSMsPage> = [.list("rows") { $0.rows }]
}

/// One person's book as a row.
struct CSMRow: TemplateRecord {
  let name: String
  let link: String
  let accounts: String
  let arr: String
  let owed: String
  let overdue: String
  let flagsDue: String
  let renewals: String

  static let fields: TemplateFields<CSMRow> = [
    .text("name") { $0.name },
    .text("link") { $0.link },
    .text("accounts") { $0.accounts },
    .text("arr") { $0.arr },
    .text("owed") { $0.owed },
    .text("overdue") { $0.overdue },
    .text("flags_due") { $0.flagsDue },
    .text("renewals") { $0.renewals },
  ]
}
