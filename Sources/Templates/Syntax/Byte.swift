/// The ASCII characters with a meaning in template syntax.
enum Byte {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let dot = UInt8(ascii: ".")
  static let slash = UInt8(ascii: "/")
  static let equals = UInt8(ascii: "=")

  static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  static func isSpace(_ byte: UInt8) -> Bool { isBlank(byte) || byte == lineFeed || byte == carriageReturn }
}

extension ArraySlice<UInt8> {
  func trimmed() -> ArraySlice<UInt8> {
    guard let last = lastIndex(where: { !Byte.isSpace($0) }) else { return prefix(0) }
    return self[...last].drop(while: Byte.isSpace)
  }

  /// The index of the first occurrence of a non-empty byte string at or after an index.
  func firstIndex(of pattern: [UInt8], from start: Int) -> Int? {
    guard let first = pattern.first else { return nil }
    var index = start
    while let candidate = self[index...].firstIndex(of: first) {
      if self[candidate...].starts(with: pattern) { return candidate }
      index = candidate + 1
    }
    return nil
  }
}
