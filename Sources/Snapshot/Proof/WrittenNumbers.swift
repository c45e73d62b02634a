/// A number as a text writes it.
struct WrittenNumber: Hashable {
  /// Its value, including its unit: 121,000 for `121 thousand`.
  let value: Double
  /// The value of one unit in its last digit: 1,000 for `121k`, 10,000 for `0.12m`.
  let step: Double
  /// The number of its digits, without zeros at either end.
  let digits: Int
  /// Whether it has a unit such as `k`, `million` or `lakh`.
  let hasUnit: Bool
  /// Whether a currency is beside it, at most one word away.
  let isMoney: Bool
  /// Whether nothing follows that it could be a count of.
  let isLast: Bool
  /// Whether it can be a year: four digits from 1900 to 2100 without separators.
  let isYear: Bool
}

/// The numbers of a line, in every way in which people separate thousands, use units such as thousands, or write
/// digits.
///
/// `884,000`, `884 000`, `884.000,00`, `8,84,000`, `884k`, `884 thousand`, `0.88m`, `8.84 lakh` and `KEUR 884` are all
/// found; for an ambiguous spelling (`1.240`), both readings are.
struct WrittenNumbers {
  private(set) var all: [WrittenNumber] = []

  private enum Token {
    case number([(value: Double, decimals: Int, digits: Int, isYear: Bool)])
    case word(String)
    case currency
    /// A sign that ends what is counted.
    case end
  }

