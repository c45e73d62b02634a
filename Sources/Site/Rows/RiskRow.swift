import Templates

/// An open risk.
struct RiskRow: TemplateRecord {
  let date: String
  let kind: String
  let severity: String
  let age: String
  let note: String
  let source: String

  static let fields: TemplateFields<RiskRow> = [
    .text("date") { $0.date },
    .text("kind") { $0.kind },
    .text("severity") { $0.severity },
    .text("age") { $0.age },
    .text("note") { $0.note },
    .text("source") { $0.source },
  ]
}
