import Templates

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
    /// What the link says to those who hear it alone.
    let name: String

    static let fields: TemplateFields<Cell> = [
      .text("kind") { $0.kind },
      .text("link") { $0.link },
      .text("count") { $0.count },
      .text("arr") { $0.arr },
      .text("name") { $0.name },
    ]
  }

  let rows: [Row]

  static let fields: TemplateFields<MatrixPiece> = [.list("rows") { $0.rows }]
}
