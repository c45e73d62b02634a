import SeededRandom
import Testing

@testable import Tables

/// Numbers as people write them for one another.
@Suite struct NumberFormatTests {
  private static let signs: [(decimal: NumberFormat.Decimal, thousands: NumberFormat.Thousands?)] =
    NumberFormat.Decimal.allCases.flatMap { decimal in
      ([nil] + NumberFormat.Thousands.allCases).map { (decimal, $0) }
    }
  private static let formats = signs.compactMap { NumberFormat(decimal: $0.decimal, thousands: $0.thousands) }

  @Test(
    arguments: [
      ("EUR 18000.00", 18_000), ("$5 CAD", 5), ("(1200)", -1200), ("12.5 %", 0.125), ("36k", 36_000),
      ("€1.2M", 1_200_000), ("1e3", 1000), ("US$ 5", 5), ("R$5", 5), ("C$5.50", 5.5), ("A$ 5", 5), ("5 US$", 5),
      ("5 eur", 5), ("CHF5", 5), ("5CHF", 5), ("5 \u{20B9}", 5), ("\u{FFE5}500", 500), ("\u{1E2FF}7", 7),
      ("$.50", 0.5),
      ("€5.", 5),
      ("\u{2212}5", -5), ("\u{2013}5", -5), ("\u{2010}5", -5), ("\u{2011}5", -5), ("- 5", -5), ("5-", -5),
      ("5\u{2212}", -5),
      ("5 -", -5), ("-$5", -5), ("$-5", -5), ("EUR -5", -5), ("5- €", -5), ("5 €-", -5), ("+5 €", 5), ("+5%", 0.05),
      ("($5)", -5), ("$(5)", -5), ("(5) USD", -5), ("(5%)", -0.05), ("(12.5)%", -0.125), ("( 5 )", -5),
      ("0.07%", 0.0007), ("1.1m", 1_100_000), ("2.5 K", 2500), ("45 k€", 45_000), ("5M$", 5_000_000),
      ("36 KEUR", 36_000),
      ("36k USD", 36_000), ("5 MXN", 5), ("-36k", -36_000), (" 5 €\u{A0}", 5), ("0%", 0),
      ("123456789012345678901234567890 €", 1.2345678901234568e29),
    ] as [(String, Double)])
  func `whatever stands around the digits is read in every format that has the digits`(text: String, value: Double)
    throws
  {
    #expect(NumberFormat.plain.number(text) == value)
    #expect(try #require(NumberFormat(thousands: .apostrophe)).number(text) == value)
  }

  @Test(arguments: [
    "", " ", "-", "(", "()", "€", "EUR", "%", "k", "-€", "nan", "NaN €", "inf", "-inf%", "0x10", "$0x10", "1e3 €",
    "1e3%",
    "5%k", "5k%", "5kk", "5%%", "5 km", "5 bn", "€5%", "5% EUR", "--5", "-5-", "+5-", "-(5)", "(-5)", "(5", "5)",
    ")5(",
    "((5))",
    "€€5", "€5€", "€5 USD", "EUR EUR 5", "USD 5 EUR", "5 abc", "abc 5", "XEUR 5", "5 EURO", "X$5", "ABCD$5", "1-2",
    "5 6", "1,250",
    "1 250", "1'250", "1.2.3", "5 %5", "\u{661}", "5\u{301}", "5\u{FFFD}", "N/A", "#5", "5/6", "12:30", "2026-11-05",
    "1_000",
  ])
  func `anything else is none`(text: String) {
    #expect(NumberFormat.plain.number(text) == nil)
  }

  @Test(
    arguments: [
      (".", ",", "72,000.50", 72_000.5), (".", ",", "$30,000", 30_000), (".", ",", "(1,234)", -1234),
      (".", ",", "1,234-", -1234),
      (".", ",", "1,250", 1250), (".", ",", "1,234,567k", 1_234_567_000), (".", ",", "1250", 1250),
      (".", ",", "1,234.", 1234),
      (",", ".", "1.250.000", 1_250_000), (",", ".", "€ 84.000", 84_000), (",", ".", "84.000,5", 84_000.5),
      (",", ".", "1,234", 1.234),
      (",", " ", "45 000,00 €", 45_000), (",", " ", "45\u{A0}000", 45_000), (",", " ", "45\u{202F}000,5", 45_000.5),
      (".", " ", "45\u{2009}000\u{A0}000", 45_000_000), (".", " ", "45\t000", 45_000),
      (".", "'", "CHF 12'500.00", 12_500),
      (".", "'", "12\u{2019}500", 12_500), (",", "\u{A0}", "1 250,5", 1250.5), (".", "\u{2019}", "1'250", 1250),
    ] as [(String, String, String, Double)])
  func `groups of thousands are read with the sign that is set`(
    decimal: String, thousands: String, text: String, value: Double
  ) throws {
    let decimal = try #require(NumberFormat.Decimal(rawValue: decimal))
    let format = try #require(NumberFormat(decimal: decimal, thousands: NumberFormat.Thousands(sign: thousands)))
    #expect(format.number(text) == value)
  }

