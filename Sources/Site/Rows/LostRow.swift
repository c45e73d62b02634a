import Templates

/// A lost account, with the call before it gave notice.
struct LostRow: TemplateRecord {
  let name: String
  let link: String
  let arr: String
  let notice: String
  let score: String
  let band: String
  let bandWord: String
  let flag: String
  let flagWord: String
  let source: String
  let leadTime: String
  let reason: String

  static let fields: TemplateFields<LostRow> = [
    .text("name") { $0.name },
    .text("link") { $0.link },
    .text("arr") { $0.arr },
    .text("notice") { $0.notice },
    .text("score") { $0.score },
    .text("band") { $0.band },
    .text("band_word") { $0.bandWord },
    .text("flag") { $0.flag },
    .text("flag_word") { $0.flagWord },
    .text("source") { $0.source },
    .text("lead_time") { $0.leadTime },
    .text("reason") { $0.reason },
  ]
}
