/// The dated observations of one measure, for all accounts: for each account one value a day, oldest first.
public struct Series: Sendable {
  /// The measure's name in the data.
  public let name: String
  /// The day of its first observation for any account.
  public let firstDay: Day?
  /// The day of its newest observation for any account.
  public let lastDay: Day?
  private let starts: [Int32]
  private let days: [Int32]
  private let values: [Double]

  /// Creates a series from observations sorted by account and, within an account, by strictly increasing day.
  ///
  /// `starts[account]..<starts[account + 1]` are the positions of an account in `days` (since 1970-01-01) and
  /// `values`.
  public init(name: String, starts: [Int32], days: [Int32], values: [Double]) {
    precondition(days.count == values.count && Int(starts.last ?? 0) == days.count, "one value a day")
    self.name = name
    self.starts = starts
    self.days = days
    self.values = values
    self.firstDay = days.min().map(Day.init(number:))
    self.lastDay = days.max().map(Day.init(number:))
  }

  /// The number of observations.
  public var count: Int { days.count }

  /// All observations of an account up to a day, oldest first.
  public func observations(of account: Int, upTo day: Day) -> [(day: Day, value: Double)] {
    guard let last = position(of: account, onOrBefore: day.number) else { return [] }
    return (Int(starts[account])...last).map { (Day(number: days[$0]), values[$0]) }
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

  private func position(of account: Int, onOrBefore day: Int32) -> Int? {
    let own = days[Int(starts[account])..<Int(starts[account + 1])]
    let after = own.partitioningIndex { $0 > day }
    return after > own.startIndex ? after - 1 : nil
  }
}
