import Templates

/// A segment in a table of segments.
struct SegmentRow: TemplateRecord {
  let name: String
  let link: String
  let accounts: String
  let arr: String
  let green: String
  let yellow: String
  let red: String
  let unscored: String
  let strip: String
  let median: String
  let quartiles: String

  static let fields: TemplateFields<SegmentRow> = [
    .text("name") { $0.name },
    .text("link") { $0.link },
    .text("accounts") { $0.accounts },
    .text("arr") { $0.arr },
    .text("green") { $0.green },
    .text("yellow") { $0.yellow },
    .text("red") { $0.red },
    .text("unscored") { $0.unscored },
    .text("strip") { $0.strip },
    .text("median") { $0.median },
    .text("quartiles") { $0.quartiles },
  ]
}
