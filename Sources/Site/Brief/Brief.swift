import Templates

/// What to know before a call about an account, in words; its page and the terminal show the same values.
struct Brief {
  let name: String
  let summary: String
  let divergence: String
  let owed: [DebtRow]
  let windows: [WindowRow]
  /// That nothing moved the score, in place of `windows`.
  let nothingMoved: String
  /// A lasting change in how often somebody comes; empty for none.
  let rhythm: String
  let risks: [RiskRow]
  let people: [PersonRow]
  let saidHeading: String
  let said: [SaidRow]
  let questions: [QuestionView]
}

/// Something owed.
struct DebtRow: TemplateRecord {
  let what: String
  let link: String
  let detail: String
  let due: String
  /// True when `due` is a day.
  let isDated: Bool
  let late: String

  static let fields: TemplateFields<DebtRow> = [
    .text("name") { $0.what },
    .text("link") { $0.link },
    .text("detail") { $0.detail },
    .text("due") { $0.due },
    .text("late") { $0.late },
  ]
}

/// How the score moved over a number of weeks, and why.
struct WindowRow: TemplateRecord {
  let span: String
  let change: String
  let scores: String
  let why: String

  static let fields: TemplateFields<WindowRow> = [
    .text("span") { $0.span },
    .text("change") { $0.change },
    .text("scores") { $0.scores },
    .text("why") { $0.why },
  ]
}

/// A person at the customer, with the last contact.
struct PersonRow: TemplateRecord {
  let name: String
  let role: String
  let when: String
  let contact: String

  static let fields: TemplateFields<PersonRow> = [
    .text("name") { $0.name },
    .text("role") { $0.role },
    .text("when") { $0.when },
    .text("contact") { $0.contact },
  ]
}

/// A sentence that somebody wrote, byte for byte.
struct SaidRow: TemplateRecord {
  let text: String
  let isCut: Bool
  let source: String

  static let fields: TemplateFields<SaidRow> = [
    .text("text") { $0.text },
    .flag("cut") { $0.isCut },
    .text("source") { $0.source },
  ]
}

/// The list of what was said, as HTML: Markdown would change the line breaks of a sentence.
struct SaidPiece: TemplateRecord {
  let said: [SaidRow]

  static let fields: TemplateFields<SaidPiece> = [.list("said") { $0.said }]
}
