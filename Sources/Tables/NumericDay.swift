import Health

/// Days that are written as one number.
enum NumericDay {
  /// The numbers of 0001-01-01 and 9999-12-31, the first and the last day of the calendar.
  static let calendar: ClosedRange<Int32> = -719_162...2_932_896

  /// The day of a moment that is so many seconds, or parts of a second, after the beginning of 1970 in UTC.
  static func ofMoment(_ bytes: UnsafeBufferPointer<UInt8>, unitsPerSecond: Int, zone: Zone) -> Day? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    guard let number = whole(bytes[(isNegative ? 1 : 0)...]) else { return nil }
    let units = isNegative ? -number.value - (number.isWhole ? 0 : 1) : number.value
    let seconds = units >= 0 ? units / unitsPerSecond : (units - unitsPerSecond + 1) / unitsPerSecond
    let day = zone.day(at: seconds)
    return calendar.contains(day.number) ? day : nil
  }

  /// The day of a spreadsheet: 1 is 1900-01-01, and 60 is the 29 February 1900 that never was.
  static func ofSerial(_ bytes: UnsafeBufferPointer<UInt8>) -> Day? {
    guard let serial = whole(bytes[...])?.value, (1...2_958_465).contains(serial), serial != 60 else { return nil }
    // 1970-01-01 is 25569; before the false day one less has been counted.
    return Day(number: Int32(serial - (serial < 60 ? 25_568 : 25_569)))
  }

  /// Digits, and behind a point or a comma more of them, which are cut off; nil for anything else or more than 15.
  private static func whole(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> (value: Int, isWhole: Bool)? {
    let digits = bytes.prefix { isDigit($0) }
    guard (1...15).contains(digits.count) else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    guard digits.count < bytes.count else { return (value, true) }
    let decimals = bytes.dropFirst(digits.count + 1)
    let sign = bytes[bytes.startIndex + digits.count]
    guard sign == UInt8(ascii: ".") || sign == UInt8(ascii: ","), !decimals.isEmpty,
      decimals.allSatisfy({ isDigit($0) })
    else { return nil }
    return (value, decimals.allSatisfy { $0 == 48 })
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}
