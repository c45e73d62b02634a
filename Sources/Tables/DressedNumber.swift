/// A number as people write it for one another, taken apart: its digits, and what stands around them.
struct DressedNumber {
  /// The digits and the signs between them, from the first digit or decimal sign to the last.
  private(set) var core: UnsafeBufferPointer<UInt8>
  private(set) var isNegative = false
  /// What the digits are multiplied with, as an exponent of ten behind them: `e3`, `e6`, `e-2` or nothing.
  private(set) var exponent = ""

  private var sign: String?
  private var code: String?
  private var hasSign = false
  private var hasOpened = false
  private var hasClosed = false

  /// The code of the currency, or else its sign; nil where none is written.
  var currency: String? { code ?? sign }

  /// Takes a cell apart; nil where what is left in the middle has no digit at its end or at its beginning, or where
  /// signs contradict one another.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    core = bytes
    while takeBlank() || takeFront() {}
    while takeBlankBehind() || takeBack() {}
    let isAmount = sign != nil || code != nil
    guard let first = core.first, let last = core.last, Self.isDigit(first) || Self.isPointOrComma(first),
      Self.isDigit(last) || Self.isPointOrComma(last), hasOpened == hasClosed, !(hasSign && hasOpened),
      !(exponent == Self.percent && isAmount), isOneCurrency
    else { return nil }
    if hasOpened { isNegative = true }
  }

  private static let percent = "e-2"

  /// False where the sign is not one of the code's, as in `€5 USD`.
  private var isOneCurrency: Bool {
    guard let sign, let code else { return true }
    switch sign {
    case "€": return code == "EUR"
    case "£": return code == "GBP"
    case "¥": return code == "JPY" || code == "CNY"
    default:
      return sign.hasSuffix("$") && (code.hasSuffix("D") || ["MXN", "ARS", "CLP", "COP", "BRL"].contains(code))
    }
  }

  private mutating func takeBlank() -> Bool { takes(first: Blank.length(in: core, at: 0)) }

  private mutating func takeBlankBehind() -> Bool { takes(last: Blank.length(in: core, before: core.count)) }

  private mutating func takes(first count: Int) -> Bool {
    core = UnsafeBufferPointer(rebasing: core[count...])
    return count > 0
  }

  private mutating func takes(last count: Int) -> Bool {
    core = UnsafeBufferPointer(rebasing: core[..<(core.count - count)])
    return count > 0
  }

  /// Takes a minus or plus, an opening parenthesis or a currency off the front.
  private mutating func takeFront() -> Bool {
    guard let first = core.first, !Self.isDigit(first) else { return false }
    let minus = Self.minusLength(core[...])
    if !hasSign, minus > 0 || first == UInt8(ascii: "+") {
      hasSign = true
      isNegative = minus > 0
      return takes(first: max(minus, 1))
    }
    if !hasOpened, first == UInt8(ascii: "(") {
      hasOpened = true
      return takes(first: 1)
    }
    let letters = core.prefix { Self.isLetter($0) }.count
    if letters == 3, code == nil, let found = Currency.code(core[..<3]) {
      code = found
      return takes(first: 3)
    }
    guard sign == nil, letters <= 3 else { return false }
    let length = Currency.signLength(core[letters...])
    let text = String(decoding: core[..<(letters + length)], as: UTF8.self)
    guard length > 0, letters == 0 || Currency.dollars.contains(text) else { return false }
    sign = text
    return takes(first: letters + length)
  }

  /// Takes a currency, a closing parenthesis, a minus, a per cent sign or a `k` or `m` off the back.
  private mutating func takeBack() -> Bool {
    guard let last = core.last, !Self.isDigit(last) else { return false }
    if !hasClosed, last == UInt8(ascii: ")") {
      hasClosed = true
      return takes(last: 1)
    }
    // Nothing but a parenthesis stands between the digits and what they are multiplied with.
    guard exponent.isEmpty else { return false }
    let minus = [1, 3].first { core.count > $0 && Self.minusLength(core[(core.count - $0)...]) == $0 }
    if !hasSign, let minus {
      hasSign = true
      isNegative = true
      return takes(last: minus)
    }
    if last == UInt8(ascii: "%") {
      exponent = Self.percent
      return takes(last: 1)
    }
    let letters = core.reversed().prefix { Self.isLetter($0) }.count
    if letters >= 3, letters <= 4, code == nil, let found = Currency.code(core.suffix(3)) {
      code = found
      return takes(last: 3)
    }
    if letters == 1, let scale = Self.scale(last) {
      exponent = scale
      return takes(last: 1)
    }
    return takeSignBehind()
  }

  private mutating func takeSignBehind() -> Bool {
    var start = core.count - 1
    while start > 0, core[start] & 0xC0 == 0x80 { start -= 1 }
    guard sign == nil, Currency.signLength(core[start...]) == core.count - start else { return false }
    let letters = core[..<start].reversed().prefix { Self.isLetter($0) }.count
    let text = String(decoding: core[(start - letters)...], as: UTF8.self)
    // The m of 5M$ is one of millions, the R of 5 R$ one of reais.
    let isNamed = letters > 0 && Currency.dollars.contains(text)
    sign = isNamed ? text : String(decoding: core[start...], as: UTF8.self)
    return takes(last: core.count - (isNamed ? start - letters : start))
  }

  private static func scale(_ letter: UInt8) -> String? {
    switch letter | 0x20 {
    case UInt8(ascii: "k"): "e3"
    case UInt8(ascii: "m"): "e6"
    default: nil
    }
  }

  /// The number of bytes of a minus at the start: the ASCII one, U+2010, U+2011, an en dash or U+2212.
  private static func minusLength(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    if bytes.first == UInt8(ascii: "-") { return 1 }
    guard bytes.first == 0xE2 else { return 0 }
    return minuses.contains { bytes.starts(with: $0) } ? 3 : 0
  }

  private static let minuses: [[UInt8]] = [
    [0xE2, 0x80, 0x90], [0xE2, 0x80, 0x91], [0xE2, 0x80, 0x93], [0xE2, 0x88, 0x92],
  ]

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  private static func isPointOrComma(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") }

  private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte & 0xDF) && byte < 0x80 }
}

/// The currencies that amounts name.
enum Currency {
  /// Dollars and others that share their sign, told apart by letters before it.
  static let dollars: Set<String> = [
    "US$", "U$", "C$", "CA$", "CAN$", "A$", "AU$", "NZ$", "HK$", "S$", "SG$", "R$", "MX$", "NT$", "TW$", "J$", "TT$",
    "BZ$", "RD$", "Z$", "N$", "EC$", "FJ$", "B$", "BD$", "AR$", "CL$", "CO$",
  ]

  /// The code that three letters are, in capitals; nil where ISO 4217 has none.
  static func code(_ letters: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    let code = String(decoding: letters.map { $0 & 0xDF }, as: UTF8.self)
    return codes.contains(code) ? code : nil
  }

  /// The number of bytes of the currency sign at the start; 0 where there is none.
  static func signLength(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    guard let first = bytes.first else { return 0 }
    if first < 0x80 { return first == UInt8(ascii: "$") ? 1 : 0 }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    let text = String(validating: bytes.prefix(length), as: UTF8.self)
    return text?.unicodeScalars.first?.properties.generalCategory == .currencySymbol ? length : 0
  }

  /// ISO 4217 without metals and funds, with two that 2023 and 2026 ended.
  private static let codes: Set<String> = Set(
    """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF \
    CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD \
    HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL \
    LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR \
    PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP \
    TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
    """.split(separator: " ").map { String($0) })
}
