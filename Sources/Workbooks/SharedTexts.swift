/// The texts that cells share, in one array of bytes.
struct SharedTexts {
  let bytes: [UInt8]
  private let ends: [UInt32]

  /// Where a text is in the bytes; nil when there is none with that number.
  func range(_ index: Int) -> Range<Int>? {
    guard ends.indices.contains(index) else { return nil }
    return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  init(_ bytes: [UInt8] = [], ends: [UInt32] = []) {
    self.bytes = bytes
    self.ends = ends
  }
}
