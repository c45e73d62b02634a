import Templates

/// The front page.
struct IndexPage: TemplateRecord {
  let guards: [GuardRow]
  let headline: String
  let isUnscored: Bool
  let lead: String
  let notices: [Notice]
  let note: String
  let figures: String
  let bands: String
  let matrix: String
  let since: [SinceRow]
  let moreSince: String
  /// True where there is a page about what changed.
  let isCompared: Bool
  /// The accounts to decide about first, and how many decisions are due.
  let first: [SinceRow]
  let decisionsCount: String
  /// Whether the scores have held so far, in a sentence.
  let trust: String
  /// What renewals are expected to bring; empty without a forecast.
  let forecast: String
  let moversLead: String
  let movers: [MoverRow]
  let moreMovers: String
  let reviews: [ReviewsOwed]
  let spotChecks: String
  let risks: [OpenRisksRow]
  let expansionRule: String
  let expansion: [AccountRow]
  let segments: [SegmentRow]
  let lostRule: String
  let lost: [LostRow]
  let nobodyLost: String
  let moreLost: String
  let decisions: [DecisionRow]
  let moreDecisions: String

  static let fields: TemplateFields<IndexPage> = [
    .list("guards") { $0.guards },
    .text("headline") { $0.headline },
    .flag("unscored") { $0.isUnscored },
    .text("lead") { $0.lead },
    .list("notices") { $0.notices },
    .text("note") { $0.note },
    .text("figures") { $0.figures },
    .text("bands") { $0.bands },
    .text("matrix") { $0.matrix },
    .list("since") { $0.since },
    .text("more_since") { $0.moreSince },
    .flag("compared") { $0.isCompared },
    .list("first") { $0.first },
    .text("decisions_count") { $0.decisionsCount },
    .text("trust") { $0.trust },
    .text("forecast") { $0.forecast },
    .text("movers_lead") { $0.moversLead },
    .list("movers") { $0.movers },
    .text("more_movers") { $0.moreMovers },
    .list("reviews") { $0.reviews },
    .text("spot_checks") { $0.spotChecks },
    .list("risks") { $0.risks },
    .text("expansion_rule") { $0.expansionRule },
    .list("expansion") { $0.expansion },
    .list("segments") { $0.segments },
    .text("lost_rule") { $0.lostRule },
    .list("lost") { $0.lost },
    .text("nobody_lost") { $0.nobodyLost },
    .text("more_lost") { $0.moreLost },
    .list("decisions") { $0.decisions },
    .text("more_decisions") { $0.moreDecisions },
  ]
}

/// A notice about the report itself that readers must see first.
struct Notice: TemplateRecord {
  let lead: String
  let text: String
  let link: String
  let linkWords: String

  static let fields: TemplateFields<Notice> = [
    .text("lead") { $0.lead },
    .text("text") { $0.text },
    .text("link") { $0.link },
    .text("link_words") { $0.linkWords },
  ]
}

/// An account whose score moved, and the cause.
struct MoverRow: TemplateRecord {
  let account: AccountRow
  let moved: String
  let driver: String

  static let fields: TemplateFields<MoverRow> = [
    .record("account") { $0.account },
    .text("moved") { $0.moved },
    .text("driver") { $0.driver },
  ]
}

/// An account that left or changed band, and why.
struct SinceRow: TemplateRecord {
  let name: String
  let link: String
  let text: String

  static let fields: TemplateFields<SinceRow> = [
    .text("name") { $0.name },
    .text("link") { $0.link },
    .text("text") { $0.text },
  ]
}

/// An account that a decision is owed about, and the lists that wait for it.
struct DecisionRow: TemplateRecord {
  let account: AccountRow
  /// The first of the lists, and how many more there are.
  let list: String
  let listLink: String
  let moreLists: String
  let why: String
  let due: String
  let late: String
  let isOverdue: Bool
  /// What another list has decided, which still holds; empty where none has.
  let decided: String

  static let fields: TemplateFields<DecisionRow> = [
    .record("account") { $0.account },
    .text("list") { $0.list },
    .text("list_link") { $0.listLink },
    .text("more_lists") { $0.moreLists },
    .text("why") { $0.why },
    .text("due") { $0.due },
    .text("late") { $0.late },
    .flag("overdue") { $0.isOverdue },
    .text("decided") { $0.decided },
  ]
}
