extension UTF8 {
  /// The number of bytes of the well-formed scalar at a position; 0 when it is malformed.
  static func scalarLength(at bytes: UnsafePointer<UInt8>, limit: Int) -> Int {
    let lead = bytes[0]
    let length = lead < 0x80 ? 1 : lead & 0xE0 == 0xC0 ? 2 : lead & 0xF0 == 0xE0 ? 3 : lead & 0xF8 == 0xF0 ? 4 : 0
    guard length > 0, length <= limit else { return 0 }
    let scalar = UnsafeBufferPointer(start: bytes, count: length)
    return String(validating: scalar, as: UTF8.self) == nil ? 0 : length
  }
}
