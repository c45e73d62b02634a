import Templates

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
