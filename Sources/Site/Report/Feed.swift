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
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(words.language)">
      <id>\(id)</id>\(ownAddress)
      <title>\(escaped(title))</title>
      <author><name>\(escaped(title))</name></author>
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
        <title>\(escaped("\(title), \(edition.edition)\(note)"))</title>
        <updated>\(edition.asOf)T00:00:00Z</updated>
        <link href="\(escaped(tell.context.siteAddress + links.edition(edition, root: "")))"/>
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
        <link href="\(ArchivePageComposer.entry.path)"/>
        <summary>\(escaped(tell.withdrawnWords(edition)))</summary>
        </entry>

        """
    }
    return Array((xml + "</feed>\n").utf8)
  }

  /// Where the feed itself is, for readers that got it in another way; empty where nobody has told.
  private var ownAddress: String {
    let address = tell.context.siteAddress
    return address.isEmpty ? "" : "\n<link rel=\"self\" href=\"\(escaped(address + "feed.xml"))\"/>"
  }

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
