import SeededRandom
import Templates
import Testing

@Suite struct `escaping` {
  static let punctuation: [UInt8] = (0x21...0x7E).filter {
    !Unicode.Scalar($0).properties.isAlphabetic && !(0x30...0x39).contains($0)
  }
  /// Characters that join the one after them into a single `Character`.
  static let prepended: [UInt32] = [
    0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0xD4E, 0x110BD, 0x110CD, 0x111C2,
    0x111C3, 0x1193F, 0x11941, 0x11A84, 0x11D46,
  ]
  static let combining: [UInt32] = [0x301, 0x338, 0x20D2, 0xFE0F, 0x200D]

  private func markdown(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    escapeMarkdown(text, into: &output)
    return output
  }

  private func html(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    escapeHTML(text, into: &output)
    return output
  }

  private func scalar(_ value: UInt32) throws -> String { String(try #require(Unicode.Scalar(value))) }

  @Test func `all 32 punctuation characters get a backslash, also behind prepended and before combining marks`() throws
  {
    #expect(Self.punctuation.count == 32)
    for byte in Self.punctuation {
      let special = String(Unicode.Scalar(byte))
      for mark in try Self.prepended.map(scalar) {
        let prefix = String(repeating: mark, count: 20)
        #expect(markdown(prefix + special) == Array(prefix.utf8) + [0x5C, byte])
      }
      for mark in try Self.combining.map(scalar) {
        #expect(markdown("a" + special + mark) == [0x61, 0x5C, byte] + Array(mark.utf8))
      }
    }
  }

  @Test(arguments: [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;")])
  func `HTML's five get their references, also behind prepended and before combining marks`(
    _ special: String, _ reference: String
  ) throws {
    for mark in try Self.prepended.map(scalar) {
      let prefix = String(repeating: mark, count: 20)
      #expect(html(prefix + special) == Array((prefix + reference).utf8))
    }
    for mark in try Self.combining.map(scalar) {
      #expect(html(special + mark + "b") == Array((reference + mark + "b").utf8))
    }
  }

  @Test(arguments: [
    "\r", "\n", "\r\n", "\t", "\u{B}", "\u{C}", "\0", "\u{1F}", "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}",
  ])
  func `a break becomes one space in Markdown and is dropped at the ends`(_ space: String) {
    #expect(markdown("a\(space)b") == Array("a b".utf8))
    #expect(markdown("  \(space) \(space)a\(space)  ") == Array("a".utf8))
    #expect(markdown("\(space)  \(space)") == [])
  }

  @Test func `control characters become spaces in HTML, which allows no others than blanks`() {
    #expect(html("a\0b\u{1}\u{8}\u{B}\u{E}\u{1B}\u{1F}\u{7F}c") == Array("a b       c".utf8))
    #expect(html("\t\n\u{C}\r") == [0x09, 0x0A, 0x0C, 0x0D])
  }

  @Test func `characters that share a first byte with a line break are kept`() {
    #expect(markdown("£ “a” … é") == Array("£ “a” … é".utf8))
    #expect(markdown("“") == Array("“".utf8))
  }

  @Test func `bytes in pieces are escaped as bytes in a row`() {
    var output: [UInt8] = []
    escapeHTML("a<".utf8.reversed(), into: &output)
    #expect(output == Array("&lt;a".utf8))
  }

  @Test func `taking the escapes away again gives the text back`() {
    var generator = SplitMix64(seed: 20_260_105)
    let alphabet =
      Array("ab \\*_<>&\"'`|#-1.\n\r\té“").map(String.init) + ["\u{600}", "\u{301}", "\u{2028}", "\u{85}", "\0"]
    for _ in 0..<20_000 {
      let text = (0..<12).map { _ in alphabet.randomElement(using: &generator) ?? "" }.joined()
      let escaped = markdown(text)
      #expect(isSafeMarkdown(escaped), "\(text.debugDescription)")
      #expect(withoutBackslashes(escaped) == visible(text), "\(text.debugDescription)")
      let safe = html(text)
      #expect(!safe.contains { [0x3C, 0x3E, 0x22, 0x27].contains($0) })
      #expect(withoutReferences(safe) == text.unicodeScalars.map { $0 == "\0" ? " " : String($0) }.joined())
    }
  }

  private func isSafeMarkdown(_ bytes: [UInt8]) -> Bool {
    var isEscaped = false
    for byte in bytes {
      if byte < 0x20 { return false }
      if isEscaped {
        isEscaped = false
      } else if byte == 0x5C {
        isEscaped = true
      } else if Self.punctuation.contains(byte) {
        return false
      }
    }
    return !isEscaped && bytes.first != 0x20 && bytes.last != 0x20
  }

  private func withoutBackslashes(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var isEscaped = false
    for byte in bytes {
      if byte == 0x5C && !isEscaped { isEscaped = true } else { result.append(byte); isEscaped = false }
    }
    return result
  }

  /// The same text computed in another way: scalar by scalar.
  private func visible(_ text: String) -> [UInt8] {
    let breaks: Set<UInt32> = [0x85, 0x2028, 0x2029, 0x7F]
    var scalars: [Unicode.Scalar] = []
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if !(scalar == "\n" && previous == "\r") {
        scalars.append(scalar.value < 0x20 || breaks.contains(scalar.value) ? " " : scalar)
      }
      previous = scalar
    }
    while scalars.first == " " { scalars.removeFirst() }
    while scalars.last == " " { scalars.removeLast() }
    return scalars.flatMap { Array(String($0).utf8) }
  }

  private func withoutReferences(_ bytes: [UInt8]) -> String {
    var text = String(decoding: bytes, as: UTF8.self).unicodeScalars.map { String($0) }.joined()
    for (reference, special) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
      text = replacing(Array(reference.utf8), with: Array(special.utf8), in: Array(text.utf8))
    }
    return text
  }

  private func replacing(_ pattern: [UInt8], with replacement: [UInt8], in bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    var rest = bytes[...]
    while let first = rest.first {
      let isMatch = rest.starts(with: pattern)
      result += isMatch ? replacement : [first]
      rest = rest.dropFirst(isMatch ? pattern.count : 1)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
