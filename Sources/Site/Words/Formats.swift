import Health

/// Numbers, money and dates in the format of the language.
struct Formats: Sendable {
  private let words: Words
  // A page has dozens of dates and numbers, so their parts are looked up once.
  private let decimal: String
  private let group: String
  private let longMonths: [String]
  /// The abbreviated months, January first.
  let shortMonths: [String]
  private let days: [String]
  private let asOf: Day
  private let firstKnownDay: Day
  private var knownDates: [(long: String, short: String)] = []

  /// - Parameter day: most dates are in the three years before it and the year after; each of those is formatted once.
  init(_ words: Words, around day: Day) {
    self.words = words
    asOf = day
    firstKnownDay = day - 3 * 365
    decimal = words(.decimal)
    group = words(.group)
    longMonths = Self.longMonthPhrases.map { words($0) }
    shortMonths = Self.shortMonthPhrases.map { words($0) }
    days = [words(.firstOfMonth)] + (2...31).map(String.init)
    knownDates = (0..<4 * 365).map { offset in
      let day = firstKnownDay + offset
      return (written(day, phrase: .date, months: longMonths), written(day, phrase: .shortDate, months: shortMonths))
    }
  }

  /// Within so many days, a day of a month means one year only.
  private static let nearDays = 182
  static let minus = "\u{2212}"

  /// A whole number with thousands separators: 12,345.
  func whole(_ value: Int) -> String { Self.whole(value, group: group) }

  /// A whole number with the given thousands separator.
  static func whole(_ value: Int, group: String) -> String {
    (value < 0 ? minus : "") + grouped(String(value.magnitude), by: group)
  }

  /// A number with a maximum number of decimals, without zeros at the end: 0.62.
  func number(_ value: Double, decimals: Int) -> String {
    var text = fixed(value, decimals: decimals)
    if decimals > 0 {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(decimal) { text.removeLast(decimal.count) }
    }
    return text
  }

  /// A number with a fixed number of decimals: 30.80.
  func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int((abs(value) * scale + 0.5).rounded(.down))
    let (integer, fraction) = scaled.quotientAndRemainder(dividingBy: Int(scale))
    let sign = value < 0 && scaled > 0 ? Self.minus : ""
    guard decimals > 0 else { return sign + grouped(String(integer)) }
    let digits = String(fraction)
    return sign + grouped(String(integer)) + decimal
      + String(repeating: "0", count: decimals - digits.utf8.count) + digits
  }

  /// A value of a measure, with decimals that suit its size: 1,204, 37.5, 0.62, 0.0143.
  func value(_ value: Double) -> String {
    let size = abs(value)
    return number(value, decimals: size >= 1000 ? 0 : size >= 10 ? 1 : size >= 0.1 || size == 0 ? 2 : 4)
  }

  /// A change with its sign: +3, −12, 0.
  func change(_ value: Int) -> String { value > 0 ? "+" + whole(value) : whole(value) }

  /// A change with its sign and a fixed number of decimals.
  func change(_ value: Double, decimals: Int) -> String {
    let text = fixed(value, decimals: decimals)
    return value > 0 && isShown(value, decimals: decimals) ? "+" + text : text
  }

  /// Whether more than zeros are left of a value with a fixed number of decimals.
  func isShown(_ value: Double, decimals: Int) -> Bool {
    fixed(value, decimals: decimals).utf8.contains { (49...57).contains($0) }
  }

  /// A share of 0–1 in per cent.
  func percent(_ share: Double, decimals: Int = 0) -> String {
    words(.percent, ["n": fixed(share * 100, decimals: decimals)])
  }

  /// An amount rounded to be read at a glance: €148k, €1.24m.
  func money(_ amount: Double, currency: String) -> String {
    let size = abs(amount)
    let (phrase, figure): (Phrase, String) =
      size >= 999_500
      ? (.moneyMillions, fixed(size / 1e6, decimals: size >= 9_995_000 ? 1 : 2))
      : size >= 1000 ? (.moneyThousands, fixed(size / 1e3, decimals: 0)) : (.moneyUnits, fixed(size, decimals: 0))
    return (amount < 0 ? Self.minus : "") + words(phrase, ["n": figure, "currency": symbol(of: currency)])
  }

  /// An amount in full: €148,000.
  func fullMoney(_ amount: Double, currency: String) -> String {
    let figure = fixed(abs(amount), decimals: amount == amount.rounded() ? 0 : 2)
    return (amount < 0 ? Self.minus : "") + words(.moneyUnits, ["n": figure, "currency": symbol(of: currency)])
  }

  /// How Excel writes an amount in full: `"€"#,##0`.
  func moneyPattern(_ currency: String) -> String {
    let shown = words(.moneyUnits, ["n": "\0", "currency": symbol(of: currency)])
    return shown.split(separator: "\0", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "\"\($0)\"" }
      .joined(separator: "#,##0")
  }

  /// The sign of a currency, or its code if it has no well-known sign.
  private func symbol(of currency: String) -> String {
    Self.symbols[currency] ?? words(.currencyCode, ["code": currency])
  }

  /// A date with the month in words: 3 November 2026.
  func date(_ day: Day) -> String {
    known(day)?.long ?? written(day, phrase: .date, months: longMonths)
  }

  /// A date with the month abbreviated: 3 Nov 2026.
  func shortDate(_ day: Day) -> String {
    known(day)?.short ?? written(day, phrase: .shortDate, months: shortMonths)
  }

  /// A date that is less than half a year from the as-of day, without its year: 3 November.
  func near(_ day: Day) -> String {
    isNear(day) ? written(day, phrase: .dayAndMonth, months: longMonths) : date(day)
  }

  /// The same with the month abbreviated: 3 Nov.
  func shortNear(_ day: Day) -> String {
    isNear(day) ? written(day, phrase: .dayAndMonth, months: shortMonths) : shortDate(day)
  }

  private func isNear(_ day: Day) -> Bool { abs(day - asOf) < Self.nearDays }

  /// The abbreviated month alone.
  func month(_ day: Day) -> String { shortMonths[day.civil.month - 1] }

  private func known(_ day: Day) -> (long: String, short: String)? {
    let offset = day - firstKnownDay
    return knownDates.indices.contains(offset) ? knownDates[offset] : nil
  }

  private func written(_ day: Day, phrase: Phrase, months: [String]) -> String {
    let (year, month, dayOfMonth) = day.civil
    return words(phrase, ["d": days[dayOfMonth - 1], "month": months[month - 1], "y": String(year)])
  }

  private func grouped(_ digits: String) -> String { Self.grouped(digits, by: group) }

  /// Digits in groups of three.
  private static func grouped(_ digits: String, by group: String) -> String {
    guard digits.utf8.count > 3 else { return digits }
    var groups: [Substring] = []
    var rest = Substring(digits)
    while rest.utf8.count > 3 {
      groups.append(rest.suffix(3))
      rest = rest.dropLast(3)
    }
    return ([rest] + groups.reversed()).joined(separator: group)
  }

  private static let symbols = ["EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥"]
  private static let longMonthPhrases: [Phrase] = [
    .january, .february, .march, .april, .may, .june, .july, .august, .september, .october, .november, .december,
  ]
  private static let shortMonthPhrases: [Phrase] = [
    .jan, .feb, .mar, .apr, .mayShort, .jun, .jul, .aug, .sep, .oct, .nov, .dec,
  ]
}
