import Templates

/// Whether it pays to act on bands and lists.
struct WorthSection: TemplateRecord {
  let lead: String
  let bands: [WorthRow]
  let lists: [WorthRow]

  static let fields: TemplateFields<WorthSection> = [
    .text("lead") { $0.lead },
    .list("bands") { $0.bands },
    .list("lists") { $0.lists },
  ]
}

/// How often accounts of a band or of a list left, and what that is worth.
struct WorthRow: TemplateRecord {
  let label: String
  /// The band, or the page of the list.
  let link: String
  let lost: String
  let perOne: String
  let verdict: String

  static let fields: TemplateFields<WorthRow> = [
    .text("label") { $0.label },
    .text("link") { $0.link },
    .text("lost") { $0.lost },
    .text("per_one") { $0.perOne },
    .text("verdict") { $0.verdict },
  ]
}
