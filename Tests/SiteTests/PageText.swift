/// What a page says: its text and its spoken labels, without what is English by design, the findings about the input,
/// and without the names of files.
struct PageText {
  let words: Set<String>

  init(_ html: [UInt8]) {
    let findings = html.firstRange(of: Array("<section id=\"refusals\"".utf8))?.lowerBound ?? html.endIndex
    let label = Array("aria-label=\"".utf8)
    var words: Set<String> = []
    for piece in html[..<findings].split(separator: UInt8(ascii: "<")) {
      guard let tagEnd = piece.firstIndex(of: UInt8(ascii: ">")) else { continue }
      let text = piece[piece.index(after: tagEnd)...]
      if !text.reversed().starts(with: ".csv".utf8.reversed()) {
        words.formUnion(Self.words(in: text))
      }
      if let start = piece[..<tagEnd].firstRange(of: label)?.upperBound {
        words.formUnion(Self.words(in: piece[start..<tagEnd].prefix { $0 != UInt8(ascii: "\"") }))
      }
    }
    self.words = words
  }

  /// The words of a text in lower case, as far as ASCII goes; an accented letter is a part of its word.
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
      // No-break spaces begin with C2, typographic signs with E2; what else is beyond ASCII is a letter.
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
