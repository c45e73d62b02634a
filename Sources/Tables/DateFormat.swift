public import Health

/// How days are written in a table, such as `yyyy-MM-dd` or `d.M.yy`.
///
/// `y` means digits of the year, `M` of the month, `d` of the day; every other character means itself. Two letters
/// require two digits, one letter one or two, four `y` four; two `y` are a year from 2000 to 2099.
public struct DateFormat: Sendable {
  private enum Part: Sendable, Equatable {
    case year(digits: Int)
    case month(digits: Int)
    case day(digits: Int)
    case literal(UInt8)
  }

  /// ISO 8601.
  public static let iso = DateFormat(
    parts: [
      .year(digits: 4), .literal(45), .month(digits: 2), .literal(45), .day(digits: 2),
    ], pattern: "yyyy-MM-dd")

  /// The pattern as it was written.
  public let pattern: String
  private let parts: [Part]

  private init(parts: [Part], pattern: String) {
    self.parts = parts
    self.pattern = pattern
  }

  /// Reads a pattern; nil unless it names year, month and day once each.
  public init?(_ pattern: String) {
    let bytes = Array(pattern.utf8)
    var parts: [Part] = []
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      var length = 1
      while position + length < bytes.count, bytes[position + length] == byte { length += 1 }
      switch byte {
      case UInt8(ascii: "y") where length == 4 || length == 2: parts.append(.year(digits: length))
      case UInt8(ascii: "M") where length <= 2: parts.append(.month(digits: length))
      case UInt8(ascii: "d") where length <= 2: parts.append(.day(digits: length))
      case let letter where (65...90).contains(letter & 0xDF): return nil
      default:
        parts.append(.literal(byte))
        length = 1
      }
      position += length
    }
    func count(_ isWanted: (Part) -> Bool) -> Int { parts.count(where: isWanted) }
    guard count({ if case .year = $0 { true } else { false } }) == 1,
      count({ if case .month = $0 { true } else { false } }) == 1,
      count({ if case .day = $0 { true } else { false } }) == 1
    else { return nil }
    self.init(parts: parts, pattern: pattern)
  }

  /// Reads a day; a space or a `T` and a time of day may follow and are ignored.
  public func day(_ bytes: UnsafeBufferPointer<UInt8>) -> Day? {
    var position = 0
    var year = 0
    var month = 0
    var day = 0
    for part in parts {
      switch part {
      case .literal(let byte):
        guard position < bytes.count, bytes[position] == byte else { return nil }
        position += 1
      case .year(let digits):
        guard let value = number(bytes, &position, digits: digits) else { return nil }
        year = digits == 2 ? 2000 + value : value
      case .month(let digits):
        guard let value = number(bytes, &position, digits: digits) else { return nil }
        month = value
      case .day(let digits):
        guard let value = number(bytes, &position, digits: digits) else { return nil }
        day = value
      }
    }
    guard position == bytes.count || isTimeOfDay(bytes, from: position) else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private func number(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, digits: Int) -> Int? {
    let most = digits == 1 ? 2 : digits
    var value = 0
    var count = 0
    while count < most, position < bytes.count, bytes[position] >= 48, bytes[position] <= 57 {
      value = value * 10 + Int(bytes[position] - 48)
      position += 1
      count += 1
    }
    return count >= digits ? value : nil
  }

  /// True for anything that begins like a time: a separator, digits and a colon.
  private func isTimeOfDay(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    guard bytes[start] == UInt8(ascii: " ") || bytes[start] == UInt8(ascii: "T") else { return false }
    let rest = bytes[(start + 1)...]
    guard let colon = rest.firstIndex(of: UInt8(ascii: ":")), (1...2).contains(colon - rest.startIndex) else {
      return false
    }
    return rest[..<colon].allSatisfy { $0 >= 48 && $0 <= 57 }
  }
}

extension DateFormat {
  /// 28 February 2026, written in this format.
  public var example: String {
    func padded(_ value: Int, _ digits: Int) -> String { digits > 1 && value < 10 ? "0\(value)" : String(value) }
    return parts.map { part in
      switch part {
      case .year(let digits): digits == 2 ? "26" : "2026"
      case .month(let digits): padded(2, digits)
      case .day(let digits): padded(28, digits)
      case .literal(let byte): String(decoding: [byte], as: UTF8.self)
      }
    }.joined()
  }
}
