public import Health

/// How days are written in a table, such as `yyyy-MM-dd`, `d. MMM yy` or `MM/dd/yyyy h:mm a`.
///
/// | in a pattern | reads |
/// |---|---|
/// | `yyyy`, `yy` | a year of four or of two digits |
/// | `MM`, `M` | a month of two digits, of one or two |
/// | `MMM`, `MMMM` | the name of a month, short or long, English or French, whatever its case and accents |
/// | `dd`, `d` | a day of two digits, of one or two |
/// | `EEE`, `EEEE` | the name of a weekday, short or long, which is passed over |
/// | `HH`, `H`, `hh`, `h` | an hour of 24, an hour of 12 |
/// | `mm`, `m`, `ss`, `s`, `SSS` | a minute, a second, any number of decimals of a second |
/// | `a` | `AM` or `PM`, with or without points, whatever its case; goes with `h` |
/// | `XXX`, `X`, `Z`, `z` | an offset: `Z`, `+01:00`, `+0100`, `+01`, `UTC`, `GMT`; a blank may stand before it |
/// | a blank | one blank or several, of any kind |
/// | `'…'` | what is in the quotes; two quotes are one |
///
/// Every other character that is no letter means itself. Three patterns are words: `unix` is a number of seconds
/// since 1970 in UTC, `unix_ms` one of milliseconds, `excel` one of days since 1899-12-30, as spreadsheets count.
/// These numbers may have decimals.
///
/// Behind a pattern without hours a time of day may follow. A moment with an offset becomes the day that it is in the
/// zone of the ``DayReading``; without one it keeps the day that is written.
public struct DateFormat: Hashable, Sendable {
  private enum Form: Hashable, Sendable {
    case written([DatePart], hasTime: Bool)
    case moment(unitsPerSecond: Int)
    case serial
  }

  /// ISO 8601.
  public static let iso = DateFormat(
    form: .written(
      [.year(digits: 4), .literal(45), .month(digits: 2), .literal(45), .day(digits: 2)], hasTime: false),
    pattern: "yyyy-MM-dd", isISO: true)

  /// The pattern as it was written.
  public let pattern: String
  private let form: Form
  private let isISO: Bool
  /// True for the formats that are one number.
  let isNumeric: Bool

  private init(form: Form, pattern: String, isISO: Bool) {
    self.form = form
    self.pattern = pattern
    self.isISO = isISO
    isNumeric = if case .written = form { false } else { true }
  }

  /// Reads a pattern; nil unless it is one of the three words, or names year, month and day once each and nothing
  /// twice.
  public init?(_ pattern: String) {
    let form: Form
    switch pattern {
    case "unix": form = .moment(unitsPerSecond: 1)
    case "unix_ms": form = .moment(unitsPerSecond: 1000)
    case "excel": form = .serial
    default:
      guard let parts = DatePart.parts(of: pattern) else { return nil }
      form = .written(parts, hasTime: parts.contains { $0.isTime })
    }
    self.init(form: form, pattern: pattern, isISO: pattern == "yyyy-MM-dd")
  }

  /// Reads a day without a reference: a moment becomes its day in UTC, and a year of two digits is one from 1969 to
  /// 2068, as in POSIX.
  ///
  /// `1-Feb-27` in `d-MMM-yy` is 2027-02-01.
  public func day(_ bytes: UnsafeBufferPointer<UInt8>) -> Day? {
    day(bytes, zone: .utc, lastYear: 2068)
  }

  /// Reads a day.
  ///
  /// - Parameters:
  ///   - zone: where a moment becomes a day.
  ///   - lastYear: the last year that two digits stand for if they can be one from 2000 on; other years are 19yy.
  @inline(__always)
  func day(_ bytes: UnsafeBufferPointer<UInt8>, zone: Zone, lastYear: Int) -> Day? {
    if isISO, bytes.count == 10 { return Self.plainDay(bytes) }
    return anyDay(bytes, zone: zone, lastYear: lastYear)
  }

  private func anyDay(_ bytes: UnsafeBufferPointer<UInt8>, zone: Zone, lastYear: Int) -> Day? {
    switch form {
    case .moment(let unitsPerSecond): return NumericDay.ofMoment(bytes, unitsPerSecond: unitsPerSecond, zone: zone)
    case .serial: return NumericDay.ofSerial(bytes)
    case .written(let parts, let hasTime):
      var reader = DatePartReader(bytes)
      guard reader.read(parts), reader.isAtEnd || !hasTime && reader.readTimeBehind() else { return nil }
      return reader.day(zone: zone, lastYear: lastYear)
    }
  }

  /// `yyyy-MM-dd` in ten bytes, the one form of nearly every cell.
  private static func plainDay(_ bytes: UnsafeBufferPointer<UInt8>) -> Day? {
    guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    var seen = true
    @inline(__always) func digit(_ position: Int) -> Int {
      let digit = bytes[position] &- 48
      seen = seen && digit <= 9
      return Int(digit)
    }
    let year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3)
    let month = digit(5) * 10 + digit(6)
    let day = digit(8) * 10 + digit(9)
    return seen ? Day(year: year, month: month, day: day) : nil
  }
}

extension DateFormat {
  /// Noon on 28 February 2026 in UTC, written in this format.
  public var example: String {
    switch form {
    case .moment(let unitsPerSecond): String((20_512 * 86_400 + 43_200) * unitsPerSecond)
    case .serial: "46081"
    case .written(let parts, _): String(decoding: parts.flatMap { $0.example }, as: UTF8.self)
    }
  }

  /// The same with day and month exchanged; nil where they are not both digits.
  public var otherOrder: DateFormat? {
    guard case .written(let parts, _) = form, parts.contains(where: \.isMonthOfDigits) else { return nil }
    var isQuoted = false
    let swapped = pattern.unicodeScalars.map { letter -> Character in
      if letter == "'" { isQuoted.toggle() }
      switch letter {
      case "d" where !isQuoted: return "M"
      case "M" where !isQuoted: return "d"
      default: return Character(letter)
      }
    }
    return DateFormat(String(swapped))
  }
}
