import Templates

/// The lists, one row each.
struct ListsPage: TemplateRecord {
  let lists: [ReviewsOwed]
  let empty: [ReviewsOwed]

  static let fields: TemplateFields<ListsPage> = [
    .list("lists") { $0.lists },
    .list("empty") { $0.empty },
  ]
}
