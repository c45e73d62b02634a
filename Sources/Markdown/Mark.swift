import Templates

/// What stands in Markdown and in its HTML for something that is put in later.
///
/// A mark of a value has its number, since the order of a text and that of its HTML differ; it consists of noncharacters
/// and digits, so that libcmark-gfm takes it for a word. Marks of figures are tags, which no escaped text contains.
enum Mark {
  static let value = MarkedText.mark
  static let valueEnd = [UInt8]([0xEF, 0xB7, 0x91])
  /// The heading above a piece.
  static let heading = String(decoding: [0xEF, 0xB7, 0x92] as [UInt8], as: UTF8.self)
  /// The mark of a value as libcmark-gfm writes it in addresses.
  static let address = Array("%EF%B7%90".utf8)
  static let addressEnd = Array("%EF%B7%91".utf8)
  /// A figure within a line, up to its number; `>` ends it.
  static let figure = Array("<figure ".utf8)
  /// A figure that is a block.
  static let blockFigure = Array("<blockfigure ".utf8)

  /// The mark of a value with a number.
  static func of(_ number: Int) -> [UInt8] { value + Array(String(number).utf8) + valueEnd }

  /// Whether the bytes are the mark of a value and nothing else.
  static func isOne(_ bytes: [UInt8]) -> Bool { number(of: bytes[...], between: value, and: valueEnd) != nil }

  /// The number between two ends that the bytes consist of.
  static func number(of bytes: ArraySlice<UInt8>, between begin: [UInt8], and end: [UInt8]) -> Int? {
    guard bytes.starts(with: begin), bytes.suffix(end.count).elementsEqual(end) else { return nil }
    return Int(String(decoding: bytes.dropFirst(begin.count).dropLast(end.count), as: UTF8.self))
  }
}
