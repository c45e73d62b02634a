import Testing

@testable import Snapshot

@Suite struct WrittenNumbersTests {
  @Test(arguments: [
    "884000", "884,000", "884.000", "884 000", "884\u{A0}000", "884\u{202F}000", "884'000", "€884,000.00",
    "884.000,00 €",
    "(884000)", "884_000", "884\u{2BC}000", "\u{FF18}\u{FF18}\u{FF14}\u{FF10}\u{FF10}\u{FF10}",
    "\u{668}\u{668}\u{664}\u{660}\u{660}\u{660}",
  ])
  func `an amount is found however its thousands are set apart`(text: String) {
    #expect(WrittenNumbers("it is \(text).").whole.contains(884_000))
  }

  @Test(arguments: ["€884k", "884k€", "884 k€", "884\u{A0}K", "about 884k a year"])
  func `thousands may be written with a k`(text: String) {
    #expect(WrittenNumbers(text).thousands == [884])
  }

  @Test(arguments: ["€1.24m", "1,24 M€", "1.24m a year", "$1.24M"])
  func `millions may be written with an m`(text: String) {
    #expect(WrittenNumbers(text).hundredthsOfMillions == [124])
  }

  @Test func `a date, a share and a word are no amounts`() {
    let numbers = WrittenNumbers("On 16 November 2026, 31 % of 2,900 seats; 12 men, 5 km.")
    #expect(numbers.whole == [2026, 2900])
    #expect(numbers.thousands.isEmpty && numbers.hundredthsOfMillions.isEmpty)
  }
}
