import SeededRandom

/// How a program writes numbers.
struct NumberStyle {
  /// `.` or `,`.
  let decimal: String
  /// Nothing, or one of the four signs.
  let thousands: String
  /// Whether amounts are in hundredths.
  let isInCents: Bool
  /// Whether signs, words and parentheses stand around numbers.
  let isDressed: Bool
  /// The settings that say so.
  let settings: [String]

  init(with random: inout SplitMix64, delimiter: String) {
    let isPlain = random.chance(30)
    let decimal = isPlain || random.chance(50) ? "." : ","
    let others = [",", ".", " ", "'"].filter { $0 != decimal }
    let thousands = isPlain || random.chance(40) ? "" : random.pick(others)
    (self.decimal, self.thousands) = (decimal, thousands)
    isDressed = random.chance(50)
    isInCents = random.chance(15)
    // A point for thousands alone says what the decimal sign is; between semicolons somebody has to say it.
    let saysDecimal = decimal == "," ? thousands != "." || random.chance(50) : delimiter == ";" && thousands.isEmpty
    settings =
      (saysDecimal || random.chance(10) ? ["decimal: \"\(decimal)\""] : [])
      + (thousands.isEmpty ? [] : ["thousands: \"\(thousands)\""]) + (isInCents ? ["unit: cents"] : [])
  }

  /// A number of a clean table.
  func text(_ plain: String, isAmount: Bool, with random: inout SplitMix64) -> String {
    var number = Decimal(plain)
    if isAmount, isInCents { number.exponent += 2 }
    guard isDressed, random.chance(60) else {
      // An exponent stands only in numbers without any other sign.
      let isScientific = plain.contains { $0 == "e" || $0 == "E" } && !(isAmount && isInCents)
      if isScientific, random.chance(50) { return plain.replacing(".", with: decimal) }
      return (number.isNegative ? "-" : "") + digits(number, with: &random)
    }
    var behind = ""
    switch random.int(0...9) {
    case 0 where !isAmount:
      number.exponent += 2
      behind = random.pick(["%", " %", "\u{a0}%"])
    case 1...2:
      number.exponent -= 3
      behind = random.pick(["k", "K", " k"])
    case 3:
      number.exponent -= 6
      behind = random.pick(["m", "M"])
    default: break
    }
    var text = digits(number, with: &random) + behind
    let hasCurrency = isAmount && random.chance(60)
    if hasCurrency { text = random.pick(["€", "EUR ", "€ ", "eur"]) + text }
    if !hasCurrency, isAmount, behind.isEmpty, random.chance(40) {
      text += random.pick([" €", "€", " EUR", "\u{a0}€"])
    }
    guard number.isNegative else { return random.chance(5) ? "+" + text : text }
    switch random.int(0...3) {
    case 0: return "(" + text + ")"
    case 1: return "\u{2212}" + text
    case 2 where behind.isEmpty && text.last?.isNumber ?? false: return text + "-"
    default: return "-" + text
    }
  }

  private func digits(_ number: Decimal, with random: inout SplitMix64) -> String {
    var (whole, fraction) = number.parts
    if !thousands.isEmpty, whole.count > 3, random.chance(80) {
      let sign =
        thousands == " "
        ? random.pick([" ", "\u{a0}", "\u{202f}"]) : thousands == "'" ? random.pick(["'", "’"]) : thousands
      var grouped = ""
      for (place, digit) in whole.enumerated() {
        if place > 0, (whole.count - place) % 3 == 0 { grouped += sign }
        grouped.append(digit)
      }
      whole = grouped
    } else if thousands.isEmpty, random.chance(3) {
      whole = "0" + whole
    }
    if fraction.isEmpty, random.chance(10) { fraction = "0" }
    return fraction.isEmpty ? whole : whole + decimal + fraction
  }
}

/// The digits of a plain number, so that no rounding changes it.
private struct Decimal {
  let isNegative: Bool
  private let digits: String
  var exponent: Int

  init(_ plain: String) {
    isNegative = plain.hasPrefix("-")
    let parts = plain.drop { $0 == "-" || $0 == "+" }.split(omittingEmptySubsequences: false) {
      $0 == "e" || $0 == "E"
    }
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let fraction = mantissa.count > 1 ? String(mantissa[1]) : ""
    digits = String(mantissa[0]) + fraction
    exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - fraction.count
  }

  /// What stands before and behind the decimal sign, without zeros that say nothing.
  var parts: (whole: String, fraction: String) {
    var whole = digits
    var fraction = ""
    if exponent >= 0 {
      whole += String(repeating: "0", count: exponent)
    } else {
      if whole.count <= -exponent { whole = String(repeating: "0", count: 1 - exponent - whole.count) + whole }
      fraction = String(whole.suffix(-exponent))
      whole = String(whole.dropLast(-exponent))
    }
    while whole.count > 1, whole.first == "0" { whole.removeFirst() }
    while fraction.last == "0" { fraction.removeLast() }
    return (whole.isEmpty ? "0" : whole, fraction)
  }
}
