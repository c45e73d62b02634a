import Templates

/// A CSM's flag.
struct FlagView: TemplateRecord {
  let code: String
  let word: String
  let age: String
  let status: String
  let reason: String
  let by: String
  let date: String
  let given: String
  let note: String

  static let fields: TemplateFields<FlagView> = [
    .text("code") { $0.code },
    .text("letter") { String($0.code.prefix(1)) },
    .text("word") { $0.word },
    .text("age") { $0.age },
    .text("status") { $0.status },
    .text("reason") { $0.reason },
    .text("by") { $0.by },
    .text("date") { $0.date },
    .text("given") { $0.given },
    .text("note") { $0.note },
  ]
}
