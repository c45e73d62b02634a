/// Turns the Markdown of a page template, with its data already escaped into it, into HTML.
///
/// Images are the pages' own directives, since text from data can never become one:
///
/// | in the template | becomes |
/// |---|---|
/// | `![](figure:3)` | the fourth of the given figures, made by our own code |
/// | `![green](mark:green)` | the mark of a band with its word |
/// | `![11 days](small:)`, `![6 Nov](due:)` | a second line; a date that has passed |
/// | `![overdue](heard:)` | words for those who hear the page and do not see its marks |
/// | `## ![](section:movers) Movers` | a section of that name around everything up to the next such heading |
/// | `## ![](section:bands:half) Bands` | the same, with that additional class |
/// | `# ![](section:end) Headline` | a heading that ends a section and opens none |
/// | `![](row:sum)` at the start of a row | a row of that class |
/// | `![](paragraph:sheets)` at the start of a paragraph | a paragraph of that class |
/// | `![2026-W47](anchor:2026-w47)` | text that links can target |
///
/// Any other image is reduced to its text. Links go to pages of the site, or to https, http and mailto.
public func renderPage(_ markdown: [UInt8], figures: [[UInt8]], into output: inout [UInt8]) {
  var context = PageContext(figures: figures.count)
  let html = render(markdown, in: &context)
  Skeleton(html, hasMarks: false).fill(Filling(figures: figures), into: &output)
  if context.isInSection { output += sectionEnd }
}

/// What closes a section at the end of a page.
let sectionEnd = Array("</section>\n".utf8)

