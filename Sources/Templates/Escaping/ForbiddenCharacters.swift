/// Replaces in place the characters that no HTML document may contain: noncharacters by U+FFFD, control characters by
/// spaces.
///
/// They come from any kind of data: names, notes, labels of charts. Each replacement has as many bytes as the original.
public func replaceForbidden(in html: inout [UInt8]) {
  html.withUnsafeMutableBufferPointer { bytes in
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x00...0x08, 0x0B, 0x0E...0x1F, 0x7F: bytes[index] = 0x20
      case 0xC2 where index + 1 < bytes.count && bytes[index + 1] < 0xA0:
        bytes[index] = 0x20
        bytes[index + 1] = 0x20
      case 0xEF where index + 2 < bytes.count:
        let isLast = bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
        if isLast || isBetweenArabicForms(at: index, in: UnsafeBufferPointer(bytes)) { replace(at: index, in: bytes) }
      case 0xF0...0xF4 where index + 3 < bytes.count:
        // The last two of each plane: U+1FFFE is F0 9F BF BE.
        guard bytes[index + 1] & 0xF == 0xF, bytes[index + 2] == 0xBF, bytes[index + 3] >= 0xBE else { break }
        replace(at: index, in: bytes)
        bytes[index + 3] = 0x20
      default: break
      }
      index += 1
    }
  }
}

/// Whether one of the noncharacters U+FDD0 to U+FDEF, which lie between Arabic presentation forms, begins here.
func isBetweenArabicForms(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  bytes[index] == 0xEF && index + 2 < bytes.count && bytes[index + 1] == 0xB7
    && (0x90...0xAF).contains(bytes[index + 2])
}

/// Writes U+FFFD over three bytes.
private func replace(at index: Int, in bytes: UnsafeMutableBufferPointer<UInt8>) {
  bytes[index] = 0xEF
  bytes[index + 1] = 0xBF
  bytes[index + 2] = 0xBD
}
