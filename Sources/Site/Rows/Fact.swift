import Templates

/// A label and a value.
struct Fact: TemplateRecord {
  let label: String
  let value: String

  static let fields: TemplateFields<Fact> = [
    .text("label") { $0.label },
    .text("value") { $0.value },
  ]
}
