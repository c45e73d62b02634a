import Health
import Review
import Templates

/// A guard that holds, as pages say it.
struct GuardRow: TemplateRecord {
  let lead: String
  let facts: String
  let remedy: String
  let accepted: String

  static let fields: TemplateFields<GuardRow> = [
    .text("lead") { $0.lead },
    .text("facts") { $0.facts },
    .text("remedy") { $0.remedy },
    .text("accepted") { $0.accepted },
  ]
}

/// Composes what pages say of the guards that hold.
struct GuardRows: Composer {
  let tell: Telling

  /// Each guard that holds, then what else is missing.
  ///
  /// - Parameter most: how many accounts, files or feeds each names at most; nil for all.
  func rows(most: Int? = nil) -> [GuardRow] {
    let words = GuardWords(measures)
    let missing = tell.context.missing
    let guards = missing.guards.map { told in
      GuardRow(
        lead: words.lead(told.held), facts: words.facts(told.held, most: most),
        remedy: told.reason == nil ? words.remedy(told.held.kind) : "", accepted: words.acceptance(told.reason))
    }
    return guards
      + missing.notes.map { note in
        GuardRow(
          lead: words.lead(note), facts: words.facts(note, among: evidence.accounts, most: most), remedy: "",
          accepted: "")
      }
  }

  /// The accounts that are gone for a reason that the settings give; empty where there are none.
  var departures: String {
    let departed = tell.context.missing.departed
    guard !departed.isEmpty else { return "" }
    let accounts = departed.map { GuardWords(measures).departure($0) }.joined(separator: words(.clauseSeparator))
    return words(.departedWords, ["accounts": accounts])
  }

  /// Each guard that holds as plain text, without what to do about it.
  ///
  /// Names come last, since a digest shortens a long line at its end.
  func sentences(most: Int) -> [String] {
    rows(most: most).map { row in [row.lead, row.accepted, row.facts].filter { !$0.isEmpty }.joined(separator: " ") }
  }
}
