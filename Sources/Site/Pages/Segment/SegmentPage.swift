import Templates

/// The page of one segment, or one sheet of it.
struct SegmentPage: TemplateRecord {
  let name: String
  let lead: String
  let small: String
  let bands: String
  let spread: String
  let spreadWords: String
  let shares: [BandShareRow]
  let model: String
  let verdict: String
  let backtestLink: String
  let risks: [OpenRisksRow]
  let worstRisks: [AccountRiskRow]
  let rows: [AccountRow]
  let sheets: [SheetLink]

  static let fields: TemplateFields<SegmentPage> = [
    .text("name") { $0.name },
    .text("lead") { $0.lead },
    .text("small") { $0.small },
    .text("bands") { $0.bands },
    .text("spread") { $0.spread },
    .text("spread_words") { $0.spreadWords },
    .list("shares") { $0.shares },
    .text("model") { $0.model },
    .text("verdict") { $0.verdict },
    .text("backtest_link") { $0.backtestLink },
    .list("risks") { $0.risks },
    .list("worst_risks") { $0.worstRisks },
    .list("rows") { $0.rows },
    .flag("has_sheets") { $0.sheets.count > 1 },
    .list("sheets") { $0.sheets },
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
