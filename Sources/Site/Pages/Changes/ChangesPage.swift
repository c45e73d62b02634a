import Templates

/// What changed between two editions, or what another model would change.
struct ChangesPage: TemplateRecord {
  let title: String
  let lead: String
  let bands: String
  let model: [Fact]
  let trial: [TrialRow]
  let movement: String
  let changed: [ChangeRow]
  let moreChanged: String
  let moved: [ChangeRow]
  let before: String
  let after: String
  let rule: String

  static let fields: TemplateFields<ChangesPage> = [
    .text("title") { $0.title },
    .text("lead") { $0.lead },
    .text("bands") { $0.bands },
    .list("model") { $0.model },
    .list("trial") { $0.trial },
    .text("movement") { $0.movement },
    .list("changed") { $0.changed },
    .text("more_changed") { $0.moreChanged },
    .list("moved") { $0.moved },
    .text("before") { $0.before },
    .text("after") { $0.after },
    .text("rule") { $0.rule },
  ]
}

/// The accounts of one cell of the movement matrix.
struct ChangeCellPage: TemplateRecord {
  let title: String
  let lead: String
  let rows: [ChangeRow]
  let before: String
  let after: String
  let rule: String
  let sheets: [SheetLink]

  static let fields: TemplateFields<ChangeCellPage> = [
    .text("title") { $0.title },
    .text("lead") { $0.lead },
    .list("rows") { $0.rows },
    .text("before") { $0.before },
    .text("after") { $0.after },
    .text("rule") { $0.rule },
    .flag("has_sheets") { $0.sheets.count > 1 },
    .list("sheets") { $0.sheets },
  ]
}

/// Why one account's score changed.
struct ChangeRow: TemplateRecord {
  /// A score with its band; the band is empty for no customer.
  struct End: TemplateRecord {
    let score: String
    let band: String
    let bandWord: String

    static let fields: TemplateFields<End> = [
      .text("score") { $0.score },
      .text("band") { $0.band },
      .text("band_word") { $0.bandWord },
    ]
  }

  let name: String
  let link: String
  let arr: String
  let before: End
  let after: End
  let change: String
  let behaviour: String
  let lateData: String
  let model: String
  let why: String

  static let fields: TemplateFields<ChangeRow> = [
    .text("name") { $0.name },
    .text("link") { $0.link },
    .text("arr") { $0.arr },
    .record("before") { $0.before },
    .record("after") { $0.after },
    .text("change") { $0.change },
    .text("behaviour") { $0.behaviour },
    .text("late_data") { $0.lateData },
    .text("model") { $0.model },
    .text("why") { $0.why },
  ]
}

/// How the model in force and another would have foreseen what happened, at one horizon.
struct TrialRow: TemplateRecord {
  let horizon: String
  let model: String
  let n: String
  let churned: String
  let auc: String
  let missed: String
  let recall: String
  let precision: String

  static let fields: TemplateFields<TrialRow> = [
    .text("horizon") { $0.horizon },
    .text("model") { $0.model },
    .text("n") { $0.n },
    .text("churned") { $0.churned },
    .text("auc") { $0.auc },
    .text("missed") { $0.missed },
    .text("recall") { $0.recall },
    .text("precision") { $0.precision },
  ]
}

/// The matrix of bands in the earlier edition by bands in the later one.
struct MovementPiece: TemplateRecord {
  /// The accounts that were in one band.
  struct Row: TemplateRecord {
    let letter: String
    let word: String
    let cells: [MatrixPiece.Cell]

    static let fields: TemplateFields<Row> = [
      .text("letter") { $0.letter },
      .text("word") { $0.word },
      .list("cells") { $0.cells },
    ]
  }

  let before: String
  let after: String
  let rows: [Row]

  static let fields: TemplateFields<MovementPiece> = [
    .text("before") { $0.before },
    .text("after") { $0.after },
    .list("rows") { $0.rows },
  ]
}
