public import Health

/// A calendar quarter, such as `2026-Q4`.
public struct Quarter: Hashable, Comparable, Sendable {
  /// Its last day: 31 December 2026 for `2026-Q4`.
  public let lastDay: Day

  /// The quarter that a day lies in.
  public init(of day: Day) {
    var last = day.endOfMonth
    while !last.civil.month.isMultiple(of: 3) { last = (last + 1).endOfMonth }
    lastDay = last
  }

  /// Reads `2026-Q4`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-Q", omittingEmptySubsequences: false)
    guard parts.count == 2, let year = Int(parts[0]), let quarter = Int(parts[1]), (1...4).contains(quarter),
      let day = Day(year: year, month: 3 * quarter, day: 1), text == "\(year)-Q\(quarter)"
    else { return nil }
    self.init(of: day)
  }

  /// The year.
  public var year: Int { lastDay.civil.year }

  /// Which of the year it is, 1–4.
  public var ofYear: Int { lastDay.civil.month / 3 }

  /// The quarter after it.
  public var next: Quarter { Quarter(of: lastDay + 1) }

  /// Orders earlier quarters first.
  public static func < (left: Quarter, right: Quarter) -> Bool { left.lastDay < right.lastDay }
}

extension Quarter: CustomStringConvertible {
  /// The quarter as data name it: `2026-Q4`.
  public var description: String { "\(year)-Q\(ofYear)" }
}
