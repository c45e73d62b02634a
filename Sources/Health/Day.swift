/// A calendar day without a time zone.
///
/// Days are counted from 1970-01-01 in the proleptic Gregorian calendar, so arithmetic on them needs no clock and
/// no locale. `Day(year: 2026, month: 11, day: 16)` is day 20,773.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public let number: Int32

  /// Creates the day that is `number` days after 1970-01-01.
  public init(number: Int32) {
    self.number = number
  }

  /// Creates the day of a civil date, or nil when there is no such date; years run from 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(of: month, in: year) else {
      return nil
    }
    // Counting from March puts the leap day last, which makes the month lengths regular.
    let shifted = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let days = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear
    self.number = Int32(days - 719_468)
  }

  /// Reads `YYYY-MM-DD`; nil for anything else.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    func digits(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard byte >= 48, byte <= 57 else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    guard let year = digits(0..<4), let month = digits(5..<7), let day = digits(8..<10) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month (1–12) and day of month (1–31).
  public var civil: (year: Int, month: Int, day: Int) {
    let days = Int(number) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// 1 for Monday to 7 for Sunday, as in ISO 8601.
  public var weekday: Int {
    // 1970-01-01 was a Thursday.
    ((Int(number) + 3) % 7 + 7) % 7 + 1
  }

  /// The Monday on or before this day.
  public var monday: Day { self - (weekday - 1) }

  /// The Sunday on or after this day: a week's last.
  public var endOfWeek: Day { monday + 6 }

  /// The last day of this day's month.
  public var endOfMonth: Day {
    let (year, month, day) = civil
    return self + (Day.length(of: month, in: year) - day)
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Orders earlier days first.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  /// The day `days` after.
  public static func + (day: Day, days: Int) -> Day { Day(number: day.number + Int32(days)) }
  /// The day `days` before.
  public static func - (day: Day, days: Int) -> Day { Day(number: day.number - Int32(days)) }
  /// The number of days from `earlier` to `later`; negative when `later` is before `earlier`.
  public static func - (later: Day, earlier: Day) -> Int { Int(later.number) - Int(earlier.number) }
}

extension Day: CustomStringConvertible {
  /// The day in ISO 8601, such as `2026-11-16`.
  public var description: String {
    let (year, month, day) = civil
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
