/// How Excel counts days and times: days since an epoch, with the time of day as a fraction.
///
/// There are no time zones in it.
struct DateSystem {
  /// Whether day 0 is 1 January 1904, as in workbooks from old Macs, and not the day before 1900.
  let is1904: Bool

  private static let secondsOfDay = 86_400

  /// The last day that Excel can show, the end of 9999.
  private var lastDay: Int { is1904 ? 2_957_003 : 2_958_465 }

  /// Appends a number as the day that it stands for, and its time unless that is midnight.
  ///
  /// - Returns: false for a number that Excel cannot show as a day; nothing is appended.
  func appendDay(_ number: Double, to text: inout TextBytes) -> Bool {
    guard let seconds = seconds(number) else { return false }
    let day = seconds / Self.secondsOfDay
    let time = seconds % Self.secondsOfDay
    guard day <= lastDay else { return false }
    // Two days that no calendar has are given as Excel shows them: 29 February 1900, which it counts because Lotus
    // 1-2-3 did, and day 0. Whoever reads days will find that they are none.
    switch (is1904, day) {
    case (false, 0): text.append(contentsOf: "1900-01-00".utf8)
    case (false, 60): text.append(contentsOf: "1900-02-29".utf8)
    case (false, ..<60): appendDate(day - 25_568, to: &text)
    case (false, _): appendDate(day - 25_569, to: &text)
    case (true, _): appendDate(day - 24_107, to: &text)
    }
    if time != 0 {
      text.append(UInt8(ascii: " "))
      appendTime(time, to: &text)
    }
    return true
  }

  /// Appends a number as a time: of day, or for durations all its hours.
  ///
  /// - Returns: false for a number that Excel cannot show as a time; nothing is appended.
  func appendTime(_ number: Double, isDuration: Bool, to text: inout TextBytes) -> Bool {
    guard let seconds = seconds(number) else { return false }
    appendTime(isDuration ? seconds : seconds % Self.secondsOfDay, to: &text)
    return true
  }

  /// To the nearest second, because most times have no exact binary fraction.
  private func seconds(_ number: Double) -> Int? {
    guard number >= 0, number < Double(lastDay + 1) else { return nil }
    return Int((number * Double(Self.secondsOfDay)).rounded())
  }

  private func appendTime(_ seconds: Int, to text: inout TextBytes) {
    append(seconds / 3600, 2, to: &text)
    text.append(UInt8(ascii: ":"))
    append(seconds / 60 % 60, 2, to: &text)
    text.append(UInt8(ascii: ":"))
    append(seconds % 60, 2, to: &text)
  }

  /// Appends a day counted from 1 January 1970.
  ///
  /// It is the Gregorian calendar in years that begin in March, where leap days are the last of a year, and in eras
  /// of 400 years, which are 146,097 days.
  private func appendDate(_ day: Int, to text: inout TextBytes) {
    let days = day + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    append(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), 4, to: &text)
    text.append(UInt8(ascii: "-"))
    append(month, 2, to: &text)
    text.append(UInt8(ascii: "-"))
    append(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1, 2, to: &text)
  }

  private func append(_ number: Int, _ width: Int, to text: inout TextBytes) {
    let digits = String(number).utf8
    text.append(contentsOf: repeatElement(0x30, count: max(0, width - digits.count)))
    text.append(contentsOf: digits)
  }
}
