/// The ISO 8601 week that a report belongs to, such as `2026-W47`.
public struct Edition: Hashable, Sendable {
  /// The week-numbering year: that of the week's Thursday.
  public let year: Int
  /// 1–53.
  public let week: Int

  /// The edition of an as-of day: 2026-11-16 and 2026-11-22 are both in 2026-W47.
  public init(of day: Day) {
    let thursday = day.monday + 3
    year = thursday.civil.year
    // Every civil year has a 1 January, so the fallback is never used.
    let newYear = Day(year: year, month: 1, day: 1) ?? thursday
    week = (thursday - newYear) / 7 + 1
  }
}

extension Edition: CustomStringConvertible {
  /// The edition as year, `-W` and two digits.
  public var description: String { "\(year)-W\(week < 10 ? "0" : "")\(week)" }
}
