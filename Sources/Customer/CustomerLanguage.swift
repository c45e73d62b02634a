/// A language's formats of numbers and days, and the sentences of a customer's document.
public struct CustomerLanguage: Sendable {
  /// The language code for HTML, such as `fr`.
  public let code: String
  /// Every phrase by key, for templates.
  let phrases: [(key: String, text: String)]
  private let sentence: @Sendable (String, [(name: String, value: String)]) -> String
  private let counting: @Sendable (String, Int) -> String
  private let writingNumber: @Sendable (Double) -> String
  private let writingShare: @Sendable (Double) -> String
  private let writingDay: @Sendable (CalendarDay) -> String

  /// Creates a language from formatting closures; the caller knows the language file.
  public init(
    code: String, phrases: [(key: String, text: String)],
    sentence: @escaping @Sendable (String, [(name: String, value: String)]) -> String,
    counting: @escaping @Sendable (String, Int) -> String, number: @escaping @Sendable (Double) -> String,
    share: @escaping @Sendable (Double) -> String, day: @escaping @Sendable (CalendarDay) -> String
  ) {
    self.code = code
    self.phrases = phrases
    self.sentence = sentence
    self.counting = counting
    writingNumber = number
    writingShare = share
    writingDay = day
  }

  /// The words of the document itself, any of which may also be a name.
  public var vocabulary: [String] {
    phrases.filter { $0.key.hasPrefix("customer_") || Self.dateKeys.contains($0.key) }.map(\.text)
  }

  private static let dateKeys: Set = [
    "jan", "feb", "mar", "apr", "may_short", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "fingerprint",
  ]

  func callAsFunction(_ phrase: CustomerPhrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    sentence(phrase.rawValue, values.map { (name: $0.key, value: $0.value) })
  }

  func count(_ phrase: CustomerCount, _ n: Int) -> String { counting(phrase.rawValue, n) }
  func number(_ value: Double) -> String { writingNumber(value) }
  func share(_ value: Double) -> String { writingShare(value) }
  func date(_ day: CalendarDay) -> String { writingDay(day) }
}
