import Templates

/// Every published edition.
struct ArchivePage: TemplateRecord {
  let history: String
  /// Whether the names of archives are links.
  let isLinked: Bool
  let rows: [EditionRow]
  let withdrawn: [WithdrawnRow]

  static let fields: TemplateFields<ArchivePage> = [
    .text("history") { $0.history },
    .flag("linked") { $0.isLinked },
    .list("rows") { $0.rows },
    .list("withdrawn") { $0.withdrawn },
  ]
}

/// An edition that was taken back.
struct WithdrawnRow: TemplateRecord {
  let sentence: String

  static let fields: TemplateFields<WithdrawnRow> = [.text("sentence") { $0.sentence }]
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
  var greenShare = ""
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
    .text("green_share") { $0.greenShare },
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
