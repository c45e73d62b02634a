import Testing

@testable import Snapshot

@Suite struct WrittenNumbersTests {
  private func values(_ text: String) -> Set<Double> { Set(WrittenNumbers(text).all.map(\.value)) }

  @Test(arguments: [
    "884000", "884,000", "884.000", "884 000", "884\u{A0}000", "884\u{202F}000", "884'000", "€884,000.00",
    "884.000,00 €", "(884000)", "884_000", "884\u{2BC}000", "\u{FF18}\u{FF18}\u{FF14}\u{FF10}\u{FF10}\u{FF10}",
    "\u{668}\u{668}\u{664}\u{660}\u{660}\u{660}", "884\u{2009}000", "884·000", "8,84,000", "8 84 000", "EUR884000",
    "3 884 000 €", "884 000 in 2026", "€884k", "884k€", "884 k€", "884\u{A0}K", "884 thousand", "884 mille", "0.884m",
    "0,884 million", "8.84 lakh", "884\u{200B}000",
  ])
  func `an amount is found however it is written`(text: String) {
    #expect(values("it is \(text).").contains(884_000))
  }

  @Test(arguments: [("€1.24m", 1_240_000.0), ("1,24 M€", 1_240_000), ("1.2 crore", 12_000_000), ("2 Mrd", 2e9)])
  func `millions and more may be counted`(text: String, value: Double) {
    #expect(values(text).contains(value))
  }

  @Test(arguments: [
    "KEUR 884", "k€ 884", "K € 884", "TEUR 884", "T€ 884", "884 T€", "884T€", "€ 884 T", "ARR (€k) 884",
    "ARR (k€): 884",
    "kEUR\u{A0}884", "thousands of euros: 884", "ARR k 884", "€k 884", "M€ 0.884", "Tsd. € 884", "10 seats, k€ 884",
  ])
  func `a unit may stand in front of a number, with the currency`(text: String) {
    #expect(values(text).contains(884_000))
  }

  @Test(arguments: [
    "10 k€, 884 seats", "884 t", "don't pay 884", "10 thousand people pay 884", "k 884", "room k, 884 seats",
    "€ 12, t 884", "KEUR 12 and 884 seats",
  ])
  func `a unit of another number, and a letter that is none, count nothing`(text: String) {
    #expect(!values(text).contains(884_000))
  }

  @Test func `a writing that can be read in two ways is read in both`() {
    #expect(values("1.240") == [1240, 1.24])
    #expect(values("1,240,000") == [1_240_000])
  }

  @Test func `a number knows its digits and the money beside it`() {
    func one(_ text: String) -> WrittenNumber? { WrittenNumbers(text).all.first }
    #expect(one("120,400")?.digits == 4 && one("120,400")?.isMoney == false)
    #expect(one("€120,400")?.isMoney == true && one("120,400 a year and more, in euros")?.isMoney == false)
    #expect(one("12k€")?.isMoney == true && one("12k€")?.step == 1000)
    #expect(one("2026")?.isYear == true && one("2,026")?.isYear == false)
    #expect(one("8,125.")?.isLast == true && one("8,125 parts")?.isLast == false)
  }

  @Test func `a date, a share and a word are no amounts`() {
    #expect(values("On 16 November 2026, 31 % of 2,900 seats; 12 men, 5 km.") == [16, 2026, 31, 2900, 2.9, 12, 5])
    #expect(WrittenNumbers("12 men, 5 km").all.allSatisfy { !$0.hasUnit })
  }
}
