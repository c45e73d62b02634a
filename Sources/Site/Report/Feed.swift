import Health
import Review

/// The editions as an Atom feed, the newest first: the last revision of each week.
struct Feed: Composer {
  private static let mostNamed = 4

  let tell: Telling

  var bytes: [UInt8] {
    let title = tell.context.title
    let editions =
      review.history.standing.filter { $0.edition != review.edition } + [tell.thisEdition].compactMap { $0 }
    let id = tell.context.feed ?? feedID(ofTitle: title)
    var xml = """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(words.language)"\(base)>
      <id>\(id)</id>\(ownAddress)
      <title>\(escaped(title))</title>
      <author><name>\(escaped(author))</name></author>
      <updated>\(editions.last?.asOf ?? review.asOf)T00:00:00Z</updated>

      """
    for edition in editions.reversed() {
      let note = edition.revision > 0 ? " r\(edition.revision)" : ""
      let isThis = edition.edition == review.edition
      let headlines = Headline(tell: tell)
      let headline = isThis ? headlines.today : headlines.sentence(edition.bands, atRisk: edition.atRisk)
      let guards = isThis ? GuardRows(tell: tell).sentences(most: Self.mostNamed) : []
      let summary = (guards + [headline]).joined(separator: " ")
      xml += """
        <entry>
        <id>\(id):\(edition.edition):\(edition.revision)</id>
        <title>\(escaped("\(title), \(formats.date(edition.asOf))\(note)"))</title>
        <updated>\(edition.asOf)T00:00:00Z</updated>
        <link href="\(escaped(address(of: links.edition(edition, root: ""))))"/>
        <summary>\(escaped(summary))</summary>
        </entry>

        """
    }
    // Readers that have the entry of a withdrawn edition show this one in its place.
    for edition in review.history.withdrawn.reversed() {
      xml += """
        <entry>
        <id>\(id):\(edition.edition):\(edition.revision)</id>
        <title>\(escaped("\(title), \(edition.name)"))</title>
        <updated>\(edition.asOf)T00:00:01Z</updated>
        <link href="\(escaped(address(of: ArchivePageComposer.entry.path)))"/>
        <summary>\(escaped(tell.withdrawnWords(edition)))</summary>
        </entry>

        """
    }
    return Array((xml + "</feed>\n").utf8)
  }

  /// Where the feed itself is, for readers that got it in another way; empty where nobody has told.
  private var ownAddress: String {
    isReachable ? "\n<link rel=\"self\" href=\"\(escaped(address(of: "feed.xml")))\"/>" : ""
  }

  /// What addresses in the feed are relative to, for readers that hold it without its own address.
  private var base: String { isReachable ? " xml:base=\"\(escaped(tell.context.siteAddress))\"" : "" }

  private var isReachable: Bool { !tell.context.siteAddress.isEmpty }

  /// The address of a page, in full where somebody has told where the site is.
  private func address(of path: String) -> String { tell.context.siteAddress + path }

  /// Who writes the editions: the brand, or else the program.
  private var author: String { tell.context.brand.name.isEmpty ? tell.context.tool : tell.context.brand.name }

  /// Text for an XML element, scalar by scalar; scalars that XML does not allow become a space.
  private func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{FFFE}", "\u{FFFF}": result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
