import Charts
import Templates

/// The page of one account.
struct AccountPage: TemplateRecord {
  let brief: Brief
  let hero: String
  let listed: [ListedOn]
  let said: String
  let history: String
  let historyMarks: Set<ScoreHistories.Mark>
  let editions: [PublishedRow]
  let dimensions: [DimensionRow]
  let total: String
  let published: String
  let measures: String
  let cap: String
  let sinceEdition: String
  let goals: [GoalRow]
  let tickets: [TicketRow]
  let touchpoints: [TouchpointRow]
  let flags: [PastFlagView]
  let earlierFlags: String
  let rubric: [RubricRow]
  let facts: [Fact]
  let decisions: [PastDecisionView]
  let note: String
  let noteIsCut: Bool
  let sources: [SourceRow]

  static let fields: TemplateFields<AccountPage> = [
    .text("name") { $0.brief.name },
    .text("summary") { $0.brief.summary },
    .text("hero") { $0.hero },
    .text("divergence") { $0.brief.divergence },
    .list("owed") { $0.brief.owed },
    .list("listed") { $0.listed },
    .list("windows") { $0.brief.windows },
    .text("nothing_moved") { $0.brief.nothingMoved },
    .text("rhythm") { $0.brief.rhythm },
    .list("risks") { $0.brief.risks },
    .list("people") { $0.brief.people },
    .text("said_heading") { $0.brief.saidHeading },
    .text("said") { $0.said },
    .list("questions") { $0.brief.questions },
    .text("history") { $0.history },
    .flag("has_rings") { $0.historyMarks.contains(.ring) },
    .flag("has_crosses") { $0.historyMarks.contains(.cross) },
    .flag("has_raised") { $0.historyMarks.contains(.week(.risk)) },
    .flag("has_departures") { $0.historyMarks.contains(.week(.departure)) },
    .flag("has_decided") { $0.historyMarks.contains(.week(.decision)) },
    .flag("has_published") { !$0.editions.isEmpty },
    .list("editions") { $0.editions },
    .list("dimensions") { $0.dimensions },
    .text("total") { $0.total },
    .text("published") { $0.published },
    .text("measures") { $0.measures },
    .text("cap") { $0.cap },
    .text("since_edition") { $0.sinceEdition },
    .list("goals") { $0.goals },
    .list("tickets") { $0.tickets },
    .list("touchpoints") { $0.touchpoints },
    .list("flags") { $0.flags },
    .text("earlier_flags") { $0.earlierFlags },
    .list("rubric") { $0.rubric },
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

  static let fields: TemplateFields<DimensionRow> = [
    .text("label") { $0.label },
    .text("score") { $0.score },
    .text("weight") { $0.weight },
    .text("contribution") { $0.contribution },
    .text("bar") { $0.bar },
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
