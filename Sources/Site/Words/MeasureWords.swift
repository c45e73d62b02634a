public import Health

/// The labels and units of measures, on pages and in the terminal.
public struct MeasureWords: Sendable {
  let models: Models
  let words: Words
  let formats: Formats
  let currency: String

  /// Creates the words from the models, a language, the three-letter currency code, and a day close to those shown.
  public init(_ models: Models, words: Words, currency: String, around day: Day) {
    self.init(models, words: words, formats: Formats(words, around: day), currency: currency)
  }

  init(_ models: Models, words: Words, formats: Formats, currency: String) {
    self.models = models
    self.words = words
    self.formats = formats
    self.currency = currency
  }

  /// The label of a measure, dimension or column: the one in the model file, or else the word for it if Vigie knows the
  /// name, or else the name with spaces for underscores.
  public func label(_ name: String) -> String {
    if let label = models.labels[name]?.text(in: words.language) ?? words.knownName(name) { return label }
    return String(decoding: name.utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }, as: UTF8.self)
  }

  /// A value with its unit: `57 %`, `13 days`, `1.9 per 100 seats`, `64th percentile`.
  public func text(_ value: Double, of measure: MeasureDefinition) -> String {
    let unit = models.unit(of: measure)
    switch unit {
    case .number: return formats.value(value)
    case .share: return words(.percent, ["n": perCent(hundredfold(value))])
    case .percent: return words(.percent, ["n": perCent(value)])
    case .change: return words(.percentChange, ["n": formats.change(value, decimals: 0)])
    case .activeDays: return words(.activeDays, ["n": formats.change(value, decimals: 0)])
    case .percentile: return words(.percentile, ["n": words.ordinal(Int(value.rounded()))])
    case .days: return words.count(.days, value, written: formats.value(value))
    case .money: return formats.money(value, currency: currency)
    case .ofFive: return words(.severityOf5, ["n": formats.value(value)])
    case .inDays(let days): return words(.unitInDays, ["n": formats.value(value), "days": formats.whole(days)])
    case .perHundred(let divisor):
      return words(.unitPerHundred, ["n": formats.value(hundredfold(value)), "per": label(divisor)])
    case .own(let wording):
      return words(.unitOwn, ["n": formats.value(value), "unit": wording.anyText(in: words.language)])
    }
  }

  /// A change from one value to another, with a unit in words given once: `57 % → 12 %`, `3.3 → 13 per 100 seats`.
  func text(from: Double, to: Double, of measure: MeasureDefinition) -> String {
    words(.fromTo, ["from": withoutUnit(from, of: measure), "to": text(to, of: measure)])
  }

  /// A value without a unit in words, for a row of values whose last one has it: `57 %`, `3.3`.
  func withoutUnit(_ value: Double, of measure: MeasureDefinition) -> String {
    switch models.unit(of: measure) {
    case .days, .ofFive, .inDays, .own: formats.value(value)
    case .percentile: words.ordinal(Int(value.rounded()))
    case .perHundred: formats.value(hundredfold(value))
    case .activeDays: words(.percentChange, ["n": formats.change(value, decimals: 0)])
    case .number, .share, .percent, .change, .money: text(value, of: measure)
    }
  }

  /// A number in per cent, with decimals only for small ones: 57, 1.9, 0.13.
  private func perCent(_ value: Double) -> String {
    let size = abs(value)
    return formats.number(value, decimals: size >= 9.95 || size == 0 ? 0 : size >= 0.995 ? 1 : 2)
  }

  /// A hundred times a value, without the rounding error of a binary fraction: 0.57 is 57.
  private func hundredfold(_ value: Double) -> Double { (value * 1e8).rounded() / 1e6 }
}
