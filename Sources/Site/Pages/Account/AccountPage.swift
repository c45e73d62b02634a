import Templates

/// The page of one account.
struct AccountPage: TemplateRecord {
  let name: String
  let summary: String
  let hero: String
  let divergence: String
  let listed: [ListedOn]
  let dimensions: [DimensionRow]
  let total: String
  let published: String
  let cap: String
  let sinceEdition: String
  let moves: [MoveRow]
  let history: String
  let editions: [PublishedRow]
  let risks: [RiskRow]
  let contacts: [ContactRow]
  let goals: [GoalRow]
  let tickets: [TicketRow]
  let touchpoints: [TouchpointRow]
  let flags: [PastFlagView]
  let earlierFlags: String
  let rubric: [RubricRow]
  let questions: [QuestionView]
  let facts: [Fact]
  let decisions: [PastDecisionView]
  let note: String
  let noteIsCut: Bool
  let sources: [SourceRow]

  static let fields: TemplateFields<AccountPage> = [
    .text("name") { $0.name },
    .text("summary") { $0.summary },
    .text("hero") { $0.hero },
    .text("divergence") { $0.divergence },
    .list("listed") { $0.listed },
    .list("dimensions") { $0.dimensions },
    .text("total") { $0.total },
    .text("published") { $0.published },
    .text("cap") { $0.cap },
    .text("since_edition") { $0.sinceEdition },
    .list("moves") { $0.moves },
    .text("history") { $0.history },
    .flag("has_published") { !$0.editions.isEmpty },
    .list("editions") { $0.editions },
    .list("risks") { $0.risks },
    .list("contacts") { $0.contacts },
    .list("goals") { $0.goals },
    .list("tickets") { $0.tickets },
    .list("touchpoints") { $0.touchpoints },
    .list("flags") { $0.flags },
    .text("earlier_flags") { $0.earlierFlags },
    .list("rubric") { $0.rubric },
    .list("questions") { $0.questions },
    .list("facts") { $0.facts },
    .list("decisions") { $0.decisions },
    .text("note") { $0.note },
    .flag("note_is_cut") { $0.noteIsCut },
    .list("sources") { $0.sources },
  ]
}

/// A list that the account is on.
struct ListedOn: TemplateRecord {
  let list: String
  let link: String
  let item: ListItemView

  static let fields: TemplateFields<ListedOn> = [
    .text("list") { $0.list },
    .text("link") { $0.link },
    .record("item") { $0.item },
  ]
}

/// A row of the table of dimensions.
struct DimensionRow: TemplateRecord {
  let label: String
  let score: String
  let weight: String
  let contribution: String
  let bar: String
  let measures: [MeasureRow]

  static let fields: TemplateFields<DimensionRow> = [
    .text("label") { $0.label },
    .text("score") { $0.score },
    .text("weight") { $0.weight },
    .text("contribution") { $0.contribution },
    .text("bar") { $0.bar },
    .list("measures") { $0.measures },
  ]
}

/// A measure of a dimension.
struct MeasureRow: TemplateRecord {
  let label: String
  let value: String
  let score: String
  let counted: String
  let weight: String
  let state: String

  static let fields: TemplateFields<MeasureRow> = [
    .text("label") { $0.label },
    .text("value") { $0.value },
    .text("score") { $0.score },
    .text("counted") { $0.counted },
    .text("weight") { $0.weight },
    .text("state") { $0.state },
  ]
}

/// The effect of a measure over the last week.
struct MoveRow: TemplateRecord {
  let label: String
  let points: String
  let before: String
  let after: String

  static let fields: TemplateFields<MoveRow> = [
    .text("label") { $0.label },
    .text("points") { $0.points },
    .text("before") { $0.before },
    .text("after") { $0.after },
  ]
}

/// A person at the customer.
struct ContactRow: TemplateRecord {
  let name: String
  let role: String
  let when: String

  static let fields: TemplateFields<ContactRow> = [
    .text("name") { $0.name },
    .text("role") { $0.role },
    .text("when") { $0.when },
  ]
}

/// A goal of the customer.
struct GoalRow: TemplateRecord {
  let goal: String
  let unit: String
  let baseline: String
  let latest: String
  let target: String
  let when: String

  static let fields: TemplateFields<GoalRow> = [
    .text("goal") { $0.goal },
    .text("unit") { $0.unit },
    .text("baseline") { $0.baseline },
    .text("latest") { $0.latest },
    .text("target") { $0.target },
    .text("when") { $0.when },
  ]
}

/// A support ticket.
struct TicketRow: TemplateRecord {
  let opened: String
  let subject: String
  let severity: String
  let state: String

  static let fields: TemplateFields<TicketRow> = [
    .text("opened") { $0.opened },
    .text("subject") { $0.subject },
    .text("severity") { $0.severity },
    .text("state") { $0.state },
  ]
}

/// A contact that took place.
struct TouchpointRow: TemplateRecord {
  let date: String
  let kind: String
  let people: String
  let note: String

  static let fields: TemplateFields<TouchpointRow> = [
    .text("date") { $0.date },
    .text("kind") { $0.kind },
    .text("people") { $0.people },
    .text("note") { $0.note },
  ]
}

/// A table with rows about the account.
struct SourceRow: TemplateRecord {
  let table: String
  let rows: String
  let newest: String

  static let fields: TemplateFields<SourceRow> = [
    .text("table") { $0.table },
    .text("rows") { $0.rows },
    .text("newest") { $0.newest },
  ]
}
