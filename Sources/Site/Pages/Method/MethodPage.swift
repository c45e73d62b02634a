import Templates

/// The model in words and figures.
struct MethodPage: TemplateRecord {
  let version: String
  let change: String
  let models: [ModelView]
  let dimensions: [ModelDimension]
  let caps: [CapView]
  let example: WorkedExample?
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
    .list("dimensions") { $0.dimensions },
    .list("caps") { $0.caps },
    .optional("example") { $0.example },
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

/// One model, which has a column of shares.
struct ModelView: TemplateRecord {
  let name: String
  let head: String
  let serves: String
  let bands: String

  static let fields: TemplateFields<ModelView> = [
    .text("name") { $0.name },
    .text("head") { $0.head },
    .text("serves") { $0.serves },
    .text("bands") { $0.bands },
  ]
}

/// A dimension, with its share in each model.
struct ModelDimension: TemplateRecord {
  let label: String
  let shares: [String]
  let measures: [ModelMeasure]

  static let fields: TemplateFields<ModelDimension> = [
    .text("label") { $0.label },
    .list("shares") { $0.shares },
    .list("measures") { $0.measures },
  ]
}

/// A measure as some of the models read it, with its share in each.
struct ModelMeasure: TemplateRecord {
  let label: String
  let shares: [String]
  let reads: String
  let drawing: String
  let curve: String
  let absence: String

  static let fields: TemplateFields<ModelMeasure> = [
    .text("label") { $0.label },
    .list("shares") { $0.shares },
    .text("reads") { $0.reads },
    .text("drawing") { $0.drawing },
    .text("curve") { $0.curve },
    .text("absence") { $0.absence },
  ]
}

/// A cap, and the models that have it.
struct CapView: TemplateRecord {
  let rule: String
  let band: String
  let why: String
  let models: String

  static let fields: TemplateFields<CapView> = [
    .text("rule") { $0.rule },
    .text("band") { $0.band },
    .text("why") { $0.why },
    .text("models") { $0.models },
  ]
}

/// The score of one account, worked out.
struct WorkedExample: TemplateRecord {
  let title: String
  let lead: String
  let account: AccountRow
  let dimensions: [WorkedDimension]
  let total: String

  static let fields: TemplateFields<WorkedExample> = [
    .text("title") { $0.title },
    .text("lead") { $0.lead },
    .record("account") { $0.account },
    .list("dimensions") { $0.dimensions },
    .text("total") { $0.total },
  ]
}

/// What a dimension gives to the score of an account.
struct WorkedDimension: TemplateRecord {
  let label: String
  let measures: String
  let score: String
  let share: String
  let points: String

  static let fields: TemplateFields<WorkedDimension> = [
    .text("label") { $0.label },
    .text("measures") { $0.measures },
    .text("score") { $0.score },
    .text("share") { $0.share },
    .text("points") { $0.points },
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
