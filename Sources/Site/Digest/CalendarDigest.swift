/// The events of a digest as a calendar (RFC 5545) that a calendar program fetches again and again: what is settled is
/// in it no more, and what moved has the same id.
struct CalendarDigest {
  /// The longest line, in bytes.
  private static let mostBytes = 75

  let digest: ReaderDigest
  let words: Words
  let site: String
  /// A number that grows with every publication and withdrawal, so that a program knows which of two states is later.
  let sequence: Int

  var bytes: [UInt8] {
    let edition = digest.edition
    let stamp = edition.asOf.filter { $0 != "-" } + "T000000Z"
    let title = [edition.title, digest.csm].compactMap { $0 }.joined(separator: " · ")
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//\(escaped(edition.tool))//\(edition.language)", "CALSCALE:GREGORIAN",
      "NAME:\(escaped(title))", "X-WR-CALNAME:\(escaped(title))", "REFRESH-INTERVAL;VALUE=DURATION:P1D",
      "X-PUBLISHED-TTL:P1D",
    ]
    let origin = ToldDigest(digest, words: words, site: site, hasWords: false).origin
    let place = edition.portfolio.split(separator: ":").last ?? "vigie"
    for event in digest.events {
      let day = event.day.filter { $0 != "-" }
      lines += [
        "BEGIN:VEVENT", "UID:\(event.key)@\(place).vigie", "DTSTAMP:\(stamp)", "SEQUENCE:\(sequence)",
        "DTSTART;VALUE=DATE:\(day)", "SUMMARY:\(escaped(event.summary))",
        "DESCRIPTION:\(escaped(event.facts + "\n" + words(.internal) + " · " + origin))",
        "TRANSP:TRANSPARENT", "CLASS:PRIVATE",
      ]
      if !site.isEmpty { lines.append("URL:\(site)\(event.link)") }
      lines.append("END:VEVENT")
    }
    lines.append("END:VCALENDAR")
    return lines.flatMap(folded)
  }

  /// A text with the signs escaped that have a meaning, and without signs of control.
  private func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        result.append("\\")
        result.append(scalar)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// A line in pieces, none of which parts the bytes of a character.
  private func folded(_ line: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var length = 0
    for scalar in line.unicodeScalars {
      let next = UTF8.encode(scalar).map(Array.init) ?? []
      if length + next.count > Self.mostBytes {
        bytes += [0x0D, 0x0A, 0x20]
        length = 1
      }
      bytes += next
      length += next.count
    }
    return bytes + [0x0D, 0x0A]
  }
}
