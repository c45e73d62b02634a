/// Reads a page that Vigie wrote, tag by tag.
struct TagReader {
  /// A tag, or the text up to the next one.
  struct Piece {
    /// The name of the tag, with a slash before that of an end tag; empty for text.
    let name: String
    let bytes: ArraySlice<UInt8>

    /// The value of an attribute as it is written; nil where the tag has none.
    func value(of attribute: String) -> String? {
      let text = String(decoding: bytes, as: UTF8.self)
      guard let start = text.firstRange(of: " \(attribute)=\"")?.upperBound else { return nil }
      return String(text[start...].prefix { $0 != "\"" })
    }
  }

  private let page: [UInt8]
  private var position = 0

  init(_ page: [UInt8]) { self.page = page }

  /// The next piece; nil at the end.
  mutating func next() -> Piece? {
    guard position < page.count else { return nil }
    let start = position
    guard page[position] == UInt8(ascii: "<") else {
      position = page[position...].firstIndex(of: UInt8(ascii: "<")) ?? page.count
      return Piece(name: "", bytes: page[start..<position])
    }
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
    let tag = page[start..<position]
    let name = tag.dropFirst().prefix { $0 == UInt8(ascii: "/") || (97...122).contains($0) || (48...57).contains($0) }
    return Piece(name: String(decoding: name, as: UTF8.self), bytes: tag)
  }

  /// Skips an element whose tag was read, with the line break behind it.
  mutating func skip(_ element: String) {
    while let piece = next(), piece.name != "/\(element)" {}
    skipBreak()
  }

  /// Skips a line break.
  mutating func skipBreak() {
    if position < page.count, page[position] == 0x0A { position += 1 }
  }
}
