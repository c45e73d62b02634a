/// The place of a cell, such as `B7`.
struct CellReference {
  /// From 0.
  private(set) var column = 0
  /// From 1.
  private(set) var row = 0

  /// Reads a place that ends with a zero byte; nil for anything else.
  init?(_ text: UnsafePointer<CChar>) {
    var next = unsafe text
    // Small letters differ from capitals by one bit.
    while let letter = unsafe Self.letter(next.pointee) {
      column = column * 26 + letter
      guard column <= 1_000_000 else { return nil }
      unsafe next += 1
    }
    while let digit = unsafe UInt8(bitPattern: next.pointee).digit {
      row = row * 10 + digit
      guard row <= 100_000_000 else { return nil }
      unsafe next += 1
    }
    guard column > 0, row > 0, unsafe next.pointee == 0 else { return nil }
    column -= 1
  }

  /// The value of a letter, 1 for A.
  private static func letter(_ byte: CChar) -> Int? {
    let capital = UInt8(bitPattern: byte) & 0xDF
    return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(capital) ? Int(capital) - 0x40 : nil
  }
}
