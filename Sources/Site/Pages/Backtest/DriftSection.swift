import Templates

/// Whether the portfolio is another one than a year ago.
struct DriftSection: TemplateRecord {
  let lead: String
  let rows: [DriftRow]

  static let fields: TemplateFields<DriftSection> = [
    .text("lead") { $0.lead },
    .list("rows") { $0.rows },
  ]
}

/// One comparison of the portfolio with that of a year ago.
struct DriftRow: TemplateRecord {
  let label: String
  let then: String
  let now: String
  let difference: String
  let chance: String
  let verdict: String

  static let fields: TemplateFields<DriftRow> = [
    .text("label") { $0.label },
    .text("then") { $0.then },
    .text("now") { $0.now },
    .text("difference") { $0.difference },
    .text("chance") { $0.chance },
    .text("verdict") { $0.verdict },
  ]
}
