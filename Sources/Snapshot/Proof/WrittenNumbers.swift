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
  /// The distance, in words and numbers, to the nearest sign or word of money on its line; nil when none is near.
  let money: Int?
  /// Whether it can be a year: four digits from 1900 to 2100 without separators.
  let isYear: Bool

  /// The maximum distance to a word of money.
  static let reach = 3
}

/// The numbers of a text, in every way in which people separate thousands, use units such as thousands, or write
/// digits.
///
/// `884,000`, `884 000`, `884.000,00`, `8,84,000`, `884k`, `884 thousand`, `0.88m`, `8.84 lakh` and `KEUR 884` are all
/// found; for an ambiguous spelling (`1.240`), both readings are.
struct WrittenNumbers {
  private(set) var all: [WrittenNumber] = []
  private let words: MoneyWords

  private enum Token {
    case number([(value: Double, decimals: Int, digits: Int, isYear: Bool)])
    case word(String)
    case money
  }

  init(_ text: String, _ words: MoneyWords) {
    self.words = words
    var tokens: [Token] = []
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    // Digits of any script, such as full-width ones, are read as those of ASCII; invisible characters are skipped.
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        scalars.append(scalar)
      } else if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue, value >= 0,
        let digit = Unicode.Scalar(UInt32(0x30 + Int(value)))
      {
        scalars.append(digit)
      } else if !scalar.properties.isDefaultIgnorableCodePoint {
        scalars.append(scalar)
      }
    }
    var position = 0
    while position < scalars.count {
      let scalar = scalars[position]
      if scalar == "\n" {
        finish(tokens)
        tokens = []
        position += 1
      } else if Self.isDigit(scalar) {
        let (groups, separators, end) = Self.groups(scalars, from: position)
        tokens += Self.numbers(groups, separators).map { Token.number($0) }
        position = end
      } else if scalar.properties.generalCategory == .currencySymbol {
        tokens.append(.money)
        position += 1
      } else if scalar.properties.isAlphabetic {
        let end = scalars[position...].firstIndex { !$0.properties.isAlphabetic } ?? scalars.count
        let word = SearchText(String(String.UnicodeScalarView(scalars[position..<end])))
        tokens.append(.word(String(decoding: word.letters, as: UTF8.self)))
        position = end
      } else {
        position += 1
      }
    }
    finish(tokens)
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

  /// The numbers that groups of digits can be, one list of readings for each possible first group.
  private static func numbers(
    _ groups: [String], _ separators: [Unicode.Scalar]
  ) -> [[(value: Double, decimals: Int, digits: Int, isYear: Bool)]] {
    groups.indices.compactMap { first in
      guard first == 0 || separators[first - 1] == " " else { return nil }
      var readings: [(value: Double, decimals: Int, digits: Int, isYear: Bool)] = []
      for last in first..<min(groups.count, first + 6) where isGrouped(groups[first...last], separators[first..<last]) {
        let isEnd = last + 1 == groups.count
        if isEnd || separators[last] == " " { readings += reading(groups[first...last].joined(), decimals: "") }
        if !isEnd, decimalSigns.contains(separators[last]), last == first || separators[first] != separators[last],
          last + 2 == groups.count || separators[last + 1] == " "
        {
          readings += reading(groups[first...last].joined(), decimals: groups[last + 1])
        }
      }
      return readings.isEmpty ? nil : readings
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

  // MARK: Units and money

  private mutating func finish(_ tokens: [Token]) {
    let isMoney = tokens.map { token in
      switch token {
      case .money: true
      case .word(let word): words.all.contains(word)
      case .number: false
      }
    }
    for (position, token) in tokens.enumerated() {
      guard case .number(let readings) = token else { continue }
      let unit = self.unit(behind: position, tokens)
      let unitBefore = unit == nil ? self.unit(before: position, tokens, isMoney) : nil
      // `k€` written as one word is one word, and the unit is then in between.
      let near = (1...WrittenNumber.reach + 1).first { distance in
        [position - distance, position + distance].contains { isMoney.indices.contains($0) && isMoney[$0] }
      }
      func money(_ hasUnit: Bool) -> Int? {
        near.map { hasUnit ? max(1, $0 - 1) : $0 }.flatMap { $0 <= WrittenNumber.reach ? $0 : nil }
      }
      for reading in readings {
        // A unit in front may belong to something else, so the number is also read without it.
        for unit in unitBefore.map({ [nil, $0] }) ?? [unit] {
          let factor = unit ?? 1
          let last = (0..<reading.decimals).reduce(1.0) { step, _ in step / 10 }
          let value = (reading.value * factor * 1000).rounded() / 1000
          all.append(
            WrittenNumber(
              value: value, step: last * factor, digits: reading.digits, hasUnit: unit != nil,
              money: money(unit != nil),
              isYear: reading.isYear && unit == nil))
        }
      }
    }
  }

  /// The unit after a number: `884k`, `884 thousand`, `884 T€`.
  private func unit(behind position: Int, _ tokens: [Token]) -> Double? {
    guard position + 1 < tokens.count, case .word(let word) = tokens[position + 1] else { return nil }
    if let unit = words.units[word] { return unit }
    let isBesideCurrency = [position - 1, position + 2].contains { Self.isCurrency($0, tokens) }
    return isBesideCurrency ? MoneyWords.unitsBesideCurrency[word] : nil
  }

  private static func isCurrency(_ position: Int, _ tokens: [Token]) -> Bool {
    guard tokens.indices.contains(position) else { return false }
    switch tokens[position] {
    case .money: return true
    case .word(let word): return MoneyWords.currencies.contains(word)
    case .number: return false
    }
  }

  /// The unit before a number: `KEUR 884`, `k€ 884`, `ARR (€k) 884`, `thousands of euros: 884`.
  ///
  /// It may be up to four tokens before, with no other number between. A word of one to three letters needs money
  /// directly next to it, a longer one money in between.
  private func unit(before position: Int, _ tokens: [Token], _ isMoney: [Bool]) -> Double? {
    var isMoneyOnTheWay = false
    var back = position - 1
    while back >= max(0, position - 4) {
      if case .number = tokens[back] { return nil }
      if isMoney[back] { isMoneyOnTheWay = true }
      if case .word(let word) = tokens[back], !Self.counts(before: back, tokens) {
        let isBeside = isMoney[back] || isMoney[back + 1] || back > 0 && isMoney[back - 1]
        if let unit = words.units[word], isBeside || word.utf8.count > 3 && isMoneyOnTheWay { return unit }
        let isBesideCurrency = [back - 1, back + 1].contains { Self.isCurrency($0, tokens) }
        if let unit = MoneyWords.unitsBesideCurrency[word], isBesideCurrency { return unit }
      }
      back -= 1
    }
    return nil
  }

  /// Whether a unit belongs to a number before it, such as the first `k` of `10 k€, 884 seats`.
  private static func counts(before unit: Int, _ tokens: [Token]) -> Bool {
    for back in [unit - 1, unit - 2] where back >= 0 {
      switch tokens[back] {
      case .number: return true
      case .money: continue
      case .word: return false
      }
    }
    return false
  }
}
