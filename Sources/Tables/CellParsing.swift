/// Reads the bytes of a cell as a number or a day, without regard to any locale.
public enum CellParsing {
  /// The powers of ten that a double holds exactly.
  private static let exactPowers: [Double] = (0...22).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// Reads a plain finite decimal such as `-12`, `0.5` or `1e3`; nil for anything else, including thousands separators,
  /// `nan`, `inf` and hexadecimal.
  public static func number(_ bytes: UnsafeBufferPointer<UInt8>, decimal: UInt8 = UInt8(ascii: ".")) -> Double? {
    var position = 0
    var isNegative = false
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      position = 1
    }
    var mantissa: UInt64 = 0
    var digits = 0
    var scale = 0
    var isFraction = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte >= 48, byte <= 57 {
        if digits < 18 { mantissa = mantissa &* 10 &+ UInt64(byte - 48) }
        digits += 1
        if isFraction { scale -= 1 }
      } else if byte == decimal, !isFraction {
        isFraction = true
      } else {
        break
      }
      position += 1
    }
    guard digits > 0 else { return nil }
    // With up to fifteen digits and an exact power of ten, one correctly rounded operation gives the right double.
    if position == bytes.count, digits <= 15, scale >= -22 {
      let value = Double(mantissa) / exactPowers[-scale]
      return isNegative ? -value : value
    }
    return slowNumber(bytes, from: position, decimal: decimal)
  }

  /// Checks the rest of the number and leaves the rounding to the standard library.
  private static func slowNumber(
    _ bytes: UnsafeBufferPointer<UInt8>, from exponentStart: Int, decimal: UInt8
  ) -> Double? {
    var position = exponentStart
    if position < bytes.count {
      guard bytes[position] | 0x20 == UInt8(ascii: "e") else { return nil }
      position += 1
      if position < bytes.count, bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+") {
        position += 1
      }
      guard position < bytes.count, bytes[position...].allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return nil }
    }
    let text = String(decoding: bytes.map { $0 == decimal ? UInt8(ascii: ".") : $0 }, as: UTF8.self)
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
  }
}
