/// The characters that change the direction of text, so that it is read differently from how it is written.
///
/// They get into data by pasting, and a search reads what is written. Scripts that run from right to left
/// do not need them.
public enum DirectionControls {
  /// Whether a character is one of them: marks, embeddings, overrides and isolates of Unicode's UAX #9.
  public static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether a text contains any.
  public static func stand(in text: String) -> Bool {
    !text.utf8.allSatisfy { $0 < 0x80 } && text.unicodeScalars.contains(where: contains)
  }

  /// Removes them from UTF-8 text; character references to them stay.
  public static func remove(from bytes: inout [UInt8]) {
    guard bytes.contains(where: { $0 == 0xE2 || $0 == 0xD8 }) else { return }
    var kept = 0
    var index = 0
    while index < bytes.count {
      let length = length(in: bytes, at: index)
      if length == 0 {
        bytes[kept] = bytes[index]
        kept += 1
      }
      index += max(1, length)
    }
    bytes.removeSubrange(kept...)
  }

  /// The byte length of the control that begins at an index; 0 when none does.
  private static func length(in bytes: [UInt8], at index: Int) -> Int {
    switch bytes[index] {
    case 0xD8 where index + 1 < bytes.count && bytes[index + 1] == 0x9C: return 2
    case 0xE2 where index + 2 < bytes.count:
      switch (bytes[index + 1], bytes[index + 2]) {
      case (0x80, 0x8E...0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): return 3
      default: return 0
      }
    default: return 0
    }
  }
}
