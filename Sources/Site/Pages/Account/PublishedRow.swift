import Templates

/// What an edition recorded about an account, and the same day on today's data.
struct PublishedRow: TemplateRecord {
  let edition: String
  let link: String
  let restated: String
  let rescored: String
  let score: String
  let band: String
  let bandWord: String
  let flag: String
  let flagWord: String
  let model: String

  static let fields: TemplateFields<PublishedRow> = [
    .text("edition") { $0.edition },
    .text("link") { $0.link },
    .text("restated") { $0.restated },
    .text("rescored") { $0.rescored },
    .text("score") { $0.score },
    .text("band") { $0.band },
    .text("band_word") { $0.bandWord },
    .text("flag") { $0.flag },
    .text("flag_word") { $0.flagWord },
    .text("model") { $0.model },
  ]
}
