import Templates

/// The trail of a quarter.
struct TrailPage: TemplateRecord {
  let rows: [TrailRow]
  /// The decisions; nil when they are unknown.
  let decisions: [TrailDecision]?

  static let fields: TemplateFields<TrailPage> = [
    .list("rows") { $0.rows },
    .flag("keeps_decisions") { $0.decisions != nil },
    .list("decisions") { $0.decisions ?? [] },
  ]
}

/// A decision, with the edition of its week.
struct TrailDecision: TemplateRecord {
  let edition: String
  let decision: DecisionView

  static let fields: TemplateFields<TrailDecision> = [
    .text("edition") { $0.edition },
    .record("decision") { $0.decision },
  ]
}

/// What one edition recorded.
struct TrailRow: TemplateRecord {
  let edition: String
  let revision: String
  let asOf: String
  let score: String
  let band: String
  let bandWord: String
  let flag: String
  let flagWord: String
  let lists: String
  let fingerprint: String

  static let fields: TemplateFields<TrailRow> = [
    .text("edition") { $0.edition },
    .text("revision") { $0.revision },
    .text("day") { $0.asOf },
    .text("score") { $0.score },
    .text("band") { $0.band },
    .text("band_word") { $0.bandWord },
    .text("flag") { $0.flag },
    .text("flag_word") { $0.flagWord },
    .text("lists") { $0.lists },
    .text("fingerprint") { $0.fingerprint },
  ]
}
