/// How often something arrives, by the days on which it did.
public struct Cadence: Hashable, Sendable {
  /// The newest day.
  public let newest: Day
  /// The median of the days between one day and the next, of the last twelve.
  public let usualGap: Int
  /// The longest of them.
  public let longestGap: Int

  /// So many gaps show what is usual of late; fewer than three show nothing.
  private static let gapsLooked = 12
  private static let fewestGaps = 3

  /// Looks at days in their order, each once; nil where they are too few to show anything.
  ///
  /// The days 2, 9, 16 and 24 have the gaps 7, 7 and 8: usually 7, at most 8.
  init?(_ days: ArraySlice<Day>) {
    let last = days.suffix(Self.gapsLooked + 1)
    let gaps = zip(last, last.dropFirst()).map { $1 - $0 }.sorted()
    guard let newest = last.last, let longest = gaps.last, gaps.count >= Self.fewestGaps else { return nil }
    self.newest = newest
    usualGap = gaps[(gaps.count - 1) / 2]
    longestGap = longest
  }

  /// Looks at the days of rows in any order, those up to a day.
  public init?(of days: [Day], upTo last: Day) {
    self.init(Set(days.filter { $0 <= last }).sorted()[...])
  }

  /// Whether by a day more time has passed without anything than between any two of the last days.
  public func isOverdue(on day: Day) -> Bool { day - newest > longestGap }
}

extension Evidence {
  /// How often the rows of touchpoints arrive.
  public var cadenceOfTouchpoints: Cadence? { tables.touchpointDays.cadence(on: asOf) }

  /// How often tickets are opened.
  public var cadenceOfTickets: Cadence? { tables.ticketDays.cadence(on: asOf) }
}
