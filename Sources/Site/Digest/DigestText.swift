/// A digest as plain text.
struct DigestText {
  /// The maximum number of lines of ``brief``: what a mail or a chat shows without scrolling.
  static let mostLines = 20
  /// The kinds in it.
  private static let kinds: Set<ReaderDigest.Section.Kind> = [.decisions, .falls, .lost]

  let told: ToldDigest
  private var digest: ReaderDigest { told.digest }
  private var words: Words { told.words }

  /// The whole digest, for the text part of a mail.
  var full: String {
    let edition = digest.edition
    var lines = ["\(words(.internal)) · \(edition.title), \(edition.day) (\(edition.status))", ""]
    lines += digest.notes + [digest.headline]
    lines += [told.address(digest.link)].filter { !$0.isEmpty } + [""]
    for figure in digest.figures {
      let detail = [figure.detail, figure.before].filter { !$0.isEmpty }.joined(separator: "; ")
      lines.append("\(figure.label)\(words(.colon)) \(figure.value)\(detail.isEmpty ? "" : " (\(detail))")")
    }
    if let nothing = told.nothing { lines += ["", nothing] }
    for part in told.parts {
      lines += ["", part.title + words(.colon)]
      for item in part.items {
        lines.append("- " + told.line(item))
        let address = told.address(item.link)
        if !address.isEmpty { lines.append("  " + address) }
      }
      lines += told.rest(of: part).map { "- " + $0 }
    }
    lines += (digest.closing.isEmpty ? [] : [""] + digest.closing) + ["", told.origin]
    return lines.map { $0.hasPrefix("  http") ? $0 : inOneLine($0) }.joined(separator: "\n") + "\n"
  }

  /// The digest of a site in a few short lines, for mail or chat.
  static func brief(_ digest: ReaderDigest, words: Words, site: String) -> [UInt8] {
    let most = mostLines - (site.isEmpty ? 0 : 1)
    var lines: [String] = []
    for named in [4, 3, 2, 1] {
      lines = briefLines(ToldDigest(digest, words: words, site: site, hasWords: false, most: named))
      if lines.count <= most { break }
    }
    let address = site.isEmpty ? [] : [site]
    return Array(((lines.prefix(most).map(plainLine) + address).joined(separator: "\n") + "\n").utf8)
  }

  private static func briefLines(_ told: ToldDigest) -> [String] {
    let edition = told.digest.edition
    var lines = ["\(told.words(.internal)) · \(edition.title), \(edition.day) (\(edition.status))"] + told.digest.notes
    lines += [told.digest.headline, ""]
    for (section, part) in zip(told.digest.sections, told.parts) where kinds.contains(section.kind) {
      // The line that counts the rest replaces the last one, so that three kinds fit.
      let named = part.more > 0 ? max(1, part.items.count - 1) : part.items.count
      let more = section.items.count - named
      lines.append(part.title + told.words(.colon))
      lines += part.items.prefix(named).map { "- " + told.line($0) }
      if more > 0 { lines.append("- " + told.words.count(.digestMore, more)) }
    }
    return lines + [""] + told.digest.closing
  }
}