  /// Reads a line, or several.
  init(_ text: String) {
    for line in text.split(separator: "\n") {
      // Digits of any script, such as full-width ones, are read as those of ASCII; invisible characters are skipped.
      let scalars = line.unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
        if scalar.isASCII { return scalar }
        if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
          return Unicode.Scalar(UInt8(48 + Int(value)))
        }
        return scalar.properties.isDefaultIgnorableCodePoint ? nil : scalar
      }
      guard scalars.contains(where: Self.isDigit) else { continue }
      read(Self.tokens(of: scalars))
    }
  }

  private static func tokens(of scalars: [Unicode.Scalar]) -> [Token] {
    var tokens: [Token] = []
    var position = 0
    while position < scalars.count {
      let scalar = scalars[position]
      if isDigit(scalar) {
        let (groups, separators, end) = groups(scalars, from: position)
        tokens.append(.number(numbers(groups, separators)))
        position = end
      } else if scalar.properties.isAlphabetic {
        let end = scalars[position...].firstIndex { !$0.properties.isAlphabetic } ?? scalars.count
        let word = SearchText(String(String.UnicodeScalarView(scalars[position..<end])))
        let letters = String(decoding: word.letters, as: UTF8.self)
        tokens.append(currencies.contains(letters) ? .currency : .word(letters))
        position = end
      } else {
        if scalar.properties.generalCategory == .currencySymbol { tokens.append(.currency) }
        if ".,;:!?)|".unicodeScalars.contains(scalar) { tokens.append(.end) }
        position += 1
      }
    }
    return tokens
  }

  // MARK: Groups of digits

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar.properties.generalCategory == .spaceSeparator
  }

  private static let signs: Set<Unicode.Scalar> = [
    ",", ".", "'", "\u{2019}", "\u{2BC}", "_", "\u{B7}", "\u{66C}", "\u{66B}",
  ]
  private static let decimalSigns: Set<Unicode.Scalar> = [".", ",", "\u{66B}", "\u{B7}"]

  /// Groups of digits with a single space or sign between them; spaces of all kinds are the same.
  private static func groups(
    _ scalars: [Unicode.Scalar], from start: Int
  ) -> (groups: [String], separators: [Unicode.Scalar], end: Int) {
    var groups: [String] = []
    var separators: [Unicode.Scalar] = []
    var position = start
    while true {
      let end = scalars[position...].firstIndex { !isDigit($0) } ?? scalars.count
      groups.append(String(String.UnicodeScalarView(scalars[position..<end])))
      guard end + 1 < scalars.count, isDigit(scalars[end + 1]), isBlank(scalars[end]) || signs.contains(scalars[end])
      else { return (groups, separators, end) }
      separators.append(isBlank(scalars[end]) ? " " : scalars[end])
      position = end + 1
    }
  }

  /// Everything that groups of digits can be read as.
  private static func numbers(
    _ groups: [String], _ separators: [Unicode.Scalar]
  ) -> [(value: Double, decimals: Int, digits: Int, isYear: Bool)] {
    groups.indices.flatMap { first in
      var readings: [(value: Double, decimals: Int, digits: Int, isYear: Bool)] = []
      guard first == 0 || separators[first - 1] == " " else { return readings }
      for last in first..<min(groups.count, first + 6) where isGrouped(groups[first...last], separators[first..<last]) {
        let isEnd = last + 1 == groups.count
        if isEnd || separators[last] == " " { readings += reading(groups[first...last].joined(), decimals: "") }
        if !isEnd, decimalSigns.contains(separators[last]), last == first || separators[first] != separators[last],
          last + 2 == groups.count || separators[last + 1] == " "
        {
          readings += reading(groups[first...last].joined(), decimals: groups[last + 1])
        }
      }
      return readings
    }
  }

  /// Whether digits are grouped in threes, or as in India in twos before the last three.
  private static func isGrouped(_ groups: ArraySlice<String>, _ separators: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = groups.first, groups.count > 1 else { return true }
    guard Set(separators).count == 1 else { return false }
    let rest = groups.dropFirst()
    if first.utf8.count <= 3, rest.allSatisfy({ $0.utf8.count == 3 }) { return true }
    return first.utf8.count <= 2 && rest.last?.utf8.count == 3 && rest.dropLast().allSatisfy { $0.utf8.count == 2 }
  }

  private static func reading(
    _ whole: String, decimals: String
  ) -> [(value: Double, decimals: Int, digits: Int, isYear: Bool)] {
    guard whole.utf8.count <= 15, decimals.utf8.count <= 6,
      let value = Double(decimals.isEmpty ? whole : "\(whole).\(decimals)")
    else { return [] }
    let shown = (whole + decimals).utf8.drop { $0 == 0x30 }
    let digits = shown.count - shown.reversed().prefix { $0 == 0x30 }.count
    let isYear = decimals.isEmpty && whole.utf8.count == 4 && (1900...2100).contains(value)
    return [(value, decimals.utf8.count, digits, isYear)]
  }

  // MARK: Units and currencies

  private static let units: [String: Double] = [
    "k": 1e3, "keur": 1e3, "kusd": 1e3, "kgbp": 1e3, "kchf": 1e3, "teur": 1e3, "tsd": 1e3, "thousand": 1e3,
    "thousands": 1e3, "mille": 1e3, "millier": 1e3, "milliers": 1e3, "lakh": 1e5, "lakhs": 1e5, "m": 1e6, "mn": 1e6,
    "mio": 1e6, "meur": 1e6, "million": 1e6, "millions": 1e6, "crore": 1e7, "crores": 1e7, "bn": 1e9, "md": 1e9,
    "mrd": 1e9, "billion": 1e9, "milliard": 1e9, "milliards": 1e9,
  ]

  private static let currencies: Set<String> = Set(
    """
    eur euro euros usd dollar dollars gbp pound pounds chf franc francs sek nok dkk kr pln czk huf ron jpy yen cny inr \
    rupees cad aud nzd sgd hkd brl zar mxn ht arr mrr
    """.split(separator: " ").map(String.init))

  private mutating func read(_ tokens: [Token]) {
    let plain = tokens.filter { if case .end = $0 { false } else { true } }
    func isCurrency(_ position: Int) -> Bool {
      guard plain.indices.contains(position) else { return false }
      switch plain[position] {
      case .currency: return true
      case .word(let word): return word.utf8.count == 4 && Self.units[word] != nil && word.hasSuffix("eur")
      default: return false
      }
    }
    func unit(_ position: Int) -> Double? {
      guard plain.indices.contains(position), case .word(let word) = plain[position] else { return nil }
      // `T€` is a thousand, `884 t` are tons.
      return Self.units[word]
        ?? (word == "t" && [-2, -1, 1].contains { isCurrency(position + $0) } ? 1e3 : nil)
    }
    var position = -1
    for (index, token) in tokens.enumerated() {
      if case .end = token { continue }
      position += 1
      guard case .number(let readings) = token else { continue }
      let behind = unit(position + 1)
      // The nearest number before it keeps what is beside it: `10 k€, 884 seats`.
      let before = (0..<position).last { isNumber(plain[$0]) }.map { $0 + 1 } ?? 0
      let front = max(before, position - 4)..<position
      let frontUnit =
        behind == nil && front.contains(where: isCurrency)
          && (before == 0 || before + 2 < position || isCurrency(before) && unit(before) != nil)
        ? front.lazy.compactMap(unit).first : nil
      let end = position + (behind == nil ? 1 : 2)
      let isMoney =
        front.suffix(3).contains(where: isCurrency) || isCurrency(end)
        || isCurrency(end + 1) && !isNumber(plain[end])
      let next = tokens.indices.contains(index + 1) ? tokens[index + 1] : .end
      let isLast = if case .end = next { true } else { false }
      for reading in readings {
        for unit in frontUnit.map({ [nil, $0] }) ?? [behind] {
          let last = (0..<reading.decimals).reduce(1.0) { step, _ in step / 10 }
          all.append(
            WrittenNumber(
              value: (reading.value * (unit ?? 1) * 1000).rounded() / 1000, step: last * (unit ?? 1),
              digits: reading.digits, hasUnit: unit != nil, isMoney: isMoney, isLast: isLast,
              isYear: reading.isYear && unit == nil))
        }
      }
    }
  }

  private func isNumber(_ token: Token) -> Bool { if case .number = token { true } else { false } }
}
