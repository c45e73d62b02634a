import Templates

/// The segments, one row each, and all accounts.
struct SegmentsPage: TemplateRecord {
  let lead: String
  let since: String
  let rows: [SegmentTrendRow]
  let placements: [PlacementRow]

  static let fields: TemplateFields<SegmentsPage> = [
    .text("lead") { $0.lead },
    .text("since") { $0.since },
    .list("rows") { $0.rows },
    .list("placements") { $0.placements },
  ]
}

/// A segment, or all accounts, with how the median score moved.
struct SegmentTrendRow: TemplateRecord {
  let segment: SegmentRow
  let isTotal: Bool
  let since: String
  let thirteen: String
  let trend: String

  static let fields: TemplateFields<SegmentTrendRow> = [
    .record("segment") { $0.segment },
    .flag("total") { $0.isTotal },
    .text("since_edition") { $0.since },
    .text("thirteen") { $0.thirteen },
    .text("trend") { $0.trend },
  ]
}

/// How the accounts of a segment were placed in it.
struct PlacementRow: TemplateRecord {
  let name: String
  let link: String
  let byRule: String
  let byColumn: String
  let accounts: [AccountLink]
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
