import Templates

/// What the template of a page shows.
struct DocsView: TemplateRecord {
  /// A section that the page has.
  struct Part: TemplateRecord {
    let id: String
    let text: String

    static let fields: TemplateFields<Part> = [
      .text("id") { $0.id },
      .text("text") { $0.text },
    ]
  }

  let title: String
  let root: String
  let parts: [Part]
  let content: [UInt8]

  init(_ page: DocsPage, content: [UInt8]) {
    title = page.title
    root = page.root
    parts = page.headings.filter { $0.level == 2 }.map { Part(id: $0.id, text: $0.text) }
    self.content = content
  }

  static let fields: TemplateFields<DocsView> = [
    .text("title") { $0.title },
    .text("root") { $0.root },
    .list("parts") { $0.parts },
    .html("content") { $0.content },
  ]
}
