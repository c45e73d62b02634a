import Health
import Review
import Templates

/// A decision of people about a listed account.
struct DecisionView: TemplateRecord {
  let date: String
  let list: String
  let word: String
  let by: String
  let note: String
  let nextStep: String
  let due: String

  static let fields: TemplateFields<DecisionView> = [
    .text("date") { $0.date },
    .text("list") { $0.list },
    .text("word") { $0.word },
    .text("by") { $0.by },
    .text("note") { $0.note },
    .text("next_step") { $0.nextStep },
    .text("due") { $0.due },
  ]
}

extension DecisionView {
  /// Creates a view of a decision in a language.
  init(_ decision: ReviewDecision, _ words: Words, _ formats: Formats, for reader: Remark.Reader = .everyone) {
    self.init(
      date: formats.shortDate(decision.date), list: words.code(.list, decision.list.rawValue),
      word: words.code(.decision, decision.decision.rawValue), by: decision.by ?? words(.somebody),
      note: words.told(decision.note, to: reader) ?? "",
      nextStep: words.told(decision.nextStep, to: reader) ?? "",
      due: decision.dueOn.map(formats.shortDate) ?? "")
  }
}
