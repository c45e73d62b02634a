import Templates

/// A link to one sheet of a long list.
struct SheetLink: TemplateRecord {
  let number: String
  let link: String
  let isCurrent: Bool

  static let fields: TemplateFields<SheetLink> = [
    .text("number") { $0.number },
    .text("link") { $0.link },
    .flag("current") { $0.isCurrent },
  ]
}
