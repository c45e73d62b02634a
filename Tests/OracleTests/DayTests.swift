import Testing

@testable import Oracle

@Suite struct `Days and editions` {
  @Test func `a Sunday belongs to the week of the Monday before`() throws {
    // 2026-01-01 is day 56 · 365 + 14 = 20454; 16 November is 319 days later, 20773 = 4 + 7 · 2967.
    let sunday = try day("2026-11-22")
    #expect(sunday.edition == "2026-W47")
    #expect(sunday.monday.iso == "2026-11-16")
    #expect(sunday.weekNumber == 2967)
  }

  @Test(arguments: [("2024-12-30", "2025-W01"), ("2027-01-03", "2026-W53"), ("2024-02-29", "2024-W09")])
  func `an edition takes the year of its Thursday`(_ iso: String, _ edition: String) throws {
    #expect(try day(iso).edition == edition)
    #expect(try day(iso).iso == iso)
  }

  @Test(arguments: ["2025-02-29", "2026-13-01", "2026-1-5", "20261101", "2026-11-31", "2026-00-10", "soon"])
  func `a day that is not in the calendar is none`(_ text: String) { #expect(Day(iso: text) == nil) }

  @Test func `a time of day is dropped`() { #expect(Day(iso: "2026-11-22T09:30:00Z")?.iso == "2026-11-22") }

  @Test func `a window of 28 days reaches back 27`() throws {
    let t = try day("2026-11-22")
    #expect(isWithin(t - 27, last: 28, of: t))
    #expect(!isWithin(t - 28, last: 28, of: t))
    #expect(!isWithin(t + 1, last: 28, of: t))
  }

  @Test(arguments: [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)])
  func `FNV-1a gives its published values`(_ text: String, _ hash: UInt64) { #expect(fnv1a(text) == hash) }
}
