import Templates

/// What happened to the accounts, compared with what the score had said.
struct BacktestPage: TemplateRecord {
  let headline: String
  let lead: String
  /// What the outcomes show, the finding first.
  let found: [String]
  /// A note that the model was fitted to these outcomes; empty when it was not.
  let mark: String
  let horizons: [HorizonRow]
  let bandHeads: [String]
  let bands: [BandRatesRow]
  let bandChart: String
  let curve: String
  let groups: String
  let groupWords: String
  let leads: String
  let leadWords: String
  let directions: [RateRow]
  let directionPairs: [PairRow]
  let directionComparisons: String
  let directionWords: String
  let dimensions: (alone: [PairRow], leftOut: [PairRow])
  let dimensionComparisons: String
  let segments: [SliceRow]
  let models: [SliceRow]
  let sources: [SliceRow]
  let sourceWords: String
  let worth: WorthSection
  let drift: DriftSection
  let human: HumanLayer
  let misses: CallList
  let falseAlarms: CallList
  let open: [String]

  static let fields: TemplateFields<BacktestPage> = [
    .text("headline") { $0.headline },
    .text("lead") { $0.lead },
    .list("found") { $0.found },
    .text("mark") { $0.mark },
    .list("horizons") { $0.horizons },
    .flag("has_auc") { $0.horizons.contains { !$0.auc.isEmpty } },
    .list("band_heads") { $0.bandHeads },
    .list("bands") { $0.bands },
    .text("band_chart") { $0.bandChart },
    .text("curve") { $0.curve },
    .text("groups") { $0.groups },
    .text("group_words") { $0.groupWords },
    .text("leads") { $0.leads },
    .text("lead_words") { $0.leadWords },
    .list("directions") { $0.directions },
    .list("direction_pairs") { $0.directionPairs },
    .text("direction_comparisons") { $0.directionComparisons },
    .text("direction_words") { $0.directionWords },
    .flag("has_dimensions") { !$0.dimensions.alone.isEmpty },
    .list("dimensions_alone") { $0.dimensions.alone },
    .list("dimensions_left_out") { $0.dimensions.leftOut },
    .text("dimension_comparisons") { $0.dimensionComparisons },
    .list("segments") { $0.segments },
    .flag("has_models") { $0.models.count > 1 },
    .flag("has_slices") { !$0.segments.isEmpty || $0.models.count > 1 },
    .list("models") { $0.models },
    .list("sources") { $0.sources },
    .text("source_words") { $0.sourceWords },
    .record("worth") { $0.worth },
    .record("drift") { $0.drift },
    .record("human") { $0.human },
    .record("misses") { $0.misses },
    .record("false_alarms") { $0.falseAlarms },
    .list("open") { $0.open },
  ]
}

/// The figures of one horizon, or of several with the same; without an AUC where there is none at any.
struct HorizonRow: TemplateRecord {
  let horizon: String
  let n: String
  let churned: String
  let auc: String
  let missed: String
  let recall: String
  let precision: String
  let lift: String

  static let fields: TemplateFields<HorizonRow> = [
    .text("horizon") { $0.horizon },
    .text("n") { $0.n },
    .text("churned") { $0.churned },
    .text("auc") { $0.auc },
    .text("missed") { $0.missed },
    .text("recall") { $0.recall },
    .text("precision") { $0.precision },
    .text("lift") { $0.lift },
  ]
}

/// The loss rate of a band at each horizon.
struct BandRatesRow: TemplateRecord {
  let band: String
  let word: String
  let rates: [String]

  static let fields: TemplateFields<BandRatesRow> = [
    .text("band") { $0.band },
    .text("word") { $0.word },
    .list("rates") { $0.rates },
  ]
}

/// The loss rate of some accounts.
struct RateRow: TemplateRecord {
  let label: String
  let rate: String

  static let fields: TemplateFields<RateRow> = [
    .text("label") { $0.label },
    .text("rate") { $0.rate },
  ]
}

/// A comparison of two signs on the same accounts.
struct PairRow: TemplateRecord {
  let label: String
  let n: String
  let churned: String
  let first: String
  let second: String
  let difference: String
  let says: String

  static let fields: TemplateFields<PairRow> = [
    .text("label") { $0.label },
    .text("n") { $0.n },
    .text("churned") { $0.churned },
    .text("first") { $0.first },
    .text("second") { $0.second },
    .text("difference") { $0.difference },
    .text("says") { $0.says },
  ]
}

/// The backtest over some of the accounts.
struct SliceRow: TemplateRecord {
  let label: String
  let link: String
  let n: String
  let churned: String
  let auc: String
  let missed: String

  static let fields: TemplateFields<SliceRow> = [
    .text("label") { $0.label },
    .text("link") { $0.link },
    .text("n") { $0.n },
    .text("churned") { $0.churned },
    .text("auc") { $0.auc },
    .text("missed") { $0.missed },
  ]
}

/// The value of human judgement.
struct HumanLayer: TemplateRecord {
  let verdict: [String]
  let hasFlags: Bool
  let flagHeads: [String]
  let matrix: [BandRatesRow]
  let pairs: [PairRow]
  let comparisons: String
  let agreement: [RateRow]
  let ages: [RateRow]
  let reviewed: [RateRow]
  let reasons: [RateRow]
  let smallReasons: String

  static let fields: TemplateFields<HumanLayer> = [
    .list("verdict") { $0.verdict },
    .list("flag_heads") { $0.flagHeads },
    .list("matrix") { $0.matrix },
    .flag("has_flags") { $0.hasFlags },
    .list("pairs") { $0.pairs },
    .text("comparisons") { $0.comparisons },
    .list("agreement") { $0.agreement },
    .list("ages") { $0.ages },
    .list("reviewed") { $0.reviewed },
    .list("reasons") { $0.reasons },
    .text("small_reasons") { $0.smallReasons },
  ]
}

/// The first misses or false alarms, and a link to the others.
struct CallList: TemplateRecord {
  let none: String
  let rows: [CallRow]
  let more: String
  let link: String
  let all: String

  static let fields: TemplateFields<CallList> = [
    .text("none") { $0.none },
    .flag("is_there") { !$0.rows.isEmpty },
    .list("rows") { $0.rows },
    .text("more") { $0.more },
    .text("link") { $0.link },
    .text("all") { $0.all },
  ]
}
