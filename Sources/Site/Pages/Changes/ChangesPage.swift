import Templates

/// What changed between two editions, or what another model would change.
struct ChangesPage: TemplateRecord {
  let title: String
  let lead: String
  let bands: String
  let model: [Fact]
  let trial: [TrialRow]
  let movement: String
  let changed: [ChangeRow]
  let moreChanged: String
  let moved: [ChangeRow]
  let before: String
  let after: String
  let hasLateData: Bool
  let hasModel: Bool
  let rule: String

  static let fields: TemplateFields<ChangesPage> = [
    .text("title") { $0.title },
    .text("lead") { $0.lead },
    .text("bands") { $0.bands },
    .list("model") { $0.model },
    .list("trial") { $0.trial },
    .text("movement") { $0.movement },
    .list("changed") { $0.changed },
    .text("more_changed") { $0.moreChanged },
    .list("moved") { $0.moved },
    .text("before") { $0.before },
    .text("after") { $0.after },
    .flag("has_late_data") { $0.hasLateData },
    .flag("has_model_part") { $0.hasModel },
    .text("rule") { $0.rule },
  ]
}

/// How well the active model and another would have predicted what happened, at one horizon.
struct TrialRow: TemplateRecord {
  let horizon: String
  let model: String
  let n: String
  let churned: String
  let auc: String
  let missed: String
  let recall: String
  let precision: String

  static let fields: TemplateFields<TrialRow> = [
    .text("horizon") { $0.horizon },
    .text("model") { $0.model },
    .text("n") { $0.n },
    .text("churned") { $0.churned },
    .text("auc") { $0.auc },
    .text("missed") { $0.missed },
    .text("recall") { $0.recall },
    .text("precision") { $0.precision },
  ]
}
