import Templates

/// The segments, one row each.
struct SegmentsPage: TemplateRecord {
  let rows: [SegmentRow]
  let placements: [PlacementRow]

  static let fields: TemplateFields<SegmentsPage> = [
    .list("rows") { $0.rows },
    .list("placements") { $0.placements },
  ]
}

/// How the accounts of a segment were placed in it.
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

/// An account placed in a segment by its own column.
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
