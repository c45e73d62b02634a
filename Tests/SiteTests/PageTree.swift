/// An element of a page with what is inside it; drawings have no inside, since nobody reads figures there.
final class PageElement {
  enum Node {
    case element(PageElement)
    case text(String)
  }

  let name: String
  let attributes: [String: String]
  private(set) var nodes: [Node] = []

  private init(_ tag: HTMLScan.Tag) {
    name = tag.name
    attributes = tag.attributes
  }

  private static let void: Set = ["meta", "link", "br", "img", "input", "hr", "wbr"]

  /// Reads a page, as strictly as `HTMLScan` does.
  ///
  /// - Throws: `HTMLScan.Unexpected`, also for a tag that closes another element than the one that is open.
  convenience init(page html: [UInt8]) throws(HTMLScan.Unexpected) {
    self.init(HTMLScan.Tag(name: "", attributes: [:]))
    let scan = try HTMLScan(html)
    var open = [self]
    var drawings = 0
    for (index, tag) in scan.tags.enumerated() {
      if tag.name == "svg" { drawings += 1 }
      let isDrawing = drawings > 0
      if tag.name == "/svg" { drawings -= 1 }
      if !isDrawing {
        if tag.name.hasPrefix("/") {
          guard open.count > 1, open.removeLast().name == tag.name.dropFirst() else {
            throw HTMLScan.Unexpected(what: "\(tag.name) closes another element")
          }
        } else {
          let element = PageElement(tag)
          open[open.count - 1].nodes.append(.element(element))
          if !Self.void.contains(tag.name) { open.append(element) }
        }
      }
      let text = drawings > 0 ? "" : String(decoding: scan.text(after: index), as: UTF8.self)
      if !text.isEmpty { open[open.count - 1].nodes.append(.text(text)) }
    }
  }

  /// The elements directly inside.
  var children: [PageElement] {
    nodes.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The elements with a name at any depth, in the order of the page.
  func all(_ name: String) -> [PageElement] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }

  func first(_ name: String) -> PageElement? { all(name).first }

  /// The section with an id.
  func section(_ id: String) -> PageElement? { all("section").first { $0.attributes["id"] == id } }

  func has(_ kind: String) -> Bool { attributes["class", default: ""].split(separator: " ").contains(Substring(kind)) }

  /// The text inside with single spaces; no-break spaces stay.
  var text: String { rawText.split { $0 == " " || $0 == "\n" }.joined(separator: " ") }

  /// The text without that of some elements inside.
  func text(without name: String) -> String {
    let parts = nodes.map { node in
      switch node {
      case .text(let text): text
      case .element(let element): element.name == name ? " " : element.text(without: name)
      }
    }
    return parts.joined().split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  private var rawText: String {
    nodes.map { node in
      switch node {
      case .text(let text): text
      case .element(let element): element.rawText
      }
    }
    .joined()
  }
}

/// A table of a page.
struct PageTable {
  let heads: [String]
  /// The rows of the body without those that sum the others up.
  let rows: [[PageElement]]
  let sums: [[PageElement]]

  init(_ table: PageElement) {
    heads = table.all("thead").flatMap { $0.all("th") }.map(\.text)
    let body = table.all("tbody").flatMap(\.children)
    rows = body.filter { !$0.has("sum") }.map(\.children)
    sums = body.filter { $0.has("sum") }.map(\.children)
  }

  /// The cells of a column, by its head; nil when no column has it.
  func column(_ head: String?) -> [PageElement]? {
    guard let index = heads.firstIndex(where: { $0 == head }) else { return nil }
    return rows.map { $0[index] }
  }
}

extension PageElement {
  /// The tables inside, in the order of the page.
  var tables: [PageTable] { all("table").map(PageTable.init) }
  /// Where the first link inside leads, without folders that lead up.
  var target: String? {
    first("a")?.attributes["href"]?.split(separator: "/").filter { $0 != ".." }.joined(separator: "/")
  }
}
