import Templates

/// A past decision, and what followed it.
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
