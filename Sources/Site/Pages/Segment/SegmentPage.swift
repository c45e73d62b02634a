import Templates

/// The page of one segment, or one sheet of it.
struct SegmentPage: TemplateRecord {
  let name: String
  let lead: String
  /// What is said of the whole segment; nil on all sheets but the first.
  let head: SegmentHead?
  let rows: [AccountRow]
  let sheets: [SheetLink]

  static let fields: TemplateFields<SegmentPage> = [
    .text("name") { $0.name },
    .text("lead") { $0.lead },
    .optional("head") { $0.head },
    .list("rows") { $0.rows },
    .flag("has_sheets") { $0.sheets.count > 1 },
    .list("sheets") { $0.sheets },
  ]
}

/// What is said of a whole segment.
struct SegmentHead: TemplateRecord {
  let changes: [String]
  let forecast: String
  let small: String
  let bands: String
  let weeks: String
  let spread: String
  let spreadWords: String
  let hasShares: Bool
  let shares: [BandShareRow]
  let dragTitle: String
  let dimensions: [DimensionMeanRow]
  let model: String
  let verdict: String
  let backtestLink: String
  let worstRisks: [AccountRiskRow]

  static let fields: TemplateFields<SegmentHead> = [
    .list("changes") { $0.changes },
    .text("forecast") { $0.forecast },
    .text("small") { $0.small },
    .text("bands") { $0.bands },
    .text("weeks") { $0.weeks },
    .text("spread") { $0.spread },
    .text("spread_words") { $0.spreadWords },
    .flag("rated") { $0.hasShares },
    .list("shares") { $0.shares },
    .text("drag_title") { $0.dragTitle },
    .list("dimensions") { $0.dimensions },
    .text("model") { $0.model },
    .text("verdict") { $0.verdict },
    .text("backtest_link") { $0.backtestLink },
    .list("worst_risks") { $0.worstRisks },
  ]
}

/// A dimension of a segment beside that of all accounts.
struct DimensionMeanRow: TemplateRecord {
  let label: String
  let here: String
  let all: String
  let difference: String
  let lowest: [AccountLink]

  static let fields: TemplateFields<DimensionMeanRow> = [
    .text("label") { $0.label },
    .text("here") { $0.here },
    .text("all") { $0.all },
    .text("difference") { $0.difference },
    .list("lowest") { $0.lowest },
  ]
}

/// A band's share of a segment.
struct BandShareRow: TemplateRecord {
  let band: String
  let word: String
  let accounts: String
  let share: String
  let arr: String

  static let fields: TemplateFields<BandShareRow> = [
    .text("band") { $0.band },
    .text("word") { $0.word },
    .text("accounts") { $0.accounts },
    .text("share") { $0.share },
    .text("arr") { $0.arr },
  ]
}
