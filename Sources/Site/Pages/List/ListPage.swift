import Templates

/// A review list, or one sheet of it.
struct ListPage: TemplateRecord {
  let title: String
  let lead: String
  let meaning: String
  let matrix: String
  let open: [AccountRow]
  let decided: [AccountRow]
  let sheets: [SheetLink]
  let empty: String
  let csv: String
  let rubric: [RubricRow]
  let estimate: String
  let gates: String
  let dropOuts: [DropOutRow]
  let past: [PastDecisionView]

  static let fields: TemplateFields<ListPage> = [
    .text("title") { $0.title },
    .text("lead") { $0.lead },
    .text("meaning") { $0.meaning },
    .text("matrix") { $0.matrix },
    .list("open") { $0.open },
    .list("decided") { $0.decided },
    .flag("has_sheets") { $0.sheets.count > 1 },
    .list("sheets") { $0.sheets },
    .text("empty") { $0.empty },
    .text("csv") { $0.csv },
    .list("rubric") { $0.rubric },
    .text("estimate") { $0.estimate },
    .text("gates") { $0.gates },
    .list("drop_outs") { $0.dropOuts },
    .list("past") { $0.past },
  ]
}

/// An account that was ready to grow a week ago.
struct DropOutRow: TemplateRecord {
  let account: AccountRow
  let gates: String

  static let fields: TemplateFields<DropOutRow> = [
    .record("account") { $0.account },
    .text("gates") { $0.gates },
  ]
}

/// A link to one sheet of a long list.
struct SheetLink: TemplateRecord {
  let number: String
  let link: String
  let isCurrent: Bool

  static let fields: TemplateFields<SheetLink> = [
    .text("number") { $0.number },
    .text("link") { $0.link },
    .flag("current") { $0.isCurrent },
  ]
}

/// Accounts in a table: the index of all, or a cell of the matrix.
struct AccountsPage: TemplateRecord {
  let title: String
  let lead: String
  let rows: [AccountRow]
  let sheets: [SheetLink]

  static let fields: TemplateFields<AccountsPage> = [
    .text("title") { $0.title },
    .text("lead") { $0.lead },
    .list("rows") { $0.rows },
    .flag("has_sheets") { $0.sheets.count > 1 },
    .list("sheets") { $0.sheets },
  ]
}

/// The lists, one line each.
struct ListsPage: TemplateRecord {
  let lists: [ReviewsOwed]
  let empty: [ReviewsOwed]

  static let fields: TemplateFields<ListsPage> = [
    .list("lists") { $0.lists },
    .list("empty") { $0.empty },
  ]
}

/// The segments, one line each.
struct SegmentsPage: TemplateRecord {
  let rows: [SegmentRow]
  let placements: [PlacementRow]

  static let fields: TemplateFields<SegmentsPage> = [
    .list("rows") { $0.rows },
    .list("placements") { $0.placements },
  ]
}

/// How the accounts of a segment came into it.
struct PlacementRow: TemplateRecord {
  let name: String
  let link: String
  let byRule: String
  let byColumn: String
  let accounts: [PlacedAccount]
  let more: String

  static let fields: TemplateFields<PlacementRow> = [
    .text("name") { $0.name },
    .text("link") { $0.link },
    .text("by_rule") { $0.byRule },
    .text("by_column") { $0.byColumn },
    .list("accounts") { $0.accounts },
    .text("more") { $0.more },
  ]
}

/// An account that its own column put into a segment.
struct PlacedAccount: TemplateRecord {
  let name: String
  let link: String
  let separator: String

  static let fields: TemplateFields<PlacedAccount> = [
    .text("name") { $0.name },
    .text("link") { $0.link },
    .text("separator") { $0.separator },
  ]
}
