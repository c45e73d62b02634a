public import Health

/// How the days of a source are read: the ways in which they may be written, and what makes a day of a moment or of
/// two digits.
public struct DayReading: Sendable {
  /// The formats in their order; the first that reads a cell counts (``day(_:)``).
  public let formats: [DateFormat]
  /// Where a moment with an offset, or a Unix time, becomes a day.
  public let zone: Zone
  /// The day of the report.
  public let asOf: Day
  private let lastYear: Int

  /// How far ahead of the day of the report a year of two digits can lie; contracts and their renewals lie nearer.
  private static let yearsAhead = 30

  /// Creates a reading; without formats, one of ISO days.
  public init(formats: [DateFormat] = [.iso], zone: Zone = .utc, asOf: Day) {
    self.formats = formats.isEmpty ? [.iso] : formats
    self.zone = zone
    self.asOf = asOf
    lastYear = asOf.civil.year + Self.yearsAhead
  }

  /// Reads a day; nil where no format does.
  ///
  /// The first format that reads the cell counts. A number that would be a day before 1990 or after 2060 is left to a
  /// later format by which it is one of these years, if there is one: with `[unix, excel]`, `46419` is 2027-02-01 and
  /// not the first day of 1970.
  ///
  /// With an `asOf` in 2026, `01/02/56` in `dd/MM/yy` is 2056-02-01 and `01/02/57` is 1957-02-01.
  /// `2027-01-31T23:30:00-05:00` in ISO is 2027-02-01 in UTC, and `2027-01-31T23:30:00` is 2027-01-31 anywhere.
  public func day(_ bytes: UnsafeBufferPointer<UInt8>) -> Day? {
    var unlikely: Day?
    for format in formats {
      guard let day = format.day(bytes, zone: zone, lastYear: lastYear) else { continue }
      if unlikely == nil, !format.isNumeric { return day }
      if Self.years.contains(day.civil.year) { return day }
      unlikely = unlikely ?? day
    }
    return unlikely
  }

  /// Noon on 28 February 2026 in UTC, written in the first format.
  public var example: String { formats[0].example }

  /// The same with day and month exchanged in every format that has both as digits; nil where none has.
  public var otherOrder: DayReading? {
    let others = formats.map(\.otherOrder)
    guard others.contains(where: { $0 != nil }) else { return nil }
    return DayReading(formats: zip(others, formats).map { $0 ?? $1 }, zone: zone, asOf: asOf)
  }

  /// The usual ways to write days; of two that read the same days the plainer one stands first.
  public static let usual: [String] = [
    "dd/MM/yyyy", "MM/dd/yyyy", "dd.MM.yyyy", "dd-MM-yyyy", "yyyy/MM/dd", "yyyyMMdd", "dd/MM/yy", "MM/dd/yy",
    "dd.MM.yy", "d/M/yyyy", "M/d/yyyy", "d.M.yyyy", "yyyy-M-d", "yyyy-MM-dd", "d/M/yy", "M/d/yy", "d MMM yyyy",
    "MMM d, yyyy", "d-MMM-yyyy", "d/MMM/yyyy", "d MMM yy", "d-MMM-yy", "d/MMM/yy", "yyyy-MMM-dd", "EEE, d MMM yyyy",
    "EEE d MMM yyyy", "EEE, MMM d, yyyy", "d/M/yyyy h:mm a", "M/d/yyyy h:mm a", "d/MMM/yy h:mm a", "unix", "unix_ms",
    "excel",
  ]

  private static let usualFormats = usual.compactMap(DateFormat.init)

  /// The years in which a number is likely to mean a day: most numbers are a day of some year.
  private static let years = 1990...2060

  /// The lines of settings that read a cell which this reading does not, such as `date_format: MM/dd/yyyy`.
  ///
  /// `unix`, `unix_ms` and `excel` are among them only where the day lies in the years from 1990 to 2060.
  public func suggestions(for bytes: UnsafeBufferPointer<UInt8>) -> [String] {
    guard day(bytes) == nil else { return [] }
    return Self.usualFormats.compactMap { format in
      guard let day = format.day(bytes, zone: zone, lastYear: lastYear) else { return nil }
      return !format.isNumeric || Self.years.contains(day.civil.year) ? "date_format: \(format.pattern)" : nil
    }
  }
}
