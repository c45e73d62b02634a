public import Customer

/// Makes one file of a page of a site: its style stands inside, nothing is loaded, and no link leads to other pages.
///
/// It works on any page that a Vigie wrote, also one out of an archive. Links to https, http and mailto and within the
/// page stay, scripts and navigation go, and what is folded stands open.
///
/// - Parameters:
///   - trail: a finished section to put at the end of the page.
///   - fingerprintLabel: the word before the fingerprint of the file.
public func freezePage(
  _ page: [UInt8], style: [UInt8], trail: [UInt8], fingerprintLabel: String, source: SnapshotMark.Source
) -> [UInt8] {
  let sheet = InlineStyle(style)
  let mark = SnapshotMark(kind: .internal, source: source)
  let head =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '\(sheet.hash)'; base-uri 'none'; form-action 'none'\">\n<meta name=\"vigie-snapshot\" content=\"\(mark.unsigned)\">"
  let foot = "<p>\(fingerprintLabel) <code class=\"fingerprint\">\(SnapshotMark.blank)</code></p>\n"
  var freezer = PageFreezer(page)
  freezer.run(head: Array(head.utf8), style: sheet.bytes, trail: trail, foot: Array(foot.utf8))
  return SnapshotMark.sign(freezer.output)
}

/// Copies a page tag by tag.
private struct PageFreezer {
  private let page: [UInt8]
  private var position = 0
  private(set) var output: [UInt8] = []
  /// For each link that is open, whether its tags are kept.
  private var links: [Bool] = []

  init(_ page: [UInt8]) {
    self.page = page
    output.reserveCapacity(page.count + 32_768)
  }

  mutating func run(head: [UInt8], style: [UInt8], trail: [UInt8], foot: [UInt8]) {
    var hasStyle = false
    while position < page.count {
      guard page[position] == UInt8(ascii: "<") else {
        output.append(page[position])
        position += 1
        continue
      }
      let tag = nextTag()
      switch name(of: tag) {
      case "meta" where holds("Content-Security-Policy", tag): output += head
      case "link": skipBreak()
      case "script", "nav": skip(to: name(of: tag))
      case "img": break
      case "/head" where !hasStyle:
        output += Array("<style>".utf8) + style + Array("</style>\n".utf8) + tag
        hasStyle = true
      case "a":
        let keeps = Self.staysLink(address(in: tag))
        links.append(keeps)
        if keeps { output += tag }
      case "/a": if links.popLast() ?? false { output += tag }
      // Closed, it would be missing on paper and wherever styles are taken away.
      case "details" where !holds(" open", tag): output += tag.dropLast() + Array(" open>".utf8)
      case "/main": output += trail + tag
      case "/footer": output += foot + tag
      default: output += tag
      }
    }
  }

  /// The tag at the position, which then lies behind it.
  private mutating func nextTag() -> ArraySlice<UInt8> {
    let start = position
    var quote: UInt8?
    while position < page.count {
      let byte = page[position]
      position += 1
      if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if quote == nil, byte == UInt8(ascii: ">") {
        break
      }
    }
    return page[start..<position]
  }

  private func name(of tag: ArraySlice<UInt8>) -> String {
    let name = tag.dropFirst().prefix { $0 == UInt8(ascii: "/") || (97...122).contains($0) || (48...57).contains($0) }
    return String(decoding: name, as: UTF8.self)
  }

  private func holds(_ text: String, _ tag: ArraySlice<UInt8>) -> Bool {
    String(decoding: tag, as: UTF8.self).contains(text)
  }

  private func address(in tag: ArraySlice<UInt8>) -> String {
    let text = String(decoding: tag, as: UTF8.self)
    guard let start = text.firstRange(of: " href=\"")?.upperBound else { return "" }
    return String(text[start...].prefix { $0 != "\"" })
  }

  private static func staysLink(_ address: String) -> Bool {
    ["#", "https:", "http:", "mailto:"].contains { address.utf8.starts(with: $0.utf8) }
  }

  /// Passes over an element and its end.
  private mutating func skip(to element: String) {
    while position < page.count {
      guard page[position] == UInt8(ascii: "<") else {
        position += 1
        continue
      }
      if name(of: nextTag()) == "/\(element)" { break }
    }
    skipBreak()
  }

  private mutating func skipBreak() {
    if position < page.count, page[position] == 0x0A { position += 1 }
  }
}
