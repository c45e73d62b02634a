import Health
import Testing

@testable import Site

@Suite struct FormatsTests {
  private static let space = "\u{A0}"
  private static let thin = "\u{202F}"

  private static func formats(_ language: String) throws -> Formats {
    Formats(try ExampleSite.words(language), around: Day(number: 20_773))
  }

  @Test(arguments: [
    (amount: 148_000, currency: "EUR", english: "€148k", french: "148\(space)k€"),
    (amount: 1_236_000, currency: "EUR", english: "€1.24m", french: "1,24\(space)M€"),
    (amount: 812, currency: "USD", english: "$812", french: "812\(space)$"),
    (amount: 148_000, currency: "CHF", english: "CHF\(space)148k", french: "148\(space)kCHF"),
    (amount: -500, currency: "SEK", english: "−SEK\(space)500", french: "−500\(space)SEK"),
  ])
  func `a currency stands where the language puts it`(
    amount: Double, currency: String, english: String, french: String
  ) throws {
    #expect(try Self.formats("en").money(amount, currency: currency) == english)
    #expect(try Self.formats("fr").money(amount, currency: currency) == french)
  }

  @Test func `an amount in full keeps its thousands apart`() throws {
    #expect(try Self.formats("en").fullMoney(1234, currency: "EUR") == "€1,234")
    #expect(try Self.formats("fr").fullMoney(1234, currency: "EUR") == "1\(Self.thin)234\(Self.space)€")
    #expect(try Self.formats("fr").fullMoney(1234.5, currency: "EUR") == "1\(Self.thin)234,50\(Self.space)€")
  }

  @Test func `numbers and shares take the language's signs`() throws {
    let french = try Self.formats("fr")
    #expect(french.value(0.62) == "0,62")
    #expect(french.value(1_234_567) == "1\(Self.thin)234\(Self.thin)567")
    #expect(french.number(2.50, decimals: 2) == "2,5")
    #expect(french.percent(0.147, decimals: 1) == "14,7\(Self.space)%")
    #expect(try Self.formats("en").percent(0.147, decimals: 1) == "14.7%")
  }

  @Test func `French writes the first of a month as an ordinal and months in lower case`() throws {
    let french = try Self.formats("fr")
    let english = try Self.formats("en")
    let third = try #require(Day(year: 2026, month: 11, day: 3))
    let first = try #require(Day(year: 2027, month: 2, day: 1))
    #expect(french.date(third) == "3\(Self.space)novembre\(Self.space)2026")
    #expect(french.date(first) == "1er\(Self.space)février\(Self.space)2027")
    #expect(french.shortDate(first) == "1er\(Self.space)févr.\(Self.space)2027")
    #expect(english.date(first) == "1\(Self.space)February\(Self.space)2027")
  }
}
