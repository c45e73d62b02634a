import Templates

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
