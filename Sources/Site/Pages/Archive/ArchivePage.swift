import Templates

/// Every edition that was published.
struct ArchivePage: TemplateRecord {
  let history: String
  let rows: [EditionRow]

  static let fields: TemplateFields<ArchivePage> = [
    .text("history") { $0.history },
    .list("rows") { $0.rows },
  ]
}

/// An edition with its headline figures, or a gap of weeks without one.
struct EditionRow: TemplateRecord {
  var edition = ""
  var anchor = ""
  var fingerprint = ""
  var file = ""
  var fileLink = ""
  var asOf = ""
  var model = ""
  var accounts = ""
  var green = ""
  var yellow = ""
  var red = ""
  var unscored = ""
  var atRisk = ""
  var retention = ""
  var divergences = ""
  var note = ""
  var replaced = ""
  var gap = ""

  static let fields: TemplateFields<EditionRow> = [
    .text("edition") { $0.edition },
    .text("anchor") { $0.anchor },
    .text("fingerprint") { $0.fingerprint },
    .text("file") { $0.file },
    .text("file_link") { $0.fileLink },
    .text("as_of") { $0.asOf },
    .text("model") { $0.model },
    .text("accounts") { $0.accounts },
    .text("green") { $0.green },
    .text("yellow") { $0.yellow },
    .text("red") { $0.red },
    .text("unscored") { $0.unscored },
    .text("at_risk") { $0.atRisk },
    .text("retention") { $0.retention },
    .text("divergences") { $0.divergences },
    .text("note") { $0.note },
    .text("replaced") { $0.replaced },
    .text("gap") { $0.gap },
  ]
}

/// What an edition said about an account, and what its day looks like today.
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

/// An account that was lost, with what was said of it before it gave notice.
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
