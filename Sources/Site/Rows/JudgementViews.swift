import Templates

/// What a flag of one colour means to the team.
struct RubricRow: TemplateRecord {
  let code: String
  let word: String
  let meaning: String

  static let fields: TemplateFields<RubricRow> = [
    .text("code") { $0.code },
    .text("word") { $0.word },
    .text("meaning") { $0.meaning },
  ]
}

/// A question to ask on the next call.
struct QuestionView: TemplateRecord {
  let ask: String
  let because: String

  static let fields: TemplateFields<QuestionView> = [
    .text("ask") { $0.ask },
    .text("because") { $0.because },
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

/// A past flag, with what the score said then.
struct PastFlagView: TemplateRecord {
  let flag: FlagView
  let scoreThen: String
  let bandThen: String
  let bandWordThen: String

  static let fields: TemplateFields<PastFlagView> = [
    .record("flag") { $0.flag },
    .text("score_then") { $0.scoreThen },
    .text("band_then") { $0.bandThen },
    .text("band_word_then") { $0.bandWordThen },
  ]
}

/// A past decision, with what followed it.
struct PastDecisionView: TemplateRecord {
  let account: AccountRow?
  let decision: DecisionView
  let followed: String

  static let fields: TemplateFields<PastDecisionView> = [
    .optional("account") { $0.account },
    .record("decision") { $0.decision },
    .text("followed") { $0.followed },
  ]
}

/// The open risks of one kind.
struct OpenRisksRow: TemplateRecord {
  let kind: String
  let risks: String
  let accounts: String
  let arr: String
  let severity: String
  let oldest: String
  let sources: String

  static let fields: TemplateFields<OpenRisksRow> = [
    .text("kind") { $0.kind },
    .text("risks") { $0.risks },
    .text("accounts") { $0.accounts },
    .text("arr") { $0.arr },
    .text("severity") { $0.severity },
    .text("oldest") { $0.oldest },
    .text("sources") { $0.sources },
  ]
}

/// One open risk with the account that it threatens.
struct AccountRiskRow: TemplateRecord {
  let name: String
  let link: String
  let arr: String
  let risk: RiskRow

  static let fields: TemplateFields<AccountRiskRow> = [
    .text("name") { $0.name },
    .text("link") { $0.link },
    .text("arr") { $0.arr },
    .record("risk") { $0.risk },
  ]
}
