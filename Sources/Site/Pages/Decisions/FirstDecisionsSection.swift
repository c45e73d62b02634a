import Templates

/// Whether lists are acted on.
struct FirstDecisionsSection: TemplateRecord {
  let lead: String
  let lists: [FirstDecisionsRow]
  let editions: [FirstDecisionsRow]

  static let fields: TemplateFields<FirstDecisionsSection> = [
    .text("lead") { $0.lead },
    .list("acted_lists") { $0.lists },
    .list("acted_editions") { $0.editions },
  ]
}

/// How the first listings of a list, or of an edition, were acted on.
struct FirstDecisionsRow: TemplateRecord {
  let label: String
  let link: String
  let listings: String
  let inTime: String
  let median: String

  static let fields: TemplateFields<FirstDecisionsRow> = [
    .text("label") { $0.label },
    .text("link") { $0.link },
    .text("listings") { $0.listings },
    .text("in_time") { $0.inTime },
    .text("median") { $0.median },
  ]
}
