import Templates

/// What arrived and how much of it could be used.
struct DataQualityPage: TemplateRecord {
  let guards: [GuardRow]
  let departed: String
  let late: String
  let lead: String
  let feeds: [FeedRow]
  let series: [SeriesRow]
  let silent: [SilentRow]
  let coverage: String
  let measures: [CoverageRow]
  let ways: [WayRow]
  let spellings: [Fact]
  let unused: [Fact]
  let unreadable: [UnreadableRow]
  let cells: [CellsRow]
  let rates: [Fact]
  let refused: [FindingRow]
  let warnings: [FindingRow]
  let untold: [LostRow]
  let moreUntold: String
  let unexplained: [UnexplainedRow]
  let moreUnexplained: String

  static let fields: TemplateFields<DataQualityPage> = [
    .list("guards") { $0.guards },
    .text("departed") { $0.departed },
    .text("late") { $0.late },
    .text("lead") { $0.lead },
    .list("feeds") { $0.feeds },
    .list("series") { $0.series },
    .list("silent") { $0.silent },
    .text("coverage") { $0.coverage },
    .list("measures") { $0.measures },
    .list("ways") { $0.ways },
    .list("spellings") { $0.spellings },
    .list("unused") { $0.unused },
    .list("unreadable") { $0.unreadable },
    .list("cells") { $0.cells },
    .list("rates") { $0.rates },
    .list("refused") { $0.refused },
    .list("warnings") { $0.warnings },
    .list("untold") { $0.untold },
    .text("more_untold") { $0.moreUntold },
    .list("unexplained") { $0.unexplained },
    .text("more_unexplained") { $0.moreUnexplained },
  ]
}

/// A flag that needs a reason and has none.
struct UnexplainedRow: TemplateRecord {
  let account: AccountRow
  let missing: String

  static let fields: TemplateFields<UnexplainedRow> = [
    .record("account") { $0.account },
    .text("missing") { $0.missing },
  ]
}

/// A file with its rows.
struct FeedRow: TemplateRecord {
  let table: String
  let file: String
  let read: String
  let used: String
  let refused: String
  let newest: String
  let usual: String
  let standing: String
  let isLate: Bool

  static let fields: TemplateFields<FeedRow> = [
    .text("table") { $0.table },
    .text("file") { $0.file },
    .text("read") { $0.read },
    .text("used") { $0.used },
    .text("refused") { $0.refused },
    .text("newest") { $0.newest },
    .text("usual") { $0.usual },
    .text("standing") { $0.standing },
    .flag("late") { $0.isLate },
  ]
}

/// A measure of the model, with its weight and how many accounts it reaches.
struct CoverageRow: TemplateRecord {
  let name: String
  let weight: String
  let reached: String
  let accounts: String
  let reachesNobody: Bool

  static let fields: TemplateFields<CoverageRow> = [
    .text("name") { $0.name },
    .text("weight") { $0.weight },
    .text("reached") { $0.reached },
    .text("accounts") { $0.accounts },
    .flag("nobody") { $0.reachesNobody },
  ]
}

/// What became of some rows of a file.
struct WayRow: TemplateRecord {
  let table: String
  let file: String
  let what: String
  let rows: String

  static let fields: TemplateFields<WayRow> = [
    .text("table") { $0.table },
    .text("file") { $0.file },
    .text("what") { $0.what },
    .text("rows") { $0.rows },
  ]
}

/// A measure with the time span of its observations.
struct SeriesRow: TemplateRecord {
  let name: String
  let count: String
  let overwritten: String
  let first: String
  let last: String
  let usual: String
  let standing: String
  let isLate: Bool

  static let fields: TemplateFields<SeriesRow> = [
    .text("name") { $0.name },
    .text("count") { $0.count },
    .text("overwritten") { $0.overwritten },
    .text("first") { $0.first },
    .text("last") { $0.last },
    .text("usual") { $0.usual },
    .text("standing") { $0.standing },
    .flag("late") { $0.isLate },
  ]
}

/// A source of measures that is stale or has no value for some accounts.
struct SilentRow: TemplateRecord {
  let name: String
  let stale: String
  let withoutValue: String
  let accounts: String
  let newest: String
  let isStaleForMany: Bool

  static let fields: TemplateFields<SilentRow> = [
    .text("name") { $0.name },
    .text("stale") { $0.stale },
    .text("without_value") { $0.withoutValue },
    .text("accounts") { $0.accounts },
    .text("newest") { $0.newest },
    .flag("many") { $0.isStaleForMany },
  ]
}

/// An account with cells that cannot be read.
struct UnreadableRow: TemplateRecord {
  let name: String
  let link: String
  let columns: String

  static let fields: TemplateFields<UnreadableRow> = [
    .text("name") { $0.name },
    .text("link") { $0.link },
    .text("columns") { $0.columns },
  ]
}

/// A column in which cells were refused or hold a sign for no value.
struct CellsRow: TemplateRecord {
  let table: String
  let column: String
  let refused: String
  let filled: String
  let placeholders: String

  static let fields: TemplateFields<CellsRow> = [
    .text("table") { $0.table },
    .text("column") { $0.column },
    .text("refused") { $0.refused },
    .text("filled") { $0.filled },
    .text("placeholders") { $0.placeholders },
  ]
}

/// A finding.
struct FindingRow: TemplateRecord {
  let place: String
  let message: String

  static let fields: TemplateFields<FindingRow> = [
    .text("place") { $0.place },
    .text("message") { $0.message },
  ]
}
