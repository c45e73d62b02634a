/// The characters that turn the direction of text round, by which a text is read otherwise than it is written.
///
/// They come into data by pasting, and a search reads what is written. Letters of scripts that run from right to left
/// need none of them.
public enum DirectionControls {
  /// Whether a character is one: marks, embeddings, overrides and isolates of Unicode's UAX #9.
  public static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether any stands in a text.
  public static func stand(in text: String) -> Bool {
    !text.utf8.allSatisfy { $0 < 0x80 } && text.unicodeScalars.contains(where: contains)
  }

  /// Takes out those that stand in a text of UTF-8 as such; references to them stay.
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

  /// How many bytes the control has that begins at a place; 0 where none does.
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
