/// The name of a month or a weekday in a cell, without regard to case and accents.
struct CalendarName {
  /// The letters as a number in base 27, which thirteen of them fit into.
  let key: UInt64
  /// The number of letters.
  let letters: Int
  /// The position behind them.
  let end: Int

  /// Takes all letters from a position on; nil where there are none, or more than any name has.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    var key: UInt64 = 0
    var letters = 0
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      if byte < 0x80 {
        guard (97...122).contains(byte | 0x20) else { break }
        key = key &* 27 &+ UInt64((byte | 0x20) - 96)
        letters += 1
        position += 1
        continue
      }
      guard position + 1 < bytes.count else { break }
      let next = bytes[position + 1]
      if letters > 0, byte == 0xCC || byte == 0xCD && next <= 0xAF {
        // An accent of its own, as in text of a Mac.
        position += 2
        continue
      }
      guard byte == 0xC3, let letter = Self.base(next | 0x20) else { break }
      key = key &* 27 &+ UInt64(letter - 96)
      letters += 1
      position += 2
    }
    guard (1...13).contains(letters) else { return nil }
    (self.key, self.letters, end) = (key, letters, position)
  }

  /// The letter under an accent, of the second byte: è, é, ê, ë and ù, ú, û, ü, as no other is in these names.
  private static func base(_ second: UInt8) -> UInt8? {
    switch second {
    case 0xA8...0xAB: UInt8(ascii: "e")
    case 0xB9...0xBC: UInt8(ascii: "u")
    default: nil
    }
  }

  /// Months in English and French, short and long, from 1 for January.
  static let months = keys([
    "january jan janvier janv", "february feb febr fevrier fevr fev", "march mar mars", "april apr avril avr",
    "may mai", "june jun juin", "july jul juillet juil", "august aug aout aou", "september sep sept septembre",
    "october oct octobre", "november nov novembre", "december dec decembre",
  ])

  /// Weekdays in English and French, short and long, from 1 for Monday.
  static let weekdays = keys([
    "monday mon lundi lun", "tuesday tue tues mardi mar", "wednesday wed mercredi mer",
    "thursday thu thur thurs jeudi jeu", "friday fri vendredi ven", "saturday sat samedi sam",
    "sunday sun dimanche dim",
  ])

  private static func keys(_ names: [String]) -> [UInt64: Int] {
    var keys: [UInt64: Int] = [:]
    for (index, names) in names.enumerated() {
      for name in names.split(separator: " ") {
        keys[name.utf8.reduce(0) { $0 * 27 + UInt64($1 - 96) }] = index + 1
      }
    }
    return keys
  }
}
