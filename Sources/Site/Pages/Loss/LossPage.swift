import Templates

/// The history of a lost account before its notice.
struct LossPage: TemplateRecord {
  let name: String
  let summary: String
  let verdict: String
  let approach: String
  let listings: [ListingRow]
  let noListing: String
  let risks: [RiskRow]
  let decisions: [DecisionView]

  static let fields: TemplateFields<LossPage> = [
    .text("name") { $0.name },
    .text("summary") { $0.summary },
    .text("verdict") { $0.verdict },
    .text("approach") { $0.approach },
    .list("listings") { $0.listings },
    .text("no_listing") { $0.noListing },
    .list("risks") { $0.risks },
    .list("decisions") { $0.decisions },
  ]
}

/// The first edition in which a list named an account.
struct ListingRow: TemplateRecord {
  let list: String
  let edition: String
  let link: String
  let before: String

  static let fields: TemplateFields<ListingRow> = [
    .text("list") { $0.list },
    .text("edition") { $0.edition },
    .text("link") { $0.link },
    .text("before") { $0.before },
  ]
}
