import Templates

/// The model in words and figures.
struct MethodPage: TemplateRecord {
  let version: String
  let change: String
  let models: [ModelView]
  let segments: [SegmentRule]
  let warnings: [String]
  let rubric: [RubricRow]
  let stability: String
  let unstable: [UnstableRow]
  let questions: [QuestionRuleView]

  static let fields: TemplateFields<MethodPage> = [
    .text("version") { $0.version },
    .text("change") { $0.change },
    .list("models") { $0.models },
    .list("segments") { $0.segments },
    .list("warnings") { $0.warnings },
    .list("rubric") { $0.rubric },
    .text("stability") { $0.stability },
    .list("unstable") { $0.unstable },
    .list("questions") { $0.questions },
  ]
}

/// An account whose band depends on the weights.
struct UnstableRow: TemplateRecord {
  let account: AccountRow
  let changes: String

  static let fields: TemplateFields<UnstableRow> = [
    .record("account") { $0.account },
    .text("changes") { $0.changes },
  ]
}

/// One model.
struct ModelView: TemplateRecord {
  let name: String
  let serves: String
  let bands: String
  let dimensions: [ModelDimension]
  let caps: [CapView]

  static let fields: TemplateFields<ModelView> = [
    .text("name") { $0.name },
    .text("serves") { $0.serves },
    .text("bands") { $0.bands },
    .list("dimensions") { $0.dimensions },
    .list("caps") { $0.caps },
  ]
}

/// A dimension of a model.
struct ModelDimension: TemplateRecord {
  let label: String
  let share: String
  let measures: [ModelMeasure]

  static let fields: TemplateFields<ModelDimension> = [
    .text("label") { $0.label },
    .text("share") { $0.share },
    .list("measures") { $0.measures },
  ]
}

/// A measure of a model.
struct ModelMeasure: TemplateRecord {
  let label: String
  let reads: String
  let curve: String
  let share: String
  let absence: String

  static let fields: TemplateFields<ModelMeasure> = [
    .text("label") { $0.label },
    .text("reads") { $0.reads },
    .text("curve") { $0.curve },
    .text("share") { $0.share },
    .text("absence") { $0.absence },
  ]
}

/// A cap of a model.
struct CapView: TemplateRecord {
  let rule: String
  let band: String
  let why: String

  static let fields: TemplateFields<CapView> = [
    .text("rule") { $0.rule },
    .text("band") { $0.band },
    .text("why") { $0.why },
  ]
}

/// The rule that places accounts in a segment.
struct SegmentRule: TemplateRecord {
  let name: String
  let rule: String
  let model: String
  let accounts: String

  static let fields: TemplateFields<SegmentRule> = [
    .text("name") { $0.name },
    .text("rule") { $0.rule },
    .text("model") { $0.model },
    .text("accounts") { $0.accounts },
  ]
}

/// A rule of the table of questions.
struct QuestionRuleView: TemplateRecord {
  let when: String
  let ask: String

  static let fields: TemplateFields<QuestionRuleView> = [
    .text("when") { $0.when },
    .text("ask") { $0.ask },
  ]
}
