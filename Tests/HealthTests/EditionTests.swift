import Health
import Testing

@Suite struct EditionTests {
  // The examples of ISO 8601's week dates around the turns of years, and the last days of years with 53 weeks.
  @Test(arguments: [
    ("2005-01-01", "2004-W53"), ("2005-01-02", "2004-W53"), ("2005-12-31", "2005-W52"), ("2006-01-01", "2005-W52"),
    ("2006-01-02", "2006-W01"), ("2006-12-31", "2006-W52"), ("2007-01-01", "2007-W01"), ("2007-12-30", "2007-W52"),
    ("2007-12-31", "2008-W01"), ("2008-12-28", "2008-W52"), ("2008-12-29", "2009-W01"), ("2009-12-31", "2009-W53"),
    ("2010-01-03", "2009-W53"), ("2010-01-04", "2010-W01"), ("2020-12-31", "2020-W53"), ("2026-12-31", "2026-W53"),
    ("2027-01-03", "2026-W53"), ("2027-01-04", "2027-W01"), ("2026-11-16", "2026-W47"), ("2026-11-22", "2026-W47"),
  ])
  func `an edition is the ISO week of its day`(day: String, edition: String) throws {
    #expect(Edition(of: try #require(Day(iso: day))).description == edition)
  }

  @Test func `seven days in a row from a Monday share an edition and the eighth does not`() {
    for monday in stride(from: Int32(18_000), to: 24_000, by: 7).map({ Day(number: $0).monday }) {
      let edition = Edition(of: monday)
      #expect((1...6).allSatisfy { Edition(of: monday + $0) == edition })
      #expect(Edition(of: monday + 7) != edition)
    }
  }
}
