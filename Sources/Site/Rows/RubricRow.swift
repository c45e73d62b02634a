import Templates

/// The meaning of a flag of one colour to the team.
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
