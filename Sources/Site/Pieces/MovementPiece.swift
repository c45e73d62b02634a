import Templates

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
