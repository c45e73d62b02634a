import Templates

/// What the score got wrong.
enum CallKind: String, CaseIterable {
  case misses
  case falseAlarms = "false_alarms"

  /// Where all of them stand, without the ending.
  var path: String { self == .misses ? "misses" : "false-alarms" }

  var title: Phrase { self == .misses ? .misses : .falseAlarms }
}

/// All misses, or all false alarms.
struct CallsPage: TemplateRecord {
  let title: String
  let lead: String
  let rule: String
  let rows: [CallRow]
  let sheets: [SheetLink]

  static let fields: TemplateFields<CallsPage> = [
    .text("title") { $0.title },
    .text("lead") { $0.lead },
    .text("rule") { $0.rule },
    .list("rows") { $0.rows },
    .flag("has_sheets") { $0.sheets.count > 1 },
    .list("sheets") { $0.sheets },
  ]
}

/// The first misses or false alarms, and the way to the others.
struct CallList: TemplateRecord {
  let none: String
  let rows: [CallRow]
  let more: String
  let link: String
  let all: String

  static let fields: TemplateFields<CallList> = [
    .text("none") { $0.none },
    .flag("is_there") { !$0.rows.isEmpty },
    .list("rows") { $0.rows },
    .text("more") { $0.more },
    .text("link") { $0.link },
    .text("all") { $0.all },
  ]
}

/// An account whose end the score did not foretell.
struct CallRow: TemplateRecord {
  let name: String
  let link: String
  let arr: String
  let decided: String
  let outcome: String
  let score: String
  let band: String
  let bandWord: String
  let flag: String
  let flagWord: String
  let edition: String
  let editionLink: String
  let archiveLink: String
  let archive: String

  static let fields: TemplateFields<CallRow> = [
    .text("name") { $0.name },
    .text("link") { $0.link },
    .text("arr") { $0.arr },
    .text("decided") { $0.decided },
    .text("outcome") { $0.outcome },
    .text("score") { $0.score },
    .text("band") { $0.band },
    .text("band_word") { $0.bandWord },
    .text("flag") { $0.flag },
    .text("flag_word") { $0.flagWord },
    .text("edition") { $0.edition },
    .text("edition_link") { $0.editionLink },
    .text("archive_link") { $0.archiveLink },
    .text("archive") { $0.archive },
  ]
}
