/// A calendar day without a time zone, as days since 1970-01-01 ("Days, windows and editions" in docs/scoring.md).
struct Day: Hashable, Comparable {
  let number: Int

  static func < (a: Day, b: Day) -> Bool { a.number < b.number }
  static func - (a: Day, b: Day) -> Int { a.number - b.number }
  static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
  static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }

  /// Weeks are numbered from Monday 1970-01-05 ("Lists" in docs/scoring.md).
  var weekNumber: Int { (number - 4 - (((number - 4) % 7) + 7) % 7) / 7 }

  /// The Monday on or before this day.
  var monday: Day { Day(number: weekNumber * 7 + 4) }
}

extension Day {
  private static func isLeap(_ year: Int) -> Bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
  }

  private static func lengths(_ year: Int) -> [Int] {
    [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  }

  /// The first of January, by counting every year since (or down to) 1970.
  private static func newYear(_ year: Int) -> Int {
    year >= 1970
      ? (1970..<year).reduce(0) { $0 + (isLeap($1) ? 366 : 365) }
      : -(year..<1970).reduce(0) { $0 + (isLeap($1) ? 366 : 365) }
  }

  /// Reads `yyyy-MM-dd`; anything after a `T` or a space is ignored.
  ///
  /// Nil for a day that is not in the calendar.
  init?(iso text: String) {
    var bytes = Array(text.utf8)
    if bytes.count > 10, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ") {
      bytes = Array(bytes.prefix(10))
    }
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    func digits(_ range: Range<Int>) -> Int? {
      bytes[range].allSatisfy { (48...57).contains($0) }
        ? bytes[range].reduce(0) { $0 * 10 + Int($1) - 48 } : nil
    }
    guard let year = digits(0..<4), let month = digits(5..<7), let day = digits(8..<10), year >= 1,
      (1...12).contains(month), (1...Day.lengths(year)[month - 1]).contains(day)
    else { return nil }
    number = Day.newYear(year) + Day.lengths(year).prefix(month - 1).reduce(0, +) + day - 1
  }

  /// Year, month and day of the month, found by walking.
  private var civil: (year: Int, month: Int, day: Int) {
    var year = 1970 + number / 366 - 1
    while Day.newYear(year + 1) <= number { year += 1 }
    var rest = number - Day.newYear(year)
    var month = 0
    while rest >= Day.lengths(year)[month] {
      rest -= Day.lengths(year)[month]
      month += 1
    }
    return (year, month + 1, rest + 1)
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  /// `yyyy-MM-dd`.
  var iso: String {
    let (year, month, day) = civil
    return "\(Day.padded(year, to: 4))-\(Day.padded(month, to: 2))-\(Day.padded(day, to: 2))"
  }

  /// The ISO 8601 week, such as `2026-W47`: the year is that of the week's Thursday.
  var edition: String {
    let thursday = monday + 3
    let year = thursday.civil.year
    let week = (thursday.number - Day.newYear(year)) / 7 + 1
    return "\(Day.padded(year, to: 4))-W\(Day.padded(week, to: 2))"
  }
}
