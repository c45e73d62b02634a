import Templates

/// How long accounts stay.
struct StayingSection: TemplateRecord {
  let lead: String
  let chart: String
  let heads: [String]
  let rows: [StayingRow]

  static let fields: TemplateFields<StayingSection> = [
    .text("lead") { $0.lead },
    .text("chart") { $0.chart },
    .list("heads") { $0.heads },
    .list("rows") { $0.rows },
  ]
}

/// The share of some accounts that stayed, by time since their start.
struct StayingRow: TemplateRecord {
  let name: String
  let accounts: String
  let lost: String
  /// Which time after the start they were seen in.
  let seen: String
  let shares: [String]

  static let fields: TemplateFields<StayingRow> = [
    .text("name") { $0.name },
    .text("accounts") { $0.accounts },
    .text("lost") { $0.lost },
    .text("seen") { $0.seen },
    .list("shares") { $0.shares },
  ]
}
