public import Customer
import Health

extension Words {
  /// The word before a fingerprint.
  public var fingerprintLabel: String { phrase("fingerprint", [:]) }
  /// The heading of what pages fold away and a single-file page shows at its end.
  public var foldedLabel: String { self(.figuresOfCharts) }

  /// This language for a customer's document: its sentences and formats, and no access to other values.
  ///
  /// - Parameter day: a day close to most of the document's days.
  public func customerLanguage(around day: CalendarDay) -> CustomerLanguage {
    let words = self
    let formats = Formats(words, around: Day(day) ?? Day(number: 0))
    return CustomerLanguage(
      code: language, phrases: all,
      sentence: { words.phrase($0, Places($1)) }, counting: { words.count($0, $1) },
      number: { formats.value($0) }, share: { formats.percent($0) },
      day: { day in Day(day).map(formats.shortDate) ?? day.description })
  }
}

extension Day {
  /// The same day as used for scoring; nil for a day that does not exist.
  fileprivate init?(_ day: CalendarDay) { self.init(year: day.year, month: day.month, day: day.day) }
}
