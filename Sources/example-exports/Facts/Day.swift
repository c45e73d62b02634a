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

  /// The day itself, or the Friday before a weekend.
  var workingDay: Day { weekday > 4 ? self - (weekday - 4) : self }

  /// The Sunday that ends the day's week.
  var sunday: Day { self + (6 - weekday) }
}

extension Day {
  init(_ year: Int, _ month: Int, _ day: Int) {
    // Years that begin in March, so that leap days come last.
    let marchYear = month > 2 ? year : year - 1
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    number = 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear - 719_468
  }

  var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  func adding(years: Int) -> Day { Day(parts.year + years, parts.month, parts.day) }
}

extension Day: CustomStringConvertible {
  var description: String { "\(parts.year)-\(twoDigits(parts.month))-\(twoDigits(parts.day))" }

  /// The day as in the United States, such as 11/05/2026.
  var monthFirst: String { "\(twoDigits(parts.month))/\(twoDigits(parts.day))/\(parts.year)" }

  /// The day as in most of Europe, such as 05/11/2026.
  var dayFirst: String { "\(twoDigits(parts.day))/\(twoDigits(parts.month))/\(parts.year)" }
}

extension Day: ExpressibleByStringLiteral {
  init(stringLiteral text: StaticString) {
    let parts = "\(text)".split(separator: "-").compactMap { Int($0) }
    precondition(parts.count == 3, "\(text) is not a day")
    self.init(parts[0], parts[1], parts[2])
    precondition(description == "\(text)", "\(text) is not a day of the calendar")
  }
}

/// A second of a day, on the clock of whoever wrote it down.
struct Moment: Hashable, Comparable, Sendable {
  let day: Day
  /// Seconds since midnight.
  let second: Int

  init(_ day: Day, second: Int) {
    self.day = day + second / 86_400
    self.second = second % 86_400
  }

  static func < (left: Moment, right: Moment) -> Bool { (left.day, left.second) < (right.day, right.second) }
  static func + (moment: Moment, seconds: Int) -> Moment { Moment(moment.day, second: moment.second + seconds) }
  static func - (left: Moment, right: Moment) -> Int { (left.day - right.day) * 86_400 + left.second - right.second }

  /// The hour and minute, such as 09:41.
  var minutes: String { "\(twoDigits(second / 3600)):\(twoDigits(second / 60 % 60))" }

  /// The time of day, such as 09:41:07.
  var time: String { "\(minutes):\(twoDigits(second % 60))" }
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// The days that the example covers.
enum Calendar {
  /// The Monday on which everything was exported, early in the morning.
  static let asOf: Day = "2026-11-16"
  /// The first day of the 26 whole weeks of usage.
  static let firstMonday: Day = "2026-05-18"
  static let weeks = 26
  /// Tickets of a year, activities of fifteen months.
  static let firstTicket: Day = "2025-11-17"
  static let firstActivity: Day = "2025-08-18"
}
