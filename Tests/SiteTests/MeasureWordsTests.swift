import Health
import Testing

@testable import Site

/// Values of measures as readers of either language see them.
@Suite struct MeasureWordsTests {
  private func text(
    _ value: Double, _ unit: MeasureUnit?, reading: Reading = .latest, language: String = "en"
  ) throws -> String {
    let measure = MeasureDefinition(key: "m", reading: reading, curve: Curve(worst: 0, best: 1))
    let models = Models(
      version: "1", changed: nil, all: [Model(id: "default", dimensions: [])], segments: [], expansion: .init(),
      labels: ["seats": Wording(byLanguage: ["fr": "licences"])], units: unit.map { ["m": $0] } ?? [:])
    let words = MeasureWords(
      models, words: try ExampleSite.words(language), currency: "EUR", around: Day(number: 20_773))
    return words.text(value, of: measure)
  }

  @Test func `a value carries its unit in English`() throws {
    #expect(try text(0.57, .share) == "57%")
    #expect(try text(0.0143, .share) == "1.4%")
    #expect(try text(1, .days) == "1\u{A0}day")
    #expect(try text(2.5, .days) == "2.5\u{A0}days")
    #expect(try text(148_000, .money) == "€148k")
    #expect(try text(0.019, .perHundred("seats")) == "1.9 per 100 seats")
    #expect(try text(4, .inDays(90)) == "4 in 90\u{A0}days")
    #expect(try text(7.9, .own(Wording("logins"))) == "7.9\u{A0}logins")
    #expect(try text(9.6, nil, reading: .change) == "+10%")
    #expect(try text(63.7, nil, reading: .peers) == "64th percentile")
  }

  @Test func `a value carries its unit in French`() throws {
    #expect(try text(0.57, .share, language: "fr") == "57\u{A0}%")
    #expect(try text(1.5, .days, language: "fr") == "1,5\u{A0}jour")
    #expect(try text(2, .days, language: "fr") == "2\u{A0}jours")
    #expect(try text(0.019, .perHundred("seats"), language: "fr") == "1,9 pour 100 licences")
    #expect(try text(1, nil, reading: .peers, language: "fr") == "1er percentile")
    #expect(try text(91, nil, reading: .peers, language: "fr") == "91e percentile")
  }

  @Test func `a unit in words is said once where a value changed`() throws {
    func text(_ from: Double, _ to: Double, _ unit: MeasureUnit?, reading: Reading = .latest) throws -> String {
      let measure = MeasureDefinition(key: "m", reading: reading, curve: Curve(worst: 0, best: 1))
      let models = Models(
        version: "1", changed: nil, all: [Model(id: "default", dimensions: [])], segments: [], expansion: .init(),
        units: unit.map { ["m": $0] } ?? [:])
      let words = MeasureWords(
        models, words: try ExampleSite.words("en"), currency: "EUR", around: Day(number: 20_773))
      return words.text(from: from, to: to, of: measure).replacing("\u{A0}", with: " ")
    }
    #expect(try text(0.57, 0.12, .share) == "57% → 12%")
    #expect(try text(1, 118, .days) == "1 → 118 days")
    #expect(try text(0.0333, 0.133, .perHundred("seats")) == "3.33 → 13.3 per 100 seats")
    #expect(try text(4, 1, .inDays(90)) == "4 → 1 in 90 days")
    #expect(try text(9, 5, .own(Wording("of 10"))) == "9 → 5 of 10")
    #expect(try text(64, 12, nil, reading: .peers) == "64th → 12th percentile")
    #expect(try text(148_000, 90_000, .money) == "€148k → €90k")
  }

  @Test(arguments: [
    (0, "0th"), (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (22, "22nd"),
    (91, "91st"), (100, "100th"),
  ])
  func `English ordinals follow the last digit but for the teens`(n: Int, text: String) throws {
    #expect(try ExampleSite.words("en").ordinal(n) == text)
  }

  @Test(arguments: [
    ("en", 0.0, "0.0", "0.0 points"), ("en", 1.0, "1.0", "1.0 points"), ("en", 1.0, "1", "1 point"),
    ("fr", 0.0, "0,0", "0,0 point"), ("fr", -1.9, "−1,9", "−1,9 point"), ("fr", 2.0, "2,0", "2,0 points"),
  ])
  func `French is singular below two, English only for one`(
    language: String, amount: Double, written: String, text: String
  ) throws {
    let told = try ExampleSite.words(language).count(.scorePoints, amount, written: written)
    #expect(told.replacing("\u{A0}", with: " ") == text)
  }

  @Test func `a name is told by its label, else by Vigie's word for it, else as it is written`() throws {
    let models = Models(
      version: "1", changed: nil, all: [Model(id: "default", dimensions: [])], segments: [], expansion: .init(),
      labels: ["seat_use": Wording(byLanguage: ["en": "seats in use"]), "logins": Wording("sign-ins")])
    let day = Day(number: 20_773)
    let english = MeasureWords(models, words: try ExampleSite.words("en"), currency: "EUR", around: day)
    let french = MeasureWords(models, words: try ExampleSite.words("fr"), currency: "EUR", around: day)
    #expect(
      ["seat_use", "logins", "goals_met", "open_doors"].map(english.label)
        == ["seats in use", "sign-ins", "share of goals met", "open doors"])
    #expect(
      ["seat_use", "logins", "goals_met", "open_doors"].map(french.label)
        == ["seat use", "sign-ins", "part des objectifs atteints", "open doors"])
  }
}
