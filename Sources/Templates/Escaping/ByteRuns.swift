/// The length of U+0085, U+2028 or U+2029 in UTF-8 when one of them begins here, otherwise 0.
func wideBreakLength(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
  guard index >= 0, index < bytes.count else { return 0 }
  let left = bytes.count - index
  switch bytes[index] {
  case 0xC2 where left >= 2 && bytes[index + 1] == 0x85: return 2
  case 0xE2 where left >= 3 && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8: return 3
  default: return 0
  }
}

/// Passes the bytes in one piece, copying only when the collection does not store them so.
func withContiguousBytes(of bytes: some Collection<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
  if bytes.withContiguousStorageIfAvailable(body) == nil {
    Array(bytes).withUnsafeBufferPointer(body)
  }
}

extension [UInt8] {
  /// Appends a run of bytes that need no escaping.
  mutating func append(run: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    guard !run.isEmpty else { return }
    append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run]))
  }
}
