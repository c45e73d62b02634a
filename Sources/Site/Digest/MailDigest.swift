import Findings
import Templates

/// A digest as a mail that every program shows: nested tables with their style in each element, and no picture.
struct MailDigest: TemplateRecord {
  /// A figure, a thing to tell or a line, in its own row.
  struct Row: TemplateRecord {
    let name: String
    let address: String
    let about: String
    let what: String

    static let fields: TemplateFields<Row> = [
      .text("name") { $0.name },
      .text("address") { $0.address },
      .text("about") { $0.about },
      .text("what") { $0.what },
    ]
  }

  /// Things of a kind.
  struct Part: TemplateRecord {
    let title: String
    let address: String
    let rows: [Row]
    let rest: [Row]

    static let fields: TemplateFields<Part> = [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .list("rows") { $0.rows },
      .list("rest") { $0.rest },
    ]
  }

  /// The most bytes of a mail: some programs cut what is longer.
  static let mostBytes = 100_000

  let told: ToldDigest
  private var edition: ReaderDigest.Edition { told.digest.edition }
  private var figures: [Row] {
    told.digest.figures.map { figure in
      Row(
        name: figure.label, address: told.address(figure.link), about: figure.value,
        what: [figure.detail, figure.before].filter { !$0.isEmpty }.joined(separator: "; "))
    }
  }
  private var parts: [Part] {
    told.parts.map { part in
      Part(
        title: part.title, address: told.address(part.link),
        rows: part.items.map { item in
          let (about, what) = told.detail(of: item)
          return Row(name: item.name, address: told.address(item.link), about: about, what: inOneLine(what))
        }, rest: told.rest(of: part).map { Row(name: $0, address: "", about: "", what: "") })
    }
  }
  private func lines(_ texts: [String]) -> [Row] {
    texts.map { Row(name: $0, address: "", about: "", what: "") }
  }

  static let fields: TemplateFields<MailDigest> = [
    .text("language") { $0.edition.language },
    .text("title") { $0.edition.title },
    .text("day") { $0.edition.day },
    .text("status") { $0.edition.status },
    .text("address") { $0.told.address($0.told.digest.link) },
    .text("headline") { $0.told.digest.headline },
    .text("nothing") { $0.told.nothing ?? "" },
    .text("origin") { $0.told.origin },
    .list("notes") { $0.lines($0.told.digest.notes) },
    .list("figures") { $0.figures },
    .list("parts") { $0.parts },
    .list("closing") { $0.lines($0.told.digest.closing) },
  ]
}

/// A text as one line without signs of control.
func inOneLine(_ text: String) -> String { onOneLine(text) }