  @Test(arguments: [
    (".", ",", "1,23"), (".", ",", "15,1"), (".", ",", "1,2345"), (".", ",", "1234,567"), (".", ",", ",123"),
    (".", ",", "123,"),
    (".", ",", "12,34,567"), (".", ",", "1,,234"), (".", ",", "0,123"), (".", ",", "1.5,000"), (".", ",", "1,23.5"),
    (".", ",", "1 234"), (".", ",", "1'234"), (".", ",", "1,234e3"), (".", ",", "1,234,"), (".", ",", "1,234.5,678"),
    (",", ".", "84.00"), (",", ".", "1,2,3"), (",", ".", "1.234.5"), (",", " ", "45  000"), (",", " ", "45 00"),
    (",", " ", "1 234,5 678"),
    (",", " ", "45\u{2003}000"), (".", "'", "12''500"), (".", "'", "12'50"), (".", "'", "12\u{2018}500"),
  ])
  func `groups that are not of three are none`(decimal: String, thousands: String, text: String) throws {
    let decimal = try #require(NumberFormat.Decimal(rawValue: decimal))
    let format = try #require(NumberFormat(decimal: decimal, thousands: NumberFormat.Thousands(sign: thousands)))
    #expect(format.number(text) == nil)
  }

  @Test func `one sign is not both`() {
    #expect(NumberFormat(decimal: .comma, thousands: .comma) == nil && NumberFormat(thousands: .point) == nil)
    #expect(NumberFormat(decimal: .comma, thousands: .point) != nil)
    #expect(NumberFormat() == .plain)
    #expect(NumberFormat.Thousands(sign: ";") == nil && NumberFormat.Thousands(sign: "") == nil)
  }

  @Test(
    arguments: [
      ("EUR 18000.00", "EUR"), ("45 000,00 eur", "EUR"), ("45 000,00 €", "€"), ("US$ 5", "US$"), ("$5 CAD", "CAD"),
      ("(R$1.250,5)", "R$"),
      ("5 MX$", "MX$"), ("5M$", "$"), ("\u{20B9}5", "\u{20B9}"), ("£1,234-", "£"),
    ])
  func `the currency of an amount is named as it is written`(text: String, currency: String) {
    #expect(Array(text.utf8).withUnsafeBufferPointer { NumberFormat.currency(in: $0) } == currency)
  }

  @Test(arguments: ["5", "1,250", "12%", "5 abc", "EUR", "€", "", "€x", "€1,23,4", "12 Jan"])
  func `a cell without an amount or without its currency names none`(text: String) {
    #expect(Array(text.utf8).withUnsafeBufferPointer { NumberFormat.currency(in: $0) } == nil)
  }

  @Test func `a point before exactly three digits can be one of thousands`() {
    func isAmbiguous(_ text: String) -> Bool {
      Array(text.utf8).withUnsafeBufferPointer { NumberFormat.isAmbiguous($0) }
    }
    for text in ["84.000", "1.250.000", "€1.250", "-1.250", "(12.500) EUR", "1.250k"] {
      #expect(isAmbiguous(text), "\(text)")
    }
    for text in [
      "84.00", "1234.567", "0.500", ".500", "1.250,00", "1.2500", "84", "84,000", "1.250.00", "a.000", "", "1.2.3",
      ".",
    ] {
      #expect(!isAmbiguous(text), "\(text)")
    }
  }

