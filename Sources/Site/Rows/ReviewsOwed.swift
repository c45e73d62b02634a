import Templates

/// A list with what is owed on it.
struct ReviewsOwed: TemplateRecord {
  let list: String
  let link: String
  let accounts: String
  let open: String
  let overdue: String
  let arr: String

  static let fields: TemplateFields<ReviewsOwed> = [
    .text("list") { $0.list },
    .text("link") { $0.link },
    .text("accounts") { $0.accounts },
    .text("open") { $0.open },
    .text("overdue") { $0.overdue },
    .text("arr") { $0.arr },
  ]
}
