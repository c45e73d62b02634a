/// The timeline of the CSMs' tool: notes in HTML, saved again as windows-1252 with semicolons.
enum TimelineExport {
  static let header = [
    "Company Id", "Context Name", "Activity Date", "Subject", "Notes", "Activity Type", "Author",
  ]

  static func activities(_ facts: Facts, seed: UInt64) -> [UInt8] {
    var rows = Rows(header, delimiter: ";", lineBreak: "\r\n")
    for activity in facts.activities {
      rows.append(
        companyID(activity.account, seed: seed), activity.account.name,
        "\(activity.at.day.dayFirst) \(activity.at.minutes)", activity.subject, html(activity.note),
        activity.kind.rawValue, activity.author)
    }
    return Encoding.windows1252(rows.text)
  }

  /// The tool's own id of an account, which nobody else knows.
  static func companyID(_ account: Account, seed: UInt64) -> String {
    var chance = Chance(seed: seed, topic: "company of \(account.name)")
    let characters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    return "1P02" + String((0..<14).map { _ in chance.pick(characters) })
  }

  /// A note as the tool's editor writes it; its words in a row are ``Note/text``.
  static func html(_ note: Note) -> String {
    var html = ""
    var isList = false
    for part in note.parts where !part.text.isEmpty {
      if part.isPoint != isList { html += part.isPoint ? "<ul>" : "</ul>\n" }
      isList = part.isPoint
      let words = (part.lead.map { "<b>\(escaped($0))</b> " } ?? "") + escaped(part.text)
      html += part.isPoint ? "<li>\(words)</li>" : "<p>\(words)</p>"
    }
    return html + (isList ? "</ul>" : "")
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      default: String(scalar)
      }
    }.joined()
  }
}
