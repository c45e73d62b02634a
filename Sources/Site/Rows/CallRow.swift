import Templates

/// An account whose outcome the score did not predict.
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
