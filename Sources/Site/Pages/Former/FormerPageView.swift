import Templates

/// What became of a page that an earlier edition had.
struct FormerPageView: TemplateRecord {
  let name: String
  let summary: String
  let link: String
  let linkWords: String
  let rows: [FormerAccountRow]

  static let fields: TemplateFields<FormerPageView> = [
    .text("name") { $0.name },
    .text("summary") { $0.summary },
    .text("link") { $0.link },
    .text("link_words") { $0.linkWords },
    .list("rows") { $0.rows },
  ]
}

/// An account that somebody else looks after now.
struct FormerAccountRow: TemplateRecord {
  let name: String
  let link: String
  let owner: String
  let ownerLink: String

  static let fields: TemplateFields<FormerAccountRow> = [
    .text("name") { $0.name },
    .text("link") { $0.link },
    .text("owner") { $0.owner },
    .text("owner_link") { $0.ownerLink },
  ]
}
