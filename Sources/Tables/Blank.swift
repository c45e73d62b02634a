/// The blanks that stand inside numbers and days: space, tab, no-break space, narrow no-break space, thin space.
enum Blank {
  /// The number of bytes of the blank at a position, which may be the end; 0 where there is none.
  static func length(in bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    guard position < bytes.count else { return 0 }
    switch bytes[position] {
    case 0x20, 0x09: return 1
    case 0xC2: return position + 1 < bytes.count && bytes[position + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      guard position + 2 < bytes.count, bytes[position + 1] == 0x80 else { return 0 }
      return bytes[position + 2] == 0xAF || bytes[position + 2] == 0x89 ? 3 : 0
    default: return 0
    }
  }

  /// The number of bytes of the blank that ends before a position; 0 where there is none.
  static func length(in bytes: UnsafeBufferPointer<UInt8>, before end: Int) -> Int {
    (1...3).first { $0 <= end && length(in: bytes, at: end - $0) == $0 } ?? 0
  }

  /// The first position from `start` on that is no blank.
  static func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var position = start
    while true {
      let length = length(in: bytes, at: position)
      if length == 0 { return position }
      position += length
    }
  }
}
