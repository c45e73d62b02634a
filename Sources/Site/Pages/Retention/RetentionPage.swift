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
  let trendKey: String
  let bridge: Bridge
  let counts: String
  let yearBridge: Bridge
  let quarters: String
  let quartersKey: String
  let forecast: ForecastSection
  let staying: StayingSection
  let segments: [SegmentRetentionRow]
  let smallSegments: [SegmentRetentionRow]
  let unavoidable: [String]
  let unavoidableLosses: [UnavoidableRow]
  let withoutOutcome: String
  let silent: [AccountLink]
  let moreSilent: String

  static let fields: TemplateFields<RetentionPage> = [
    .text("headline") { $0.headline },
    .text("lead") { $0.lead },
    .text("targets") { $0.targets },
    .text("missing") { $0.missing },
    .list("caveats") { $0.caveats },
    .text("departed") { $0.departed },
    .text("trend") { $0.trend },
    .text("trend_key") { $0.trendKey },
    .record("bridge") { $0.bridge },
    .text("counts") { $0.counts },
    .record("year_bridge") { $0.yearBridge },
    .text("quarters") { $0.quarters },
    .text("quarters_key") { $0.quartersKey },
    .record("forecast") { $0.forecast },
    .record("staying") { $0.staying },
    .list("segments") { $0.segments },
    .list("small_segments") { $0.smallSegments },
    .list("unavoidable") { $0.unavoidable },
    .list("unavoidable_losses") { $0.unavoidableLosses },
    .text("without_outcome") { $0.withoutOutcome },
    .list("silent") { $0.silent },
    .text("more_silent") { $0.moreSilent },
  ]
}

/// The steps from one revenue to another: in a sentence, as a chart, and by account.
struct Bridge: TemplateRecord {
  let title: String
  let words: String
  let chart: String
  let steps: [BridgeStepRow]
  let fold: String
  let rest: [BridgeStepRow]
  let foldEnd: String
  let note: String
  let table: String

  static let fields: TemplateFields<Bridge> = [
    .text("title") { $0.title },
    .text("words") { $0.words },
    .text("chart") { $0.chart },
    .list("steps") { $0.steps },
    .text("fold") { $0.fold },
    .list("rest") { $0.rest },
    .text("fold_end") { $0.foldEnd },
    .text("note") { $0.note },
    .text("table") { $0.table },
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
  let arrNow: String
  let net: String
  let gross: String
  let logo: String
  let names: String

  static let fields: TemplateFields<SegmentRetentionRow> = [
    .text("name") { $0.name },
    .text("link") { $0.link },
    .text("accounts") { $0.accounts },
    .text("arr") { $0.arr },
    .text("arr_now") { $0.arrNow },
    .text("net") { $0.net },
    .text("gross") { $0.gross },
    .text("logo") { $0.logo },
    .text("names") { $0.names },
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
