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
  let reopened: String
  let reopens: String
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
    .text("reopened") { $0.reopened },
    .text("reopens") { $0.reopens },
    .text("elsewhere") { $0.elsewhere },
    .optional("decision") { $0.decision },
  ]
}
