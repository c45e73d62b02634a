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

  /// How often observations of anybody arrive, up to a day.
  public func cadence(on day: Day) -> Cadence? {
    guard let first = firstDay, let last = lastDay else { return nil }
    var isThere = [Bool](repeating: false, count: last - first + 1)
    for number in days { isThere[Int(number - first.number)] = true }
    let distinct = isThere.indices.filter { isThere[$0] }.map { first + $0 }.filter { $0 <= day }
    return Cadence(distinct[...])
  }

  /// All observations of an account up to a day, oldest first.
  public func observations(of account: Int, upTo day: Day) -> [(day: Day, value: Double)] {
    guard let last = position(of: account, onOrBefore: day.number) else { return [] }
    return (Int(starts[account])...last).map { (Day(number: days[$0]), values[$0]) }
  }

  /// The day of an account's first observation.
  public func firstDay(of account: Int) -> Day? {
    starts[account] < starts[account + 1] ? Day(number: days[Int(starts[account])]) : nil
  }

  /// The last observation of an account on or before a day.
  public func latest(of account: Int, onOrBefore day: Day) -> (day: Day, value: Double)? {
    guard let last = position(of: account, onOrBefore: day.number) else { return nil }
    return (Day(number: days[last]), values[last])
  }

  /// The sum and the number of an account's observations on the days `end − length + 1 … end`.
  func sum(of account: Int, endingOn end: Day, length: Int) -> (sum: Double, count: Int) {
    guard var position = position(of: account, onOrBefore: end.number) else { return (0, 0) }
    let first = Int(starts[account])
    let earliest = end.number - Int32(length) + 1
    var sum = 0.0
    var count = 0
    while position >= first, days[position] >= earliest {
      sum += values[position]
      count += 1
      position -= 1
    }
    return (sum, count)
  }

  /// The newest day up to the given one on which any account has an observation.
  func newestDay(onOrBefore day: Day) -> Day? {
    guard let firstDay, let lastDay, firstDay <= day else { return nil }
    if lastDay <= day { return lastDay }
    var newest: Int32?
    for account in 0..<(starts.count - 1) {
      guard let last = position(of: account, onOrBefore: day.number) else { continue }
      newest = max(newest ?? days[last], days[last])
    }
    return newest.map(Day.init(number:))
  }

  /// The number of days among `end − length + 1 … end` on which an account has an observation above 0.
  func activeDays(of account: Int, endingOn end: Day, length: Int) -> Int {
    guard var position = position(of: account, onOrBefore: end.number) else { return 0 }
    let first = Int(starts[account])
    let earliest = end.number - Int32(length) + 1
    var count = 0
    while position >= first, days[position] >= earliest {
      if values[position] > 0 { count += 1 }
      position -= 1
    }
    return count
  }

  /// True when an account had a number of active days within some `length` days that end on or before a day.
  func wasActive(_ account: Int, for count: Int, within length: Int, upTo day: Day) -> Bool {
    guard var position = position(of: account, onOrBefore: day.number) else { return false }
    let first = Int(starts[account])
    // The latest active days first: whoever came in that rhythm mostly did so to the end.
    var recent: [Int32] = []
    while position >= first {
      if values[position] > 0 {
        recent.append(days[position])
        if recent.count >= count, recent[recent.count - count] - days[position] < Int32(length) { return true }
      }
      position -= 1
    }
    return false
  }

  private func position(of account: Int, onOrBefore day: Int32) -> Int? {
    let own = days[Int(starts[account])..<Int(starts[account + 1])]
    let after = own.partitioningIndex { $0 > day }
    return after > own.startIndex ? after - 1 : nil
  }
}
