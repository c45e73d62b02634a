/// A piece of a pattern of days.
enum DatePart: Hashable, Sendable {
  case year(digits: Int)
  case month(digits: Int)
  case monthName(isShort: Bool)
  case day(digits: Int)
  case weekday(isShort: Bool)
  case hour(digits: Int, isOfTwelve: Bool)
  case minute(digits: Int)
  case second(digits: Int)
  case fraction(digits: Int)
  case half
  case offset
  case blank
  case literal(UInt8)

  /// Takes a pattern apart; nil for one that does not name year, month and day once each, or names anything twice.
  static func parts(of pattern: String) -> [DatePart]? {
    let bytes = Array(pattern.utf8)
    guard let parts = bytes.withUnsafeBufferPointer({ parts(of: $0) }) else { return nil }
    let names = parts.compactMap(\.name)
    let isWhole = ["year", "month", "day"].allSatisfy(names.contains) && Set(names).count == names.count
    let isOfTwelve = parts.contains { if case .hour(_, isOfTwelve: true) = $0 { true } else { false } }
    return isWhole && isOfTwelve == parts.contains(.half) ? parts : nil
  }

  private static func parts(of bytes: UnsafeBufferPointer<UInt8>) -> [DatePart]? {
    let quote = UInt8(ascii: "'")
    var parts: [DatePart] = []
    var isQuoted = false
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == quote {
        if position + 1 < bytes.count, bytes[position + 1] == quote {
          parts.append(.literal(quote))
          position += 2
        } else {
          isQuoted.toggle()
          position += 1
        }
        continue
      }
      let end = Blank.end(in: bytes, from: position)
      if end > position {
        parts.append(.blank)
        position = end
        continue
      }
      guard !isQuoted, byte < 0x80, (65...90).contains(byte & 0xDF) else {
        parts.append(.literal(byte))
        position += 1
        continue
      }
      let length = bytes[position...].prefix { $0 == byte }.count
      guard let part = part(letter: byte, length: length) else { return nil }
      parts.append(part)
      position += length
    }
    return isQuoted ? nil : parts
  }

  private static func part(letter: UInt8, length: Int) -> DatePart? {
    switch (Unicode.Scalar(letter), length) {
    case ("y", 2), ("y", 4): .year(digits: length)
    case ("M", 1...2): .month(digits: length)
    case ("M", 3...4): .monthName(isShort: length == 3)
    case ("d", 1...2): .day(digits: length)
    case ("E", 1...4): .weekday(isShort: length < 4)
    case ("H", 1...2): .hour(digits: length, isOfTwelve: false)
    case ("h", 1...2): .hour(digits: length, isOfTwelve: true)
    case ("m", 1...2): .minute(digits: length)
    case ("s", 1...2): .second(digits: length)
    case ("S", 1...9): .fraction(digits: length)
    case ("a", 1): .half
    case ("X", 1...3), ("Z", 1...5), ("z", 1): .offset
    default: nil
    }
  }

  /// What may stand once in a pattern; nil for what means itself.
  private var name: String? {
    switch self {
    case .year: "year"
    case .month, .monthName: "month"
    case .day: "day"
    case .weekday: "weekday"
    case .hour: "hour"
    case .minute: "minute"
    case .second: "second"
    case .fraction: "fraction"
    case .half: "half"
    case .offset: "offset"
    case .blank, .literal: nil
    }
  }

  /// True for the pieces of a time of day.
  var isTime: Bool {
    switch self {
    case .hour, .minute, .second, .fraction, .half, .offset: true
    default: false
    }
  }

  var isMonthOfDigits: Bool { if case .month = self { true } else { false } }

  /// Its part of noon on Saturday, 28 February 2026.
  var example: [UInt8] {
    func padded(_ text: String, _ digits: Int) -> String {
      String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
    let text =
      switch self {
      case .year(let digits): digits == 2 ? "26" : "2026"
      case .month(let digits): padded("2", digits)
      case .monthName(let isShort): isShort ? "Feb" : "February"
      case .day: "28"
      case .weekday(let isShort): isShort ? "Sat" : "Saturday"
      case .hour: "12"
      case .minute(let digits), .second(let digits): padded("0", digits)
      case .fraction(let digits): padded("0", digits)
      case .half: "PM"
      case .offset: "Z"
      case .blank: " "
      case .literal: ""
      }
    if case .literal(let byte) = self { return [byte] }
    return Array(text.utf8)
  }
}