  @Test func `a number has a point wherever it stands`() {
    func hasPoint(_ text: String) -> Bool { Array(text.utf8).withUnsafeBufferPointer { NumberFormat.hasPoint($0) } }
    for text in ["84.5", "1.250,00 €", "1.5e3", ".5", "12'500.00", "1,250.00"] { #expect(hasPoint(text), "\(text)") }
    for text in ["84", "84,5", "no. 5", "", ".", "1.2.3", "e.g."] { #expect(!hasPoint(text), "\(text)") }
  }

  @Test(
    arguments: [
      ("72,000.00", ["thousands: \",\""]), ("12,5", ["decimal: \",\""]),
      ("1,250", ["decimal: \",\"", "thousands: \",\""]), ("45 000,00 €", ["decimal: \",\", thousands: \" \""]),
      ("12'500.00", ["thousands: \"'\""]), ("12\u{202F}500", ["thousands: \" \""]),
      ("1.250.000", ["decimal: \",\", thousands: \".\""]), ("1.250,00", ["decimal: \",\", thousands: \".\""]),
      ("1,250,000", ["thousands: \",\""]), ("5", []), ("36k", []), ("no", []), ("12,34,567", []), ("", []),
    ] as [(String, [String])])
  func `the settings that would read a cell are told, the fewest first`(text: String, lines: [String]) {
    #expect(NumberFormat.plain.suggestions(text) == lines)
  }

  @Test func `settings that are there already are not told again`() throws {
    let comma = try #require(NumberFormat(decimal: .comma))
    #expect(comma.suggestions("1.250") == ["decimal: \".\"", "thousands: \".\""])
    #expect(comma.suggestions("1,250.5") == ["decimal: \".\", thousands: \",\""])
    #expect(try #require(NumberFormat(thousands: .comma)).suggestions("1 250") == ["thousands: \" \""])
  }

  @Test(arguments: formats) func `every number is read back as a format writes it`(format: NumberFormat) {
    var random = SplitMix64(seed: 3)
    var wrong: [String] = []
    for _ in 0..<5000 {
      let digits = Array(String(random.next() >> UInt64(20 + random.whole(below: 44))))
      let decimals = String(random.whole(below: 1000))
      let groups = format.thousands.map { sign in
        String(
          digits.indices.flatMap { index -> [Character] in
            index > 0 && (digits.count - index) % 3 == 0
              ? [Character(sign.rawValue), digits[index]] : [digits[index]]
          })
      }
      let number = (groups ?? String(digits)) + format.decimal.rawValue + decimals
      let value = Double(String(digits) + "." + decimals) ?? .nan
      let around = random.pick(["#", "€#", "# €", "EUR #", "#CHF", "US$#", "+#", "#", "$ #", "# USD"])
      let minus = random.pick(["#", "-#", "\u{2212}#", "(#)", "#-"])
      let text = around.replacing("#", with: minus.replacing("#", with: number))
      if around == "+#", minus != "#" { continue }
      if format.number(text) != (minus == "#" ? value : -value) { wrong.append(text) }
    }
    #expect(wrong.isEmpty)
  }

  @Test(arguments: formats) func `no text gives a number that its digits do not say`(format: NumberFormat) throws {
    let group = format.thousands.map { $0 == .blank ? "[ \u{A0}]" : "[\($0.rawValue)]" } ?? "X"
    let core = try Regex(
      "^[^0-9.,]*?(?:[0-9]*|[1-9][0-9]{0,2}(?:\(group)[0-9]{3})+)(?:[\(format.decimal.rawValue)][0-9]*)?[^0-9.,]*$")
    var random = SplitMix64(seed: 4)
    let pieces = [
      "0", "1", "23", "456", "789", ",", ".", "'", " ", "\u{A0}", "€", "$", "US", "EUR", "k", "M", "%", "(", ")", "-",
      "\u{2212}", "+",
    ]
    var wrong: [String] = []
    var read = 0
    for _ in 0..<30_000 {
      let text = (0..<random.whole(in: 1...6)).map { _ in random.pick(pieces) }.joined()
      guard let number = format.number(text) else { continue }
      read += 1
      let digits = text.unicodeScalars.filter { ("0"..."9").contains($0) || String($0) == format.decimal.rawValue }
      let plain = String(String.UnicodeScalarView(digits)).replacing(",", with: ".")
      let scale = text.contains("%") ? "e-2" : text.contains("k") ? "e3" : text.contains(/M/) ? "e6" : ""
      if try core.wholeMatch(in: text) == nil || abs(number) != Double(plain + scale) { wrong.append(text) }
    }
    #expect(wrong.isEmpty)
    #expect(read > 500)
  }

  @Test func `a plain number is the same in every way of reading it`() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<20_000 {
      let bytes = (0..<random.whole(in: 0...12)).map { _ in random.pick(Array("0123456789.,-+e'% $k()\u{E2}".utf8)) }
      bytes.withUnsafeBufferPointer { bytes in
        guard let plain = CellParsing.number(bytes) else { return }
        #expect(NumberFormat.plain.number(bytes) == plain)
      }
    }
  }

  @Test func `bytes at random are no trouble`() {
    var random = SplitMix64(seed: 6)
    let bytes: [UInt8] = [
      0x24, 0x28, 0x29, 0x2C, 0x2D, 0x2E, 0x31, 0x80, 0x82, 0xAC, 0xE2, 0xC2, 0xA0, 0xF0, 0x6B, 0x45, 0x52, 0x55,
    ]
    for _ in 0..<50_000 {
      let cell = (0..<random.whole(in: 0...9)).map { _ in random.pick(bytes) }
      cell.withUnsafeBufferPointer { cell in
        for format in Self.formats { #expect(format.number(cell)?.isFinite ?? true) }
        _ = (NumberFormat.currency(in: cell), NumberFormat.isAmbiguous(cell), NumberFormat.hasPoint(cell))
      }
    }
  }
}
