import Templates

/// One sentence of a list.
struct TextRow: TemplateRecord {
  let text: String

  static let fields: TemplateFields<TextRow> = [.text("text") { $0.text }]
}
