import Templates

/// The accounts that get the week's effort, down to the line set by capacity, and those that get none.
struct AttentionPage: TemplateRecord {
  let lead: String
  let atRisk: String
  let reachedTitle: String
  let nobodyReached: String
  let unreachedTitle: String
  let line: String
  let moreReached: String
  let moreUnreached: String
  let reached: [AttentionRow]
  let unreached: [AttentionRow]
  let notPursued: [PastDecisionView]
  let lost: [LossRow]
  let unproven: [LossRow]

  static let fields: TemplateFields<AttentionPage> = [
    .text("lead") { $0.lead },
    .text("at_risk") { $0.atRisk },
    .text("reached_title") { $0.reachedTitle },
    .text("nobody_reached") { $0.nobodyReached },
    .text("unreached_title") { $0.unreachedTitle },
    .text("line") { $0.line },
    .list("reached") { $0.reached },
    .list("unreached") { $0.unreached },
    .text("more_reached") { $0.moreReached },
    .text("more_unreached") { $0.moreUnreached },
    .list("not_pursued") { $0.notPursued },
    .list("lost") { $0.lost },
    .list("unproven") { $0.unproven },
  ]
}

/// An account with the sources of its risk points.
struct AttentionRow: TemplateRecord {
  let account: AccountRow
  let forScore: String
  let forFall: String
  let forFlag: String
  let forRisks: String

  static let fields: TemplateFields<AttentionRow> = [
    .record("account") { $0.account },
    .text("for_score") { $0.forScore },
    .text("for_fall") { $0.forFall },
    .text("for_flag") { $0.forFlag },
    .text("for_risks") { $0.forRisks },
  ]
}

/// A customer whose loss was judged unavoidable.
struct LossRow: TemplateRecord {
  let name: String
  let arr: String
  let date: String
  let reason: String
  let evidence: String

  static let fields: TemplateFields<LossRow> = [
    .text("name") { $0.name },
    .text("arr") { $0.arr },
    .text("date") { $0.date },
    .text("reason") { $0.reason },
    .text("evidence") { $0.evidence },
  ]
}