/// Turns a page, or a piece of one, into HTML in which marks stand for figures.
func render(_ markdown: [UInt8], in context: inout PageContext) -> [UInt8] {
  // After a blank line no value can be taken for a byte order mark.
  let document = Document([0x0A] + markdown, tables: true)
  let nodes = unsafe document.nodes
  let headings = unsafe headings(above: nodes, first: context.heading)
  let sections = unsafe nodes.indices.filter { unsafe nodes[$0].section != nil }
  // Whether a section is open above each of them.
  let openAbove = Dictionary(
    uniqueKeysWithValues: zip(sections, [context.isInSection] + sections.map { unsafe nodes[$0].section != noSection }))
  let firstHeading = unsafe nodes.firstIndex { unsafe $0.isHeading }
  context.hasHeading = firstHeading != nil
  context.callsTableByItself = firstHeading.map { unsafe nodes[$0...].contains { unsafe $0.isTable } } ?? false
  context.heading = headings.last ?? context.heading
  context.isInSection = sections.last.map { unsafe nodes[$0].section != noSection } ?? context.isInSection
  // Backwards, so that nodes are handled before the ones that contain them are replaced.
  for index in unsafe nodes.indices.reversed() {
    let node = unsafe nodes[index]
    if unsafe node.isHTML {
      // Our own HTML is inserted here; HTML from the source is removed, whatever template it came from.
      unsafe node.remove()
    } else if unsafe node.isTable {
      // A group, not a region: a page would have too many landmarks to navigate by.
      var opening = Array("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"".utf8)
      appendEscaped(headings[index].utf8, to: &opening)
      opening += Array("\">".utf8) + captionMarker
      appendEscaped(headings[index].utf8, to: &opening)
      unsafe node.insertBlockBefore(opening + Array(">".utf8))
      unsafe node.insertBlockAfter(Array("</div>".utf8))
    } else if unsafe node.isLink {
      if !LinkPolicy.page.allows(unsafe node.address) { unsafe node.replaceInline() }
    } else if unsafe node.isImage {
      let directive = unsafe Directive(node.address)
      if let section = directive.section, unsafe node.isInHeading {
        unsafe open(section, at: node, closesLast: openAbove[index] == true)
      } else {
        unsafe directive.apply(to: node, in: context)
      }
    }
  }
  var html: [UInt8] = []
  html.reserveCapacity(2 * markdown.count)
  document.appendHTML(to: &html, keepingHTML: true)
  return html
}

/// The name that ends a section and opens none.
private let noSection = "end"

/// For each node, the text of the nearest heading above it; for a heading, its own.
private func headings(above nodes: [Node], first: String) -> [String] {
  var heading = first
  return unsafe nodes.map { node in
    if unsafe node.isHeading { heading = unsafe String(node.text.unicodeScalars.drop { $0 == " " }) }
    return heading
  }
}

/// Opens a section before the heading that contains a directive, or only closes the last one.
private func open(_ section: String, at node: Node, closesLast: Bool) {
  let heading = unsafe node.parent
  let names = section.split(separator: ":")
  unsafe node.dropFollowingBlank()
  unsafe node.remove()
  let closing = closesLast ? "</section>\n" : ""
  let opening =
    section == noSection ? "" : "<section id=\"\(names[0])\" class=\"\(names.joined(separator: " "))\">"
  if !(closing + opening).isEmpty { unsafe heading?.insertBlockBefore(Array((closing + opening).utf8)) }
}

extension Node {
  /// The name of the section that an image in a heading opens; nil for every other node.
  fileprivate var section: String? { unsafe isImage && isInHeading ? unsafe Directive(address).section : nil }

  /// True when the node is directly in a heading.
  fileprivate var isInHeading: Bool { unsafe parent.map { unsafe $0.isHeading } ?? false }
}

/// The directive in the address of one of our own images.
private struct Directive {
  let name: Substring
  let argument: Substring

  init(_ address: String) {
    let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) ?? address.endIndex
    name = address[..<colon]
    argument = Substring(address.utf8[colon...].dropFirst())
  }

  /// The name of the section to open, which becomes an id and a class; `name:class` names another class.
  var section: String? {
    let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    return name == "section" && parts.allSatisfy(Self.isPlain) ? String(argument) : nil
  }

  /// True when the argument can be used in an attribute as it is.
  private var isPlain: Bool { Self.isPlain(argument) }

  private static func isPlain(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }

  func apply(to node: Node, in context: PageContext) {
    switch name {
    case "figure":
      let number = Array(argument.utf8)
      guard Int(argument).map({ (0..<context.figures).contains($0) }) ?? (context.hasMarks && Mark.isOne(number))
      else { break }
      // A figure alone in its paragraph replaces the paragraph: it may be a block that is not allowed in one.
      if unsafe node.isOnlyChild, let parent = unsafe node.parent, unsafe parent.isParagraph {
        return unsafe parent.replaceBlock(Mark.blockFigure + number + [0x3E])
      }
      return unsafe node.replaceInline(opening: Mark.figure + number + [0x3E], keepsChildren: false)
    case "mark":
      let letter = argument.utf8.first.map { [$0] } ?? []
      return unsafe wrap(node, "<span class=\"b \(String(decoding: letter, as: UTF8.self))\">", "</span>")
    case "small": return unsafe wrap(node, "<small>", "</small>")
    case "anchor" where isPlain: return unsafe wrap(node, "<span id=\"\(argument)\">", "</span>")
    case "heard": return unsafe wrap(node, "<span class=\"heard\">", "</span>")
    case "due": return unsafe wrap(node, "<span class=\"due\">", "</span>")
    case "row" where isPlain:
      return unsafe node.replaceInline(opening: rowMarker + Array(argument.utf8) + [0x3E], keepsChildren: false)
    case "paragraph" where isPlain:
      return unsafe node.replaceInline(
        opening: paragraphMarker + Array(argument.utf8) + [0x3E], keepsChildren: false)
    default: break
    }
    unsafe node.replaceInline()
  }

  private func wrap(_ node: Node, _ opening: String, _ closing: String) {
    unsafe node.replaceInline(opening: Array(opening.utf8), closing: Array(closing.utf8))
  }
}
