extension CellParsing {
  /// The bytes without blanks at either end.
  ///
  /// Blanks are Unicode white space and the zero-width characters U+200B, U+200C, U+200D, U+2060 and U+FEFF.
  ///
  /// Exports for spreadsheets write `="00417"` so that the zeros stay; that is the text in the quotes.
  public static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let text = withoutBlanks(bytes)
    guard text.count > 2, text[0] == UInt8(ascii: "="), text[1] == UInt8(ascii: "\""), text[text.count - 1] == text[1]
    else { return text }
    return withoutBlanks(UnsafeBufferPointer(rebasing: text[2..<(text.count - 1)]))
  }

  private static func withoutBlanks(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = bytes.count
    while start < end {
      let length = blankLength(in: bytes, at: start, before: end)
      if length == 0 { break }
      start += length
    }
    // Nearly every cell ends in a letter or a digit.
    if start < end, bytes[end - 1] > 0x20, bytes[end - 1] < 0x80 {
      return UnsafeBufferPointer(rebasing: bytes[start..<end])
    }
    while start < end {
      let length = (1...3).first { $0 <= end - start && blankLength(in: bytes, at: end - $0, before: end) == $0 }
      guard let length else { break }
      end -= length
    }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  /// The text of a cell: trimmed, and with one space for each run of white space inside.
  ///
  /// - Parameter keepsLines: whether line breaks inside stay, as in notes.
  public static func text(_ bytes: UnsafeBufferPointer<UInt8>, keepsLines: Bool = false) -> String {
    let trimmed = trimmed(bytes)
    let text = String(decoding: trimmed, as: UTF8.self)
    return isPlain(trimmed) ? text : tidied(text, keepsLines: keepsLines)
  }

  /// The text of a cell, as ``text(_:keepsLines:)`` has it.
  public static func text(_ cell: String, keepsLines: Bool = false) -> String {
    Array(cell.utf8).withUnsafeBufferPointer { text($0, keepsLines: keepsLines) }
  }

  /// Whether a text looks as if it were written in HTML: it begins and ends with a mark.
  public static func looksLikeHTML(_ text: String) -> Bool {
    text.first == "<" && text.last == ">" && text.dropFirst().first?.isLetter ?? false
  }

  /// A text in HTML without its marks and with its entities as characters.
  ///
  /// `<p>Live.<br>Next: labels &amp; scanners.</p>` is `Live. Next: labels & scanners.`
  public static func textOfHTML(_ text: String) -> String {
    var plain = ""
    var rest = Substring(text)
    while let next = rest.firstIndex(where: { $0 == "<" || $0 == "&" }) {
      plain += rest[..<next]
      rest = rest[next...]
      if let end = endOfMark(rest) {
        plain += " "
        rest = rest[end...]
      } else if let end = rest.prefix(longestEntity).firstIndex(of: ";"), rest.first == "&",
        let character = entity(rest[rest.index(after: next)..<end])
      {
        plain += character
        rest = rest[rest.index(after: end)...]
      } else {
        plain.append(rest.removeFirst())
      }
    }
    return self.text(plain + rest)
  }

  /// The end of the mark that a text begins with, and of what nobody reads in it; nil for a plain `<`.
  private static func endOfMark(_ text: Substring) -> Substring.Index? {
    guard text.first == "<", let second = text.dropFirst().first, second.isLetter || second == "/" || second == "!",
      let end = text.firstIndex(of: ">")
    else { return nil }
    let name = text.dropFirst().prefix { $0.isLetter }.lowercased()
    guard name == "script" || name == "style", let close = text.lowercased().firstRange(of: "</\(name)") else {
      return text.index(after: end)
    }
    let distance = text.lowercased().distance(from: text.lowercased().startIndex, to: close.lowerBound)
    let closing = text.dropFirst(distance)
    return closing.firstIndex(of: ">").map { text.index(after: $0) }
  }

  private static let longestEntity = 10
  private static let entities = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "\u{2013}",
    "mdash": "\u{2014}", "hellip": "\u{2026}", "rsquo": "\u{2019}", "lsquo": "\u{2018}", "ldquo": "\u{201C}",
    "rdquo": "\u{201D}", "euro": "\u{20AC}", "eacute": "\u{E9}", "egrave": "\u{E8}", "agrave": "\u{E0}",
    "ccedil": "\u{E7}", "auml": "\u{E4}", "ouml": "\u{F6}", "uuml": "\u{FC}", "szlig": "\u{DF}",
  ]

  private static func entity(_ name: Substring) -> String? {
    guard name.first == "#" else { return entities[String(name)] }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let code = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap(Unicode.Scalar.init).map { String($0) }
  }

  /// True when a trimmed cell holds nothing but a sign that other programs write where they have no value.
  public static func isPlaceholder(_ trimmed: UnsafeBufferPointer<UInt8>) -> Bool {
    guard (1...4).contains(trimmed.count) else { return false }
    return placeholders.contains { trimmed.elementsEqual($0.utf8) }
  }

  /// True when a cell, trimmed or not, is empty or holds nothing but a placeholder.
  public static func isBlank(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    // The first byte decides for nearly every cell.
    if cell.count > 4, cell[0] > 0x20, cell[0] < 0x80 { return false }
    let trimmed = trimmed(cell)
    return trimmed.isEmpty || isPlaceholder(trimmed)
  }

  private static let placeholders = ["#N/A", "N/A", "n/a", "NULL", "null", "NaN", "-", "\u{2013}", "\u{2014}"]

  /// The number of bytes of the blank at a position; 0 where none begins.
  @inline(__always)
  private static func blankLength(in bytes: UnsafeBufferPointer<UInt8>, at position: Int, before end: Int) -> Int {
    let byte = bytes[position]
    if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? 1 : 0 }
    return wideBlankLength(bytes[position..<end])
  }

  private static func wideBlankLength(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let first = bytes.startIndex
    guard bytes.count > 1 else { return 0 }
    if bytes[first] == 0xC2 { return [0x85, 0xA0].contains(bytes[first + 1]) ? 2 : 0 }
    guard bytes.count > 2 else { return 0 }
    switch (bytes[first], bytes[first + 1], bytes[first + 2]) {
    // Ogham space, the spaces and zero-width characters of general punctuation, ideographic space, byte-order mark.
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8D), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
      (0xE2, 0x81, 0x9F...0xA0), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
      return 3
    default: return 0
    }
  }

  /// True when a trimmed cell has nothing to tidy: no control character, no two spaces in a row, nothing beyond ASCII.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var last: UInt8 = 0
    for byte in bytes {
      if byte < 0x20 || byte >= 0x80 || byte == 0x20 && last == 0x20 { return false }
      last = byte
    }
    return true
  }

  private static func tidied(_ text: String, keepsLines: Bool) -> String {
    var tidied = String.UnicodeScalarView()
    var isAfterBlank = false
    for scalar in text.unicodeScalars {
      if keepsLines, ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar) {
        isAfterBlank = false
      } else if scalar.properties.isWhitespace {
        isAfterBlank = true
        continue
      }
      if isAfterBlank { tidied.append(" ") }
      isAfterBlank = false
      tidied.append(scalar)
    }
    return String(tidied)
  }
}
