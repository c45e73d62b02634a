import Health

/// The yearly rule at the end of a zone file, as POSIX writes it: `CET-1CEST,M3.5.0,M10.5.0/3`.
struct ZoneRule: Sendable {
  private let standard: Int
  private let summer: (offset: Int, begins: Change, ends: Change)?

  /// A day of the year and the seconds after its midnight.
  private struct Change: Sendable {
    enum Date: Sendable {
      /// The nth weekday of a month, 0 for Sunday; the fifth is the last.
      case weekday(month: Int, nth: Int, weekday: Int)
      /// A day from 1 to 365, the 29th of February never counted.
      case julian(Int)
      /// A day from 0 to 365.
      case ordinal(Int)
    }

    let date: Date
    let time: Int

    /// Seconds since 1970 by the clock on the wall.
    func moment(in year: Int) -> Int { day(in: year) * 86_400 + time }

    private func day(in year: Int) -> Int {
      func number(_ month: Int, _ day: Int) -> Int { Int(Day(year: year, month: month, day: day)?.number ?? 0) }
      switch date {
      case .julian(let days): return days + (days >= 60 && isLeap(year) ? 1 : 0) - 1 + number(1, 1)
      case .ordinal(let days): return days + number(1, 1)
      case .weekday(let month, let nth, let weekday):
        let first = number(month, 1)
        let next = month == 12 ? number(12, 31) + 1 : number(month + 1, 1)
        let offset = (weekday - Day(number: Int32(first)).weekday % 7 + 7) % 7
        let wanted = first + offset + 7 * (nth - 1)
        return wanted < next ? wanted : wanted - 7
      }
    }

    private func isLeap(_ year: Int) -> Bool { Day(year: year, month: 2, day: 29) != nil }
  }

  init?(_ text: String) {
    var reader = RuleReader(text)
    guard reader.name(), let west = reader.time() else { return nil }
    standard = -west
    guard reader.name() else {
      summer = nil
      return
    }
    let offset = reader.time().map { -$0 } ?? standard + 3600
    guard reader.takes(","), let begins = Self.change(&reader), reader.takes(","), let ends = Self.change(&reader)
    else { return nil }
    summer = (offset, begins, ends)
  }

  private static func change(_ reader: inout RuleReader) -> Change? {
    var date: Change.Date?
    if reader.takes("M") {
      if let month = reader.number(), reader.takes("."), let nth = reader.number(), reader.takes("."),
        let weekday = reader.number(), (1...12).contains(month), (1...5).contains(nth), (0...6).contains(weekday)
      {
        date = .weekday(month: month, nth: nth, weekday: weekday)
      }
    } else if reader.takes("J") {
      date = reader.number().map { .julian($0) }
    } else {
      date = reader.number().map { .ordinal($0) }
    }
    return date.map { Change(date: $0, time: reader.takes("/") ? reader.time() ?? 0 : 7200) }
  }

  func offset(at moment: Int) -> Int {
    guard let summer else { return standard }
    let local = moment + standard
    let year = Day(number: Int32(clamping: local / 86_400)).civil.year
    let begins = summer.begins.moment(in: year) - standard
    let ends = summer.ends.moment(in: year) - summer.offset
    let isSummer = begins < ends ? moment >= begins && moment < ends : moment >= begins || moment < ends
    return isSummer ? summer.offset : standard
  }
}

/// Takes a rule apart from left to right.
private struct RuleReader {
  private var rest: Substring

  init(_ text: String) { rest = Substring(text) }

  mutating func takes(_ sign: Character) -> Bool {
    guard rest.first == sign else { return false }
    rest.removeFirst()
    return true
  }

  /// Letters, or anything in angle brackets.
  mutating func name() -> Bool {
    if takes("<") {
      guard let end = rest.firstIndex(of: ">") else { return false }
      rest = rest[rest.index(after: end)...]
      return true
    }
    let letters = rest.prefix { $0.isLetter }
    rest = rest.dropFirst(letters.count)
    return !letters.isEmpty
  }

  mutating func number() -> Int? {
    let digits = rest.prefix { $0.isNumber }
    rest = rest.dropFirst(digits.count)
    return Int(digits)
  }

  /// `[+-]hh[:mm[:ss]]` in seconds.
  mutating func time() -> Int? {
    let isNegative = takes("-")
    if !isNegative { _ = takes("+") }
    guard var seconds = number().map({ $0 * 3600 }) else { return nil }
    if takes(":") { seconds += (number() ?? 0) * 60 }
    if takes(":") { seconds += number() ?? 0 }
    return isNegative ? -seconds : seconds
  }
}
