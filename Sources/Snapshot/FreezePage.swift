public import Customer
import Templates

/// Makes a single file of a site's page: its style is inside, nothing is loaded, and no link leads to other pages.
///
/// It works on any page that Vigie wrote, including pages from an archive. Links to https, http and mailto and within
/// the page stay; scripts and navigation are removed. Folded content, the figures of the charts, is shown open in its
/// own section at the end: closed, it would be missing on paper and wherever styles are removed, and open in its place
/// it would separate a chart from its text.
///
/// - Parameters:
///   - trail: a finished section to append after the page's content.
///   - foldedLabel: the heading of what was folded away.
///   - fingerprintLabel: the word before the fingerprint of the file.
public func freezePage(
  _ page: [UInt8], style: [UInt8], trail: [UInt8], foldedLabel: String, fingerprintLabel: String,
  source: SnapshotMark.Source
) -> [UInt8] {
  let sheet = InlineStyle(style + PageFreezer.style)
  let mark = SnapshotMark(kind: .internal, source: source)
  let head =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '\(sheet.hash)'; base-uri 'none'; form-action 'none'\">\n<meta name=\"vigie-snapshot\" content=\"\(mark.unsigned)\">"
  var foot = Array("<p>".utf8)
  escapeHTML(fingerprintLabel, into: &foot)
  foot += Array(" <code class=\"fingerprint\">\(SnapshotMark.blank)</code></p>\n".utf8)
  var freezer = PageFreezer(page)
  freezer.run(
    head: Array(head.utf8), style: sheet.bytes, trail: trail, foldedLabel: foldedLabel, foot: foot)
  return SnapshotMark.sign(freezer.output)
}

/// Copies a page tag by tag.
private struct PageFreezer {
  private var reader: TagReader
  private(set) var output: [UInt8] = []
  /// For each open link, whether its tags are kept.
  private var links: [Bool] = []
  /// The folded content, and for each open fold its start in the output.
  private var folded: [UInt8] = []
  private var folds: [Int] = []

  /// Sets the figures of the charts in columns; an old edition's style sheet may lack rules for them.
  static let style = Array(
    """

    .folded { columns: 20rem; column-gap: 2.5rem; font-size: .8125rem; }
    @media print { .folded { break-before: page; } }
    .folded h2 { column-span: all; }
    .folded h3 { font-size: .875rem; margin: 0 0 .25rem; }
    .folded .data { display: block; margin: 0 0 1rem; }
    .folded .data:not(:has(tr:nth-child(9))) { break-inside: avoid; }
    .folded table { width: 100%; }
    .folded :is(td, th) { padding-block: .125rem; }

    """.utf8)

  init(_ page: [UInt8]) {
    reader = TagReader(page)
    output.reserveCapacity(page.count + 32_768)
  }

  mutating func run(head: [UInt8], style: [UInt8], trail: [UInt8], foldedLabel: String, foot: [UInt8]) {
    var hasStyle = false
    while let piece = reader.next() {
      let tag = piece.bytes
      switch piece.name {
      case "meta" where piece.value(of: "http-equiv") == "Content-Security-Policy": output += head
      case "link": reader.skipBreak()
      case "script", "nav": reader.skip(piece.name)
      case "img": break
      case "/head" where !hasStyle:
        output += Array("<style>".utf8) + style + Array("</style>\n".utf8) + tag
        hasStyle = true
      case "a":
        let keeps = Self.staysLink(piece.value(of: "href") ?? "")
        links.append(keeps)
        if keeps { output += tag }
      case "/a": if links.popLast() ?? false { output += tag }
      case "details":
        folds.append(output.count)
        output += Array("<div class=\"data\">".utf8)
      case "/details":
        output += Array("</div>".utf8)
        if let start = folds.popLast(), folds.isEmpty {
          folded += output[start...]
          output.removeSubrange(start...)
        }
      case "summary": output += Array("<h3>".utf8)
      case "/summary": output += Array("</h3>".utf8)
      case "/main": output += trail + appendix(foldedLabel) + tag
      case "/footer": output += foot + tag
      default: output += tag
      }
    }
  }

  private func appendix(_ label: String) -> [UInt8] {
    guard !folded.isEmpty else { return [] }
    var section = Array("<section class=\"folded\"><h2>".utf8)
    escapeHTML(label, into: &section)
    return section + Array("</h2>".utf8) + folded + Array("</section>\n".utf8)
  }

  private static func staysLink(_ address: String) -> Bool {
    ["#", "https:", "http:", "mailto:"].contains { address.utf8.starts(with: $0.utf8) }
  }
}
