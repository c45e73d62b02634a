import Templates

/// The five figures at the top of the front page.
struct FiguresPiece: TemplateRecord {
  /// A number in large type, and the word beside it where there are two.
  struct Value: TemplateRecord {
    let number: String
    let word: String

    static let fields: TemplateFields<Value> = [
      .text("number") { $0.number },
      .text("word") { $0.word },
    ]
  }

  /// One figure beside its target and its past, with the accounts behind it.
  struct Figure: TemplateRecord {
    let label: String
    /// The rule of the figure on the method page.
    let rule: String
    /// The name of the link to it.
    let definition: String
    let values: [Value]
    /// The accounts that it counts.
    let link: String
    let what: String
    /// The target, and how far the figure is from it; empty where there is none.
    let target: String
    /// The accounts next to it that it does not count; empty where there are none.
    let notCounted: String
    /// What it was.
    let before: String
    let drawing: [UInt8]

    static let fields: TemplateFields<Figure> = [
      .text("label") { $0.label },
      .text("rule") { $0.rule },
      .text("definition") { $0.definition },
      .list("values") { $0.values },
      .text("link") { $0.link },
      .text("what") { $0.what },
      .text("target") { $0.target },
      .text("not_counted") { $0.notCounted },
      .text("before") { $0.before },
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
