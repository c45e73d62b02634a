/// Writes values as the cells of a CSV file.
enum CellText {
  /// Appends a whole number.
  static func append(_ number: Int, to out: inout [UInt8]) {
    guard number != 0 else { return out.append(UInt8(ascii: "0")) }
    if number < 0 { out.append(UInt8(ascii: "-")) }
    let start = out.count
    var rest = number.magnitude
    while rest > 0 {
      out.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    }
    out[start...].reverse()
  }

  /// Appends the shortest digits that give the number again; a whole one without a decimal sign, so that an id that an
  /// engine keeps as a float is the same as elsewhere.
  static func append<Number: BinaryFloatingPoint & CustomStringConvertible>(_ number: Number, to out: inout [UInt8]) {
    if number == number.rounded(), abs(number) < 1e15 {
      append(Int(number), to: &out)
    } else if number.isInfinite {
      out.append(contentsOf: (number < 0 ? "-infinity" : "infinity").utf8)
    } else {
      out.append(contentsOf: (number.isNaN ? "NaN" : number.description).utf8)
    }
  }

  /// The number that 16 bits stand for.
  static func half(_ bits: UInt16) -> Float {
    let (exponent, fraction) = (Int(bits >> 10 & 0x1F), Float(bits & 0x3FF))
    let sign: Float = bits >> 15 == 1 ? -1 : 1
    switch exponent {
    case 0: return sign * Float(sign: .plus, exponent: -24, significand: fraction)
    case 0x1F: return fraction == 0 ? sign * .infinity : .nan
    default: return sign * Float(sign: .plus, exponent: exponent - 25, significand: fraction + 1024)
    }
  }

  /// Appends a decimal exactly: the digits of a whole number of any length in two's complement, low byte first, with so
  /// many of them behind the point.
  ///
  /// 12345 with a scale of 2 is `123.45`, and with one of -2 `1234500`.
  static func appendDecimal(_ bytes: UnsafeRawBufferPointer, _ scale: Int, to out: inout [UInt8]) {
    var limbs = stride(from: 0, to: bytes.count, by: 4).map {
      unsafe bytes.loadUnaligned(fromByteOffset: $0, as: UInt32.self)
    }
    let isNegative = (limbs.last ?? 0) >> 31 == 1
    if isNegative {
      var carry = true
      for index in limbs.indices {
        limbs[index] = ~limbs[index]
        if carry { (limbs[index], carry) = limbs[index].addingReportingOverflow(1) }
      }
    }
    var digits: [UInt8] = []
    while limbs.contains(where: { $0 != 0 }) {
      var rest: UInt64 = 0
      for index in limbs.indices.reversed() {
        let value = rest << 32 | UInt64(limbs[index])
        limbs[index] = UInt32(value / 1_000_000_000)
        rest = value % 1_000_000_000
      }
      for _ in 0..<9 {
        digits.append(UInt8(ascii: "0") + UInt8(rest % 10))
        rest /= 10
      }
    }
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    if digits.isEmpty { return out.append(UInt8(ascii: "0")) }
    if scale < 0 { digits.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: -scale), at: 0) }
    let fraction = max(scale, 0)
    while digits.count <= fraction { digits.append(UInt8(ascii: "0")) }
    if isNegative { out.append(UInt8(ascii: "-")) }
    out.append(contentsOf: digits[fraction...].reversed())
    // Zeros at the end say how a column was declared, not how much it is.
    let decimals = digits[..<fraction].drop { $0 == UInt8(ascii: "0") }
    guard !decimals.isEmpty else { return }
    out.append(UInt8(ascii: "."))
    out.append(contentsOf: decimals.reversed())
  }

  /// Appends a text, in quotes where it needs them.
  static func append(_ text: UnsafeRawBufferPointer, to out: inout [UInt8]) throws(EngineProblem) {
    let isASCII = unsafe text.allSatisfy { $0 < 0x80 }
    let isPlain =
      unsafe text.first != UInt8(ascii: " ") && text.last != UInt8(ascii: " ")
      && text.allSatisfy { byte in
        byte >= 0x20 && byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\"")
      }
    guard unsafe isASCII || String(validating: text, as: UTF8.self) != nil else {
      throw EngineProblem("the driver gives a text that is not UTF-8")
    }
    if isPlain { return unsafe out.append(contentsOf: text) }
    out.append(UInt8(ascii: "\""))
    for byte in unsafe Array(text) {
      if byte == UInt8(ascii: "\"") { out.append(byte) }
      out.append(byte)
    }
    out.append(UInt8(ascii: "\""))
  }

  static func floor(_ value: Int64, _ divisor: Int64) -> Int64 {
    value / divisor - (value % divisor < 0 ? 1 : 0)
  }

  private static let secondsOfDay: Int64 = 86_400
  /// 0001-01-01 and 9999-12-31 as days since 1970: what lies beyond is how engines write a day without end.
  private static let days: ClosedRange<Int64> = -719_162...2_932_896
  /// 1900-01-01: a moment before it in nanoseconds is a later one that went round.
  private static let earliestOfNanoseconds: Int64 = -25_567

  /// Appends a day as `2026-11-22`; `infinity` for one of no calendar.
  static func append(day: Int64, to out: inout [UInt8]) {
    guard days.contains(day) else { return out.append(contentsOf: "infinity".utf8) }
    let (year, month, date) = civil(day)
    append(year, width: 4, to: &out)
    out.append(UInt8(ascii: "-"))
    append(month, width: 2, to: &out)
    out.append(UInt8(ascii: "-"))
    append(date, width: 2, to: &out)
  }

  /// Appends a moment as `2026-11-22 10:30:00`, an instant as `2026-11-22T10:30:00Z`; parts of a second are left out.
  ///
  /// `overflow` stands for one in nanoseconds before 1900: 9999-12-31 comes as 1816-03-30 so.
  static func append(_ moment: Int64, perSecond: Int64, isInstant: Bool, to out: inout [UInt8]) {
    let seconds = floor(moment, perSecond)
    let day = floor(seconds, secondsOfDay)
    if perSecond == 1_000_000_000, day < earliestOfNanoseconds { return out.append(contentsOf: "overflow".utf8) }
    guard days.contains(day) else { return out.append(contentsOf: "infinity".utf8) }
    append(day: day, to: &out)
    let time = Int(seconds - day * secondsOfDay)
    out.append(isInstant ? UInt8(ascii: "T") : UInt8(ascii: " "))
    append(time / 3600, width: 2, to: &out)
    out.append(UInt8(ascii: ":"))
    append(time / 60 % 60, width: 2, to: &out)
    out.append(UInt8(ascii: ":"))
    append(time % 60, width: 2, to: &out)
    if isInstant { out.append(UInt8(ascii: "Z")) }
  }

  private static func append(_ number: Int, width: Int, to out: inout [UInt8]) {
    var power = 1
    for _ in 1..<width { power *= 10 }
    while power > 0 {
      out.append(UInt8(ascii: "0") + UInt8(number / power % 10))
      power /= 10
    }
  }

  /// Year, month and day of a number of days since 1970, in the calendar of today.
  private static func civil(_ day: Int64) -> (year: Int, month: Int, day: Int) {
    // Eras of 400 years that begin on 1 March, so that the leap day is the last of its year.
    let shifted = Int(day) + 719_468
    let era = shifted / 146_097 - (shifted % 146_097 < 0 ? 1 : 0)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }
}
