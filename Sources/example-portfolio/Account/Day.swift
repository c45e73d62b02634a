/// A calendar day without a time zone.
struct Day: Hashable, Comparable, Sendable {
  /// Days from 1970-01-01.
  let number: Int

  static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
  static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
  static func - (left: Day, right: Day) -> Int { left.number - right.number }

  /// 0 is Monday, 6 is Sunday.
  var weekday: Int { (number + 3) % 7 }

  /// The day itself, or the Friday before a weekend: people call customers and open tickets on working days.
  var workingDay: Day { weekday > 4 ? self - (weekday - 4) : self }
}

extension Day {
  /// Creates a day of the proleptic Gregorian calendar, in years that begin in March so that leap days come last.
  init(_ year: Int, _ month: Int, _ day: Int) {
    let marchYear = month > 2 ? year : year - 1
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    number = 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear - 719_468
  }

  var year: Int { parts.year }

  var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
  }

  /// The same date `years` later; 29 February becomes 1 March in common years.
  func adding(years: Int) -> Day {
    Day(parts.year + years, parts.month, parts.day)
  }
}

extension Day: CustomStringConvertible {
  var description: String {
    "\(parts.year)-\(twoDigits(parts.month))-\(twoDigits(parts.day))"
  }

  /// The day as many spreadsheets in Europe write it, such as 05/11/2026.
  var dayFirst: String {
    "\(twoDigits(parts.day))/\(twoDigits(parts.month))/\(parts.year)"
  }

  private func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

extension Day: ExpressibleByStringLiteral {
  init(stringLiteral text: StaticString) {
    let parts = "\(text)".split(separator: "-").compactMap { Int($0) }
    precondition(parts.count == 3, "\(text) is not a day")
    self.init(parts[0], parts[1], parts[2])
    precondition(description == "\(text)", "\(text) is not a day of the calendar")
  }
}
