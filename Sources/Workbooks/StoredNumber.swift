/// A number as a cell stores it, in decimal digits: `-12.5`, `1.1000000000000001` or `3.05E+15`.
///
/// It is never turned into binary and back, so nothing depends on a locale or on rounding by a library.
struct StoredNumber {
  /// Excel computes and shows 15 digits, and stores up to 17 of which the last two are noise of binary arithmetic.
  private static let precision = 15

  private let isNegative: Bool
  /// The first 19 significant digits.
  private var digits: UInt64 = 0
  /// The power of ten to multiply them by.
  private var exponent = 0
  /// The stored digits, where the number is written as a whole number.
  private var whole: ArraySlice<UInt8>?

  /// Reads a number; nil for anything else.
  init?(_ text: ArraySlice<UInt8>) {
    var rest = text
    isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    let start = rest.startIndex
    var hasDigits = false
    var isFraction = false
    while let byte = rest.first {
      if let digit = byte.digit {
        hasDigits = true
        if digits < 1_000_000_000_000_000_000 {
          digits = digits * 10 + UInt64(digit)
          if isFraction { exponent -= 1 }
        } else if !isFraction {
          exponent += 1
        }
      } else if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    guard hasDigits else { return nil }
    if let mark = rest.first {
      guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E"), let power = Self.power(rest.dropFirst()) else {
        return nil
      }
      exponent += power
    } else if !isFraction {
      whole = text[start...].drop { $0 == 0x30 }
    }
    if digits == 0 { exponent = 0 }
  }

  private static func power(_ text: ArraySlice<UInt8>) -> Int? {
    let isNegative = text.first == UInt8(ascii: "-")
    let digits = isNegative || text.first == UInt8(ascii: "+") ? text.dropFirst() : text
    guard !digits.isEmpty else { return nil }
    var power = 0
    for byte in digits {
      guard let digit = byte.digit else { return nil }
      power = min(power * 10 + digit, 100_000)
    }
    return isNegative ? -power : power
  }

  private static func count(_ digits: UInt64) -> Int {
    var count = 0
    var rest = digits
    while rest > 0 {
      rest /= 10
      count += 1
    }
    return count
  }

  /// Whether a cell cannot hold it: the largest number of Excel has 309 digits.
  var isTooLarge: Bool { Self.count(digits) + exponent > 309 }

  /// Whether it is 0, however it is written.
  var isZero: Bool { digits == 0 }

  /// The nearest binary number, or one next to it.
  var value: Double {
    var result = Double(digits)
    for _ in 0..<min(abs(exponent), 400) {
      if exponent < 0 { result /= 10 } else { result *= 10 }
    }
    return isNegative ? -result : result
  }

  /// Appends the number as people write it: no exponent, no zeros that say nothing.
  ///
  /// Whole numbers keep all their digits, because they may be ids; others have the 15 that Excel shows.
  func append(to text: inout TextBytes) {
    var (digits, exponent) = rounded
    while digits > 0, digits % 10 == 0 {
      digits /= 10
      exponent += 1
    }
    // A number so small that binary arithmetic cannot tell it from 0.
    guard digits > 0, exponent > -340 else { return text.append(UInt8(ascii: "0")) }
    if isNegative { text.append(UInt8(ascii: "-")) }
    if let whole { return text.append(contentsOf: whole) }
    let figures = Array(String(digits).utf8)
    if exponent >= 0 {
      text.append(contentsOf: figures)
      text.append(contentsOf: repeatElement(0x30, count: exponent))
    } else {
      let point = figures.count + exponent
      text.append(contentsOf: point > 0 ? figures[..<point] : [0x30])
      text.append(UInt8(ascii: "."))
      text.append(contentsOf: repeatElement(0x30, count: max(0, -point)))
      text.append(contentsOf: figures[max(0, point)...])
    }
  }

  /// The digits that are shown: all of a whole number up to 2⁵³, the limit of exact ones, or else 15.
  private var rounded: (digits: UInt64, exponent: Int) {
    var (digits, exponent) = (digits, exponent)
    while exponent < 0, digits > 0, digits % 10 == 0 {
      digits /= 10
      exponent += 1
    }
    let excess = Self.count(digits) - Self.precision
    guard excess > 0, exponent < 0 || digits > 1 << 53 else { return (digits, exponent) }
    let unit = (0..<excess).reduce(UInt64(1)) { unit, _ in unit * 10 }
    return ((digits + unit / 2) / unit, exponent + excess)
  }
}
