import Templates

/// The five figures at the top of the front page.
struct FiguresPiece: TemplateRecord {
  /// One figure with its changes and its drawing.
  struct Figure: TemplateRecord {
    let label: String
    let value: String
    let what: String
    let changes: String
    let drawing: [UInt8]

    static let fields: TemplateFields<Figure> = [
      .text("label") { $0.label },
      .text("value") { $0.value },
      .text("what") { $0.what },
      .text("changes") { $0.changes },
      .html("drawing") { $0.drawing },
    ]
  }

  let figures: [Figure]
  let table: [UInt8]

  static let fields: TemplateFields<FiguresPiece> = [
    .list("figures") { $0.figures },
    .html("table") { $0.table },
  ]
}

/// The split by band, by count and by revenue, and how it went over 13 weeks.
struct BandsPiece: TemplateRecord {
  let accountsLabel: String
  let accounts: [UInt8]
  let arrLabel: String
  let arr: [UInt8]
  let weeks: [UInt8]
  let table: [UInt8]
  let keys: [BandKey]

  static let fields: TemplateFields<BandsPiece> = [
    .text("accounts_label") { $0.accountsLabel },
    .html("accounts") { $0.accounts },
    .text("arr_label") { $0.arrLabel },
    .html("arr") { $0.arr },
    .html("weeks") { $0.weeks },
    .html("table") { $0.table },
    .list("keys") { $0.keys },
  ]
}

/// A band with its share, for the key under a drawing.
struct BandKey: TemplateRecord {
  let letter: String
  let text: String

  static let fields: TemplateFields<BandKey> = [
    .text("letter") { $0.letter },
    .text("text") { $0.text },
  ]
}

/// The matrix of band by score and flag by person.
struct MatrixPiece: TemplateRecord {
  /// The accounts of a band.
  struct Row: TemplateRecord {
    let letter: String
    let word: String
    let isScored: Bool
    let cells: [Cell]

    static let fields: TemplateFields<Row> = [
      .text("letter") { $0.letter },
      .text("word") { $0.word },
      .flag("is_scored") { $0.isScored },
      .list("cells") { $0.cells },
    ]
  }

  /// The accounts of a band with a flag.
  struct Cell: TemplateRecord {
    let kind: String
    let link: String
    let count: String
    let arr: String

    static let fields: TemplateFields<Cell> = [
      .text("kind") { $0.kind },
      .text("link") { $0.link },
      .text("count") { $0.count },
      .text("arr") { $0.arr },
    ]
  }

  let rows: [Row]

  static let fields: TemplateFields<MatrixPiece> = [.list("rows") { $0.rows }]
}
