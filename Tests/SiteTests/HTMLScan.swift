import Foundation

/// The tags and the text of a page, parsed so strictly that only what our own templates write is accepted.
struct HTMLScan {
  struct Tag: Hashable {
    let name: String
    let attributes: [String: String]
  }

  struct Unexpected: Error {
    let what: String
  }

  private(set) var tags: [Tag] = []
  /// The text between the tags, with each tag as a space.
  private(set) var text: [UInt8] = []
  /// Where in the text each tag stands.
  private var places: [Int] = []

  private let bytes: [UInt8]
  private var position = 0

  /// Reads a page, in which one comment is allowed.
  ///
  /// - Throws: `Unexpected` for a comment, an attribute without quotes, a `<` or `>` in text, an unknown entity.
  init(_ html: [UInt8], allowing comment: String? = nil) throws(Unexpected) {
    bytes = html
    let doctype = Array("<!doctype html>".utf8)
    guard bytes.starts(with: doctype) else { throw Unexpected(what: "no doctype") }
    position = doctype.count
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "<"):
        if let comment, bytes[position...].starts(with: comment.utf8) {
          position += comment.utf8.count
          continue
        }
        tags.append(try tag())
        places.append(text.count)
        text.append(0x20)
      case UInt8(ascii: "&"): text += try entity()
      case UInt8(ascii: ">"): throw Unexpected(what: "a > in text\(context)")
      case 0: throw Unexpected(what: "a NUL in text\(context)")
      default:
        text.append(byte)
        position += 1
      }
    }
  }

  /// The text between a tag and the next one.
  func text(after tag: Int) -> ArraySlice<UInt8> {
    text[(places[tag] + 1)..<(tag + 1 < places.count ? places[tag + 1] : text.count)]
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private var context: String {
    ": " + String(decoding: bytes[max(0, position - 40)..<min(bytes.count, position + 40)], as: UTF8.self)
  }

  private mutating func tag() throws(Unexpected) -> Tag {
    position += 1
    var name = ""
    if peek == UInt8(ascii: "/") {
      name = "/"
      position += 1
    }
    name += try self.name()
    var attributes: [String: String] = [:]
    while true {
      skipSpace()
      if peek == UInt8(ascii: "/") { position += 1 }
      if peek == UInt8(ascii: ">") {
        position += 1
        return Tag(name: name, attributes: attributes)
      }
      let attribute = try self.name()
      guard attributes[attribute] == nil else { throw Unexpected(what: "\(attribute) twice\(context)") }
      attributes[attribute] = try value()
    }
  }

  private mutating func name() throws(Unexpected) -> String {
    let start = position
    while let byte = peek, (97...122).contains(byte | 0x20) || (48...57).contains(byte) || byte == 45 { position += 1 }
    guard position > start else { throw Unexpected(what: "no name\(context)") }
    return String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
  }

  private mutating func value() throws(Unexpected) -> String {
    guard peek == UInt8(ascii: "=") else { return "" }
    position += 1
    guard peek == UInt8(ascii: "\"") else { throw Unexpected(what: "no quotes\(context)") }
    position += 1
    var value: [UInt8] = []
    while let byte = peek, byte != UInt8(ascii: "\"") {
      guard byte != UInt8(ascii: "<") else { throw Unexpected(what: "a < in an attribute\(context)") }
      if byte == UInt8(ascii: "&") {
        value += try entity()
      } else {
        value.append(byte)
        position += 1
      }
    }
    position += 1
    return String(decoding: value, as: UTF8.self)
  }

  private mutating func entity() throws(Unexpected) -> [UInt8] {
    let known = ["&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": "\"", "&#39;": "'"]
    for (reference, character) in known where bytes[position...].starts(with: reference.utf8) {
      position += reference.utf8.count
      return Array(character.utf8)
    }
    throw Unexpected(what: "a bare &\(context)")
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A { position += 1 }
  }
}

/// A text as a browser shows it: blanks and controls of any kind collapsed into one space.
///
/// Names of columns and measures show their underscores as spaces, so underscores become spaces here too.
func shown(_ text: some Sequence<UInt8>) -> [UInt8] {
  var scalars = String.UnicodeScalarView()
  var isBlank = true
  for scalar in String(decoding: Array(text), as: UTF8.self).unicodeScalars {
    switch scalar.value {
    case 0...0x20, 0x5F, 0x7F...0x9F, 0x2028, 0x2029:
      if !isBlank { scalars.append(" ") }
      isBlank = true
    default:
      // No document may contain a noncharacter.
      scalars.append(scalar.properties.isNoncharacterCodePoint ? "\u{FFFD}" : scalar)
      isBlank = false
    }
  }
  if isBlank, !scalars.isEmpty { scalars.removeLast() }
  return Array(String(scalars).utf8)
}

/// The number of occurrences of a text in another, without overlap.
func occurrences(of needle: [UInt8], in text: [UInt8]) -> Int {
  text.withUnsafeBytes { text in
    guard let base = text.baseAddress, let first = needle.first else { return 0 }
    var count = 0
    var start = 0
    // The C library's search, since every text is searched for in every page.
    while text.count - start >= needle.count,
      let found = memchr(base + start, CInt(first), text.count - start - needle.count + 1)
    {
      let isWhole = memcmp(found, needle, needle.count) == 0
      count += isWhole ? 1 : 0
      start = UnsafeRawPointer(found) - base + (isWhole ? needle.count : 1)
    }
    return count
  }
}
