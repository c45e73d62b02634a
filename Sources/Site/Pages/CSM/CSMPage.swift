import Templates

/// The page of one person, or one sheet of it.
struct CSMPage: TemplateRecord {
  let name: String
  let lead: String
  let isFirst: Bool
  let owed: [OwedRow]
  let moreOwed: String
  let flagsDue: [AccountRow]
  let moreFlagsDue: String
  let steps: [StepRow]
  let moreSteps: String
  let newsTitle: String
  let news: [NewsRow]
  let moreNews: String
  let renewals: [AccountRow]
  let moreRenewals: String
  let changed: [ChangedRow]
  let lost: String
  let rubric: [RubricRow]
  let rows: [AccountRow]
  let sheets: [SheetLink]

  static let fields: TemplateFields<CSMPage> = [
    .text("name") { $0.name },
    .text("lead") { $0.lead },
    .flag("first_sheet") { $0.isFirst },
    .list("owed") { $0.owed },
    .text("more_owed") { $0.moreOwed },
    .list("flags_due") { $0.flagsDue },
    .text("more_flags_due") { $0.moreFlagsDue },
    .list("steps") { $0.steps },
    .text("more_steps") { $0.moreSteps },
    .text("news_title") { $0.newsTitle },
    .list("news") { $0.news },
    .text("more_news") { $0.moreNews },
    .list("renewals") { $0.renewals },
    .text("more_renewals") { $0.moreRenewals },
    .list("changed") { $0.changed },
    .text("lost") { $0.lost },
    .list("rubric") { $0.rubric },
    .list("rows") { $0.rows },
    .flag("has_sheets") { $0.sheets.count > 1 },
    .list("sheets") { $0.sheets },
  ]
}

/// An account that a decision is owed about, on however many lists.
struct OwedRow: TemplateRecord {
  let account: AccountRow
  let lists: [Fact]
  let why: String
  let due: DueView
  let elsewhere: String

  static let fields: TemplateFields<OwedRow> = [
    .record("account") { $0.account },
    .list("lists") { $0.lists },
    .text("why") { $0.why },
    .record("due") { $0.due },
    .text("elsewhere") { $0.elsewhere },
  ]
}

/// A day by which something is due, and how late it is; the latter is empty when it is not.
struct DueView: TemplateRecord {
  let date: String
  let late: String

  static let fields: TemplateFields<DueView> = [
    .text("date") { $0.date },
    .text("late") { $0.late },
  ]
}

/// A step that somebody promised.
struct StepRow: TemplateRecord {
  let step: String
  let by: String
  let account: AccountRow
  let due: DueView

  static let fields: TemplateFields<StepRow> = [
    .text("step") { $0.step },
    .text("by") { $0.by },
    .record("account") { $0.account },
    .record("due") { $0.due },
  ]
}

/// A new risk, or an urgent ticket that is open.
struct NewsRow: TemplateRecord {
  let account: AccountRow
  let what: String
  let date: String

  static let fields: TemplateFields<NewsRow> = [
    .record("account") { $0.account },
    .text("what") { $0.what },
    .text("date") { $0.date },
  ]
}

/// An account whose score moved.
struct ChangedRow: TemplateRecord {
  let account: AccountRow
  let changes: String
  let driver: String

  static let fields: TemplateFields<ChangedRow> = [
    .record("account") { $0.account },
    .text("changes") { $0.changes },
    .text("driver") { $0.driver },
  ]
}
