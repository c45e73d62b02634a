import Templates

/// A list with what is owed on it.
struct ReviewsOwed: TemplateRecord {
  let list: String
  let link: String
  /// What it means to be on the list, or that nobody is.
  let meaning: String
  let accounts: String
  /// `4 open (€618k), 2 overdue`.
  let owed: String
  let arr: String

  static let fields: TemplateFields<ReviewsOwed> = [
    .text("list") { $0.list },
    .text("link") { $0.link },
    .text("meaning") { $0.meaning },
    .text("accounts") { $0.accounts },
    .text("owed") { $0.owed },
    .text("arr") { $0.arr },
  ]
}
