public import Health

/// What measures are called and in what their values are told, on pages and in the terminal.
public struct MeasureWords: Sendable {
  let models: Models
  let words: Words
  let formats: Formats
  let currency: String

  /// Takes a model file, a language, the three-letter code of the currency, and a day near to those that are told.
  public init(_ models: Models, words: Words, currency: String, around day: Day) {
    self.init(models, words: words, formats: Formats(words, around: day), currency: currency)
  }

  init(_ models: Models, words: Words, formats: Formats, currency: String) {
    self.models = models
    self.words = words
    self.formats = formats
    self.currency = currency
  }

  /// What a measure, dimension or column is called: its label in the model file, else the word for it where Vigie knows
  /// the name, else the name with blanks for underscores.
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

  /// From one value to another, a unit in words said once: `57 % → 12 %`, `3.3 → 13 per 100 seats`.
  func text(from: Double, to: Double, of measure: MeasureDefinition) -> String {
    let before =
      switch models.unit(of: measure) {
      case .days, .ofFive, .inDays, .own: formats.value(from)
      case .percentile: words.ordinal(Int(from.rounded()))
      case .perHundred: formats.value(hundredfold(from))
      case .number, .share, .percent, .change, .money: text(from, of: measure)
      }
    return words(.fromTo, ["from": before, "to": text(to, of: measure)])
  }

  /// With decimals only where there is little else to see: 57, 1.9, 0.13.
  private func perCent(_ value: Double) -> String {
    let size = abs(value)
    return formats.number(value, decimals: size >= 9.95 || size == 0 ? 0 : size >= 0.995 ? 1 : 2)
  }

  /// A hundred times a value, without the dust that this leaves on a binary fraction: 0.57 is 57.
  private func hundredfold(_ value: Double) -> Double { (value * 1e8).rounded() / 1e6 }
}
