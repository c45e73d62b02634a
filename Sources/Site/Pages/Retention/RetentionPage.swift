import Templates

/// What happened to last year's revenue, and which contracts come up for renewal.
struct RetentionPage: TemplateRecord {
  let headline: String
  let lead: String
  let targets: String
  let missing: String
  let caveats: [String]
  let departed: String
  let trend: String
  let trendRows: [TrendRow]
  let moreTrend: String
  let bridge: Bridge
  let yearBridge: Bridge
  let segments: [SegmentRetentionRow]
  let quarters: [QuarterRow]
  let unavoidable: [String]
  let unavoidableLosses: [UnavoidableRow]
  let withoutOutcome: String

  static let fields: TemplateFields<RetentionPage> = [
    .text("headline") { $0.headline },
    .text("lead") { $0.lead },
    .text("targets") { $0.targets },
    .text("missing") { $0.missing },
    .list("caveats") { $0.caveats },
    .text("departed") { $0.departed },
    .text("trend") { $0.trend },
    .flag("has_published") { $0.trendRows.contains { !$0.edition.isEmpty } },
    .list("trend_rows") { $0.trendRows },
    .text("more_trend") { $0.moreTrend },
    .record("bridge") { $0.bridge },
    .record("year_bridge") { $0.yearBridge },
    .list("segments") { $0.segments },
    .list("quarters") { $0.quarters },
    .list("unavoidable") { $0.unavoidable },
    .list("unavoidable_losses") { $0.unavoidableLosses },
    .text("without_outcome") { $0.withoutOutcome },
  ]
}

/// Retention on one day, as published and on today's data.
struct TrendRow: TemplateRecord {
  let day: String
  let edition: String
  let link: String
  let netPublished: String
  let grossPublished: String
  let net: String
  let gross: String
  let unavoidable: String

  static let fields: TemplateFields<TrendRow> = [
    .text("day") { $0.day },
    .text("edition") { $0.edition },
    .text("link") { $0.link },
    .text("net_published") { $0.netPublished },
    .text("gross_published") { $0.grossPublished },
    .text("net") { $0.net },
    .text("gross") { $0.gross },
    .text("unavoidable") { $0.unavoidable },
  ]
}

/// The steps from one revenue to another: the kinds of change, then the accounts behind them.
struct Bridge: TemplateRecord {
  let none: String
  let sums: [BridgeSumRow]
  let steps: [BridgeStepRow]
  let note: String

  static let fields: TemplateFields<Bridge> = [
    .text("none") { $0.none },
    .flag("is_there") { !$0.sums.isEmpty },
    .list("sums") { $0.sums },
    .list("steps") { $0.steps },
    .text("note") { $0.note },
  ]
}

/// One row of a bridge's sums: an end, or the sum of a kind of change.
struct BridgeSumRow: TemplateRecord {
  let label: String
  let accounts: String
  let amount: String
  let isEnd: Bool

  static let fields: TemplateFields<BridgeSumRow> = [
    .text("label") { $0.label },
    .text("accounts") { $0.accounts },
    .text("amount") { $0.amount },
    .flag("is_end") { $0.isEnd },
  ]
}

/// One account of a bridge.
struct BridgeStepRow: TemplateRecord {
  let name: String
  let link: String
  let kind: String
  let before: String
  let after: String
  let change: String
  let outcome: String

  static let fields: TemplateFields<BridgeStepRow> = [
    .text("name") { $0.name },
    .text("link") { $0.link },
    .text("kind") { $0.kind },
    .text("before") { $0.before },
    .text("after") { $0.after },
    .text("change") { $0.change },
    .text("outcome") { $0.outcome },
  ]
}

/// Retention of one segment, in rates or, for a small one, in names.
struct SegmentRetentionRow: TemplateRecord {
  let name: String
  let link: String
  let accounts: String
  let arr: String
  let net: String
  let gross: String
  let logo: String
  let names: String

  static let fields: TemplateFields<SegmentRetentionRow> = [
    .text("name") { $0.name },
    .text("link") { $0.link },
    .text("accounts") { $0.accounts },
    .text("arr") { $0.arr },
    .text("net") { $0.net },
    .text("gross") { $0.gross },
    .text("logo") { $0.logo },
    .text("names") { $0.names },
  ]
}

/// The renewals of one quarter in one band, by flag; the band is empty for the whole quarter.
struct QuarterRow: TemplateRecord {
  let quarter: String
  let band: String
  let word: String
  let accounts: String
  let arr: String
  let agree: String
  let worse: String
  let better: String
  let noFlag: String

  static let fields: TemplateFields<QuarterRow> = [
    .text("quarter") { $0.quarter },
    .text("band") { $0.band },
    .text("word") { $0.word },
    .text("accounts") { $0.accounts },
    .text("arr") { $0.arr },
    .text("agree") { $0.agree },
    .text("worse") { $0.worse },
    .text("better") { $0.better },
    .text("no_flag") { $0.noFlag },
  ]
}

/// A loss that was judged unavoidable.
struct UnavoidableRow: TemplateRecord {
  let name: String
  let link: String
  let arr: String
  let evidence: String

  static let fields: TemplateFields<UnavoidableRow> = [
    .text("name") { $0.name },
    .text("link") { $0.link },
    .text("arr") { $0.arr },
    .text("evidence") { $0.evidence },
  ]
}
