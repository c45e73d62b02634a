/// The dated observations of one measure, for all accounts: for each account one value a day, oldest first.
public struct Series: Sendable {
  /// The measure's name in the data.
  public let name: String
  /// The day of its first observation for any account.
  public let firstDay: Day?
  /// The day of its newest observation for any account.
  public let lastDay: Day?
  /// Observations that a later one of the same account and day replaced; they are not among `count`.
  public let overwritten: Int
  private let starts: [Int32]
  private let days: [Int32]
  private let values: [Double]

  /// Creates a series from observations sorted by account and, within an account, by strictly increasing day.
  ///
  /// `starts[account]..<starts[account + 1]` are the positions of an account in `days` (since 1970-01-01) and
  /// `values`.
  public init(name: String, starts: [Int32], days: [Int32], values: [Double], overwritten: Int = 0) {
    precondition(days.count == values.count && Int(starts.last ?? 0) == days.count, "one value a day")
    self.name = name
    self.overwritten = overwritten
    self.starts = starts
    self.days = days
    self.values = values
    self.firstDay = days.min().map(Day.init(number:))
    self.lastDay = days.max().map(Day.init(number:))
  }

  /// The number of observations.
  public var count: Int { days.count }

  /// The days on which anybody has an observation.
  var feedDays: FeedDays {
    guard let first = firstDay, let last = lastDay else { return FeedDays([]) }
    var isThere = [Bool](repeating: false, count: last - first + 1)
    for number in days { isThere[Int(number - first.number)] = true }
    return FeedDays(ascending: isThere.indices.filter { isThere[$0] }.map { first + $0 })
  }

  /// How often observations of anybody arrive, up to a day.
  public func cadence(on day: Day) -> Cadence? { feedDays.cadence(on: day) }

  /// All observations of an account up to a day, oldest first.
  public func observations(of account: Int, upTo day: Day) -> [(day: Day, value: Double)] {
    var reader = reader(of: account)
    guard let last = reader.position(onOrBefore: day) else { return [] }
    return (Int(starts[account])...last).map { (Day(number: days[$0]), values[$0]) }
  }

  /// The day of an account's first observation.
  public func firstDay(of account: Int) -> Day? {
    starts[account] < starts[account + 1] ? Day(number: days[Int(starts[account])]) : nil
  }

  /// The last observation of an account on or before a day.
  public func latest(of account: Int, onOrBefore day: Day) -> (day: Day, value: Double)? {
    var reader = reader(of: account)
    return reader.latest(onOrBefore: day)
  }

  /// Reads the observations of one account.
  func reader(of account: Int) -> Reader {
    Reader(days: days, values: values, range: Int(starts[account])..<Int(starts[account + 1]))
  }
}
