import Health
import Review
import Templates

/// An account as a row of any table.
struct AccountRow: TemplateRecord {
  let name: String
  let link: String
  let arr: String
  let owner: String
  let ownerLink: String
  let renews: String
  let score: String
  let band: String
  let bandWord: String
  let cap: String
  let direction: String
  let change: String
  let spark: String
  let flag: FlagView?
  let points: String
  let exposure: String
  let item: ListItemView?

  static let fields: TemplateFields<AccountRow> = [
    .text("name") { $0.name },
    .text("link") { $0.link },
    .text("arr") { $0.arr },
    .text("owner") { $0.owner },
    .text("owner_link") { $0.ownerLink },
    .text("renews") { $0.renews },
    .text("score") { $0.score },
    .text("band") { $0.band },
    .text("band_word") { $0.bandWord },
    .text("cap") { $0.cap },
    .text("direction") { $0.direction },
    .text("change") { $0.change },
    .text("spark") { $0.spark },
    .optional("flag") { $0.flag },
    .text("points") { $0.points },
    .text("exposure") { $0.exposure },
    .optional("item") { $0.item },
  ]
}

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

/// What a list knows about an account on it.
struct ListItemView: TemplateRecord {
  let why: String
  let said: String
  let since: String
  let age: String
  let standing: String
  let isOverdue: Bool
  let due: String
  let owed: String
  let holds: String
  let elsewhere: String
  let decision: DecisionView?

  static let fields: TemplateFields<ListItemView> = [
    .text("why") { $0.why },
    .text("said") { $0.said },
    .text("since") { $0.since },
    .text("age") { $0.age },
    .text("standing") { $0.standing },
    .flag("overdue") { $0.isOverdue },
    .text("due") { $0.due },
    .text("owed") { $0.owed },
    .text("holds") { $0.holds },
    .text("elsewhere") { $0.elsewhere },
    .optional("decision") { $0.decision },
  ]
}

/// A decision that people took about a listed account.
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
  /// A decision in the words and forms of a language.
  init(_ decision: ReviewDecision, _ words: Words, _ formats: Formats) {
    self.init(
      date: formats.shortDate(decision.date), list: words.code(.list, decision.list.rawValue),
      word: words.code(.decision, decision.decision.rawValue), by: decision.by ?? words(.somebody),
      note: decision.note ?? "", nextStep: decision.nextStep ?? "",
      due: decision.dueOn.map(formats.shortDate) ?? "")
  }
}
