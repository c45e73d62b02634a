import Templates

/// The five figures at the top of the front page.
struct FiguresPiece: TemplateRecord {
  /// One figure with its changes and its chart.
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
