import Templates

/// What a list knows about an account on it.
struct ListItemView: TemplateRecord {
  let why: String
  let said: String
  let since: String
  let age: String
  let standing: String
  let isOverdue: Bool
  let due: String
  let holds: String
  let elsewhere: String
  let decision: DecisionView?

  static let fields: TemplateFields<ListItemView> = [
    .text("why") { $0.why },
    .text("said") { $0.said },
    .text("since") { $0.since },
    .text("age") { $0.age },
    .text("standing") { $0.standing },
    .flag("overdue") { $0.isOverdue },
    .text("due") { $0.due },
    .text("holds") { $0.holds },
    .text("elsewhere") { $0.elsewhere },
    .optional("decision") { $0.decision },
  ]
}
