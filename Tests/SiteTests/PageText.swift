/// The words of a page: its text, its spoken labels, and the words that it passes to the script.
struct PageText {
  /// The texts between tags and in attributes that people read or hear.
  let texts: [[UInt8]]

  /// Every word of them.
  var words: Set<String> { texts.reduce(into: []) { $0.formUnion(Self.words(in: $1)) } }

  private static let attributes = ["aria-label=\"", " title=\"", " alt=\"", " placeholder=\"", " data-"].map {
    Array($0.utf8)
  }

  init(_ html: [UInt8]) {
    var texts: [[UInt8]] = []
    for piece in html.split(separator: UInt8(ascii: "<")) {
      guard let tagEnd = piece.firstIndex(of: UInt8(ascii: ">")) else { continue }
      texts.append(Array(piece[piece.index(after: tagEnd)...]))
      for attribute in Self.attributes {
        var rest = piece[..<tagEnd]
        while let start = rest.firstRange(of: attribute)?.upperBound {
          let value = rest[start...].drop { attribute.last == UInt8(ascii: "-") && $0 != UInt8(ascii: "\"") }
          let text = value.dropFirst(attribute.last == UInt8(ascii: "-") ? 1 : 0).prefix { $0 != UInt8(ascii: "\"") }
          texts.append(Array(text))
          rest = rest[text.endIndex...]
        }
      }
    }
    self.texts = texts
  }

  /// The words of a text in lower case, for ASCII only; an accented letter is part of its word.
  static func words(in bytes: some Sequence<UInt8>) -> Set<String> {
    var words: Set<String> = []
    var word: [UInt8] = []
    var isInLetter = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        word.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        word.append(byte + 32)
      case 0x80...0xBF:
        if isInLetter { word.append(byte) }
      // No-break spaces begin with C2, typographic characters with E2; anything else beyond ASCII is a letter.
      case 0xC3...0xE1, 0xE3...0xF4:
        isInLetter = true
        word.append(byte)
      default:
        isInLetter = false
        words.insert(String(decoding: word, as: UTF8.self))
        word.removeAll(keepingCapacity: true)
      }
    }
    words.insert(String(decoding: word, as: UTF8.self))
    return words
  }
}
