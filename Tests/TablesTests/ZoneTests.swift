import Health
import Testing

@testable import Tables

@Suite struct ZoneTests {
  @Test(arguments: [
    ("Europe/Oslo", 170_856_000, 3600), ("Europe/Oslo", 1_774_745_940, 3600), ("Europe/Oslo", 1_774_746_000, 7200),
    ("Europe/Oslo", 2_382_523_200, 7200), ("Europe/Oslo", 2_366_884_800, 3600), ("Europe/Oslo", 2_866_410_000, 3600),
    ("Pacific/Auckland", 170_856_000, 43_200), ("Pacific/Auckland", 1_795_886_940, 46_800),
    ("Pacific/Auckland", 2_382_523_200, 43_200), ("Pacific/Auckland", 2_366_884_800, 46_800),
    ("America/New_York", 1_795_886_940, -18_000), ("America/New_York", 2_382_523_200, -14_400),
    ("Asia/Kolkata", 2_382_523_200, 19_800), ("Europe/Dublin", 1_774_745_940, 0),
    ("Europe/Dublin", 1_774_746_000, 3600),
    ("Europe/Dublin", 2_382_523_200, 3600), ("Europe/Dublin", 2_366_884_800, 0), ("UTC", 1_795_886_940, 0),
  ])
  func `the offset is that of the zone, in summer, in winter and after the last year of its file`(
    name: String, moment: Int, offset: Int
  ) throws {
    let zone = try #require(Zone(named: name))
    #expect(zone.offset(at: moment) == offset)
  }

  @Test func `one moment falls on two days in two zones`() throws {
    // 2026-11-28, 17:29 UTC.
    let moment = 1_795_886_940
    #expect(try #require(Zone(named: "Pacific/Auckland")).day(at: moment) == Day(iso: "2026-11-29"))
    #expect(Zone.utc.day(at: moment) == Day(iso: "2026-11-28"))
    #expect(Zone.utc.day(at: -1) == Day(iso: "1969-12-31"))
  }

  @Test func `a yearly rule is read in each of its spellings`() throws {
    // 2045-07-01 and 2045-01-01 at noon in UTC.
    for (text, july, january) in [
      ("CET-1CEST,M3.5.0,M10.5.0/3", 7200, 3600), ("NZST-12NZDT,M9.5.0,M4.1.0/3", 43_200, 46_800),
      ("<-03>3", -10_800, -10_800), ("IST-1GMT0,M10.5.0,M3.5.0/1", 3600, 0), ("AAA0BBB-1:30,J60/0,J300", 5400, 0),
      ("AAA0BBB,59/0,299/-1:30", 3600, 0), ("<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45", 45_900, 49_500),
    ] {
      let rule = try #require(ZoneRule(text), "\(text)")
      #expect(rule.offset(at: 2_382_523_200) == july, "\(text)")
      #expect(rule.offset(at: 2_366_884_800) == january, "\(text)")
    }
    #expect(ZoneRule("CET") == nil && ZoneRule("CET-1CEST,M13.5.0,M10.5.0") == nil)
  }

  @Test(arguments: ["Europe/Olso", "../passwd", "/etc/localtime", "", "Europe", "Europe/", "tzdata.zi", "zone.tab"])
  func `what is no zone is none, wherever it leads`(name: String) {
    #expect(Zone(named: name) == nil)
  }

  @Test func `the names of the system are known for suggestions`() {
    let names = Set(Zone.names)
    #expect(names.contains("Europe/Oslo") && names.contains("Pacific/Auckland") && names.contains("UTC"))
  }
}
