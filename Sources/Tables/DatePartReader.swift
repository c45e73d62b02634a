import Health

/// Reads a cell piece by piece, as a pattern says.
struct DatePartReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var year = 0
  private var hasShortYear = false
  private var month = 0
  private var dayOfMonth = 0
  private var hour = 0
  private var minute = 0
  private var second = 0
  private var isAfternoon: Bool?
  /// Seconds ahead of UTC; nil where the cell says nothing of it.
  private var offset: Int?

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  /// Reads every piece; false where the cell has something else.
  mutating func read(_ parts: [DatePart]) -> Bool {
    for index in parts.indices {
      switch parts[index] {
      case .literal(let byte):
        guard takes(byte) else { return false }
      case .blank:
        guard takesBlanks() else { return false }
      case .year(let digits):
        guard let value = number(digits: digits) else { return false }
        year = value
        hasShortYear = digits == 2
      case .month(let digits):
        guard let value = number(digits: digits) else { return false }
        month = value
      case .day(let digits):
        guard let value = number(digits: digits) else { return false }
        dayOfMonth = value
      case .monthName:
        guard let value = name(CalendarName.months, before: parts[(index + 1)...].first) else { return false }
        month = value
      case .weekday:
        guard name(CalendarName.weekdays, before: parts[(index + 1)...].first) != nil else { return false }
      default:
        guard readTime(parts[index]) else { return false }
      }
    }
    return true
  }

  /// The day that was read.
  ///
  /// - Parameters:
  ///   - zone: where a moment with an offset becomes a day.
  ///   - lastYear: the last year of this century that two digits stand for.
  func day(zone: Zone, lastYear: Int) -> Day? {
    let century = hasShortYear ? (2000 + year <= lastYear ? 2000 : 1900) : 0
    guard let day = Day(year: century + year, month: month, day: dayOfMonth) else { return nil }
    guard let offset else { return day }
    let hour = isAfternoon.map { $0 ? (self.hour < 12 ? self.hour + 12 : self.hour) : self.hour % 12 } ?? self.hour
    let moment = Int(day.number) * 86_400 + hour * 3600 + minute * 60 + second - offset
    let there = zone.day(at: moment)
    // The first and the last day of the calendar mean no moment.
    return NumericDay.calendar.contains(there.number) ? there : day
  }

  /// Reads a time of day behind a pattern that has none; false for anything that does not begin like one.
  ///
  /// A blank, perhaps after a comma, or a `T`, then digits and a colon. What follows counts only if it is a time to
  /// its end: `2026-11-05 9:05 CET` is a day with something behind it.
  mutating func readTimeBehind() -> Bool {
    if !takes(UInt8(ascii: "T")) {
      _ = takes(UInt8(ascii: ","))
      guard takesBlanks() else { return false }
    }
    let digits = bytes[position...].prefix { Self.isDigit($0) }.count
    guard (1...2).contains(digits), position + digits < bytes.count, bytes[position + digits] == UInt8(ascii: ":")
    else { return false }
    if !readsWholeTime() { offset = nil }
    return true
  }

  private mutating func readsWholeTime() -> Bool {
    guard readTime(.hour(digits: 1, isOfTwelve: false)), takes(UInt8(ascii: ":")), readTime(.minute(digits: 2)) else {
      return false
    }
    if takes(UInt8(ascii: ":")) {
      guard readTime(.second(digits: 2)) else { return false }
      if takes(UInt8(ascii: ".")) || takes(UInt8(ascii: ",")) {
        guard readTime(.fraction(digits: 1)) else { return false }
      }
    }
    let end = position
    _ = takesBlanks()
    if !readTime(.half) { position = end }
    return isAtEnd || readTime(.offset) && isAtEnd
  }

  private mutating func readTime(_ part: DatePart) -> Bool {
    switch part {
    case .hour(let digits, let isOfTwelve):
      guard let value = number(digits: digits), (isOfTwelve ? 1...12 : 0...23).contains(value) else { return false }
      hour = value
      return true
    case .minute(let digits):
      guard let value = number(digits: digits), value < 60 else { return false }
      minute = value
      return true
    case .second(let digits):
      // A leap second is the sixtieth.
      guard let value = number(digits: digits), value <= 60 else { return false }
      second = value
      return true
    case .fraction:
      let digits = bytes[position...].prefix { Self.isDigit($0) }.count
      position += digits
      return digits > 0
    case .half: return readsHalf()
    case .offset: return readsOffset()
    default: return false
    }
  }

  /// `AM` or `PM`, with or without points.
  private mutating func readsHalf() -> Bool {
    let isAfternoon = takesLetter("p")
    guard isAfternoon || takesLetter("a") else { return false }
    _ = takes(UInt8(ascii: "."))
    guard takesLetter("m") else { return false }
    _ = takes(UInt8(ascii: "."))
    self.isAfternoon = isAfternoon
    return true
  }

  private mutating func readsOffset() -> Bool {
    _ = takesBlanks()
    if takesLetter("z") {
      offset = 0
      return true
    }
    let start = position
    let isNamed =
      takesLetter("u")
      ? takesLetter("t") && takesLetter("c") : takesLetter("g") && takesLetter("m") && takesLetter("t")
    guard isNamed || position == start else { return false }
    let sign = takes(UInt8(ascii: "+")) ? 1 : takes(UInt8(ascii: "-")) ? -1 : 0
    if sign == 0 {
      offset = 0
      return isNamed
    }
    guard let hours = number(digits: 2) else { return false }
    let hasMinutes = takes(UInt8(ascii: ":")) || position < bytes.count && Self.isDigit(bytes[position])
    guard let minutes = hasMinutes ? number(digits: 2) : 0 else { return false }
    // No zone is or was further than 16 hours away from UTC.
    guard hours <= 16, minutes < 60 else { return false }
    offset = sign * (hours * 3600 + minutes * 60)
    return true
  }

  @inline(__always)
  private mutating func takes(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func takesLetter(_ small: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: small) else { return false }
    position += 1
    return true
  }

  private mutating func takesBlanks() -> Bool {
    let end = Blank.end(in: bytes, from: position)
    defer { position = end }
    return end > position
  }

  /// Reads exactly so many digits, or for one digit one or two; nil where there are fewer.
  @inline(__always)
  private mutating func number(digits: Int) -> Int? {
    let most = digits == 1 ? 2 : digits
    var value = 0
    var count = 0
    while count < most, position < bytes.count, Self.isDigit(bytes[position]) {
      value = value * 10 + Int(bytes[position] - 48)
      position += 1
      count += 1
    }
    return count >= digits ? value : nil
  }

  /// Reads a name of the calendar; behind a short one a point may stand, which is not the point of the pattern.
  private mutating func name(_ names: [UInt64: Int], before next: DatePart?) -> Int? {
    guard let name = CalendarName(bytes, at: position), let number = names[name.key] else { return nil }
    position = name.end
    let point = UInt8(ascii: ".")
    guard name.letters <= 4, position < bytes.count, bytes[position] == point else { return number }
    let isOfPattern = next == .literal(point) && !(position + 1 < bytes.count && bytes[position + 1] == point)
    if !isOfPattern { position += 1 }
    return number
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}
