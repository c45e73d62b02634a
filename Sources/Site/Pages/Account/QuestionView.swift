import Templates

/// A question to ask on the next call.
struct QuestionView: TemplateRecord {
  let ask: String
  let because: String

  static let fields: TemplateFields<QuestionView> = [
    .text("ask") { $0.ask },
    .text("because") { $0.because },
  ]
}
