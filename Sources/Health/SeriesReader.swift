extension Series {
  /// Reads the observations of one account on one day after the other.
  ///
  /// Days in their order cost a step each and no search; any other order is as right.
  struct Reader {
    private let days: [Int32]
    private let values: [Double]
    private let range: Range<Int>
    /// The first position behind the day that was asked for last.
    private var next: Int

    /// So many observations are passed one by one before the place is searched for: a quarter of weeks.
    private static let steps = 13

    init(days: [Int32], values: [Double], range: Range<Int>) {
      self.days = days
      self.values = values
      self.range = range
      next = range.lowerBound
    }

    /// The position of the last observation on or before a day.
    mutating func position(onOrBefore day: Day) -> Int? {
      if next > range.lowerBound, days[next - 1] > day.number {
        next = days[range.lowerBound..<next].partitioningIndex { $0 > day.number }
      } else if next + Self.steps < range.upperBound, days[next + Self.steps] <= day.number {
        next = days[next..<range.upperBound].partitioningIndex { $0 > day.number }
      } else {
        while next < range.upperBound, days[next] <= day.number { next += 1 }
      }
      return next > range.lowerBound ? next - 1 : nil
    }

    func day(at position: Int) -> Day { Day(number: days[position]) }

    /// The last observation on or before a day.
    mutating func latest(onOrBefore day: Day) -> (day: Day, value: Double)? {
      position(onOrBefore: day).map { (Day(number: days[$0]), values[$0]) }
    }

    /// The sum and the number of the observations of so many days, the newest first.
    ///
    /// - Parameter position: the last observation up to the end; afterwards the last one before these days.
    func sum(from position: inout Int, endingOn end: Day, length: Int) -> (sum: Double, count: Int) {
      let (earliest, last) = (end.number - Int32(length) + 1, position)
      var sum = 0.0
      while position >= range.lowerBound, days[position] >= earliest {
        sum += values[position]
        position -= 1
      }
      return (sum, last - position)
    }

    /// The number of days among so many with an observation above 0.
    ///
    /// - Parameter position: as for sums.
    func activeDays(from position: inout Int, endingOn end: Day, length: Int) -> Int {
      let earliest = end.number - Int32(length) + 1
      var count = 0
      while position >= range.lowerBound, days[position] >= earliest {
        if values[position] > 0 { count += 1 }
        position -= 1
      }
      return count
    }

    /// True when there are so many active days within some `length` days up to a position.
    func wasActive(for count: Int, within length: Int, upTo last: Int) -> Bool {
      // The latest active days first: whoever came in that rhythm mostly did so to the end.
      var recent: [Int32] = []
      for position in (range.lowerBound...last).reversed() where values[position] > 0 {
        recent.append(days[position])
        if recent.count >= count, recent[recent.count - count] - days[position] < Int32(length) { return true }
      }
      return false
    }
  }
}
