/// The period that the example covers.
enum Timeline {
  /// The Monday the example is reported on, in edition 2026-W47.
  static let asOf: Day = "2026-11-16"
  static let firstSunday: Day = "2025-05-18"
  static let lastSunday: Day = "2026-11-15"

  static var sundays: [Day] {
    stride(from: firstSunday.number, through: lastSunday.number, by: 7).map(Day.init(number:))
  }

  /// The days on which the quarterly relationship survey is sent.
  static let surveys: [Day] = [
    "2025-06-10", "2025-09-10", "2025-12-10", "2026-03-10", "2026-06-10", "2026-09-10",
  ]
}
