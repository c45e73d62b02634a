import Health
import SeededRandom
import Testing

@testable import Tables

/// Days and moments as programs write them.
@Suite struct DayReadingTests {
  private static let asOf = Day(number: 20_781)

  private static func reading(_ patterns: [String], zone: String = "UTC") throws -> DayReading {
    DayReading(
      formats: try patterns.map { try #require(DateFormat($0), "\($0)") }, zone: try #require(Zone(named: zone)),
      asOf: asOf)
  }

  @Test(
    arguments: [
      ("d-MMM-yy", "1-Feb-27"), ("MMM d, yyyy", "Feb 1, 2027"), ("MMM d, yyyy", "FEB\u{A0}\u{202F} 1, 2027"),
      ("M/d/yyyy", "2/1/2027"),
      ("yyyyMMdd", "20270201"), ("dd.MM.yyyy", "01.02.2027 00:00"), ("d MMMM yyyy", "1 février 2027"),
      ("d MMM yyyy", "1 févr. 2027"),
      ("d MMM yyyy", "1 Fév 2027"), ("d MMM yyyy", "1 FÉVRIER 2027"), ("d MMM yyyy", "1 fe\u{301}vr. 2027"),
      ("d MMM yyyy", "1 FE\u{301}V 2027"),
      ("d MMM yyyy", "1 fevr 2027"), ("d.MMM.yyyy", "1.Feb.2027"), ("d.MMM.yyyy", "1.févr..2027"),
      ("dMMMyyyy", "01feb2027"),
      ("EEE, d MMM yyyy", "Mon, 1 Feb 2027"), ("EEEE d MMMM yyyy", "lundi 1 février 2027"),
      ("EEE d MMM yyyy", "lun. 1 févr. 2027"),
      ("MMM d, yyyy h:mm a", "Feb 1, 2027 7:41 AM"), ("d/MMM/yy h:mm a", "1/Feb/27 12:05 a.m."),
      ("M/d/yy h:mm:ss a", "2/1/27 11:59:60 P.M."),
      ("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", "2027-02-01T00:00:00.000+0000"),
      ("yyyy-MM-dd'T'HH:mm:ssZ", "2027-02-01T00:00:00Z"),
      ("yyyy-MM-dd HH:mm:ss z", "2027-02-01 13:45:00 UTC"), ("d MMM ''yy", "1 Feb '27"), ("d. M. yyyy", "1. 2. 2027"),
      ("yyyy-MM-dd", "2027-02-01T00:00:00.000+0000"), ("unix", "1801440000"), ("unix", "1801440000.9"),
      ("unix_ms", "1801440000000"),
      ("excel", "46419"), ("excel", "46419.99"), ("excel", "46419,5"), ("dd/MM/yyyy", "01/02/2027, 13:45"),
    ])
  func `a day is read as the pattern says`(pattern: String, text: String) throws {
    #expect(try Self.reading([pattern]).day(text) == "2027-02-01")
  }

  @Test(
    arguments: [
      ("d MMM yyyy", "1 Foo 2027"), ("d MMM yyyy", "1 Febr-uary 2027"), ("d MMM yyyy", "1 Fe 2027"),
      ("d MMM yyyy", "1 juil\u{F8} 2027"),
      ("d MMM yyyy", "1 2 2027"), ("d MMM yyyy", "1 february. 2027"), ("d MMM yyyy", "30 Feb 2027"),
      ("d MMM yyyy", "1Feb2027"),
      ("EEE d MMM yyyy", "Foo 1 Feb 2027"), ("yyyy-MM-dd h:mm a", "2027-02-01 13:05 PM"),
      ("yyyy-MM-dd h:mm a", "2027-02-01 0:05 AM"),
      ("yyyy-MM-dd HH:mm", "2027-02-01 24:00"), ("yyyy-MM-dd HH:mm", "2027-02-01 12:60"),
      ("yyyy-MM-dd HH:mm", "2027-02-01"),
      ("yyyy-MM-dd HH:mm", "2027-02-01 12:00Z"), ("yyyy-MM-dd HH:mmXXX", "2027-02-01 12:00"),
      ("yyyy-MM-dd HH:mmXXX", "2027-02-01 12:00+17:00"),
      ("yyyy-MM-dd HH:mmXXX", "2027-02-01 12:00+1"), ("yyyy-MM-dd HH:mmXXX", "2027-02-01 12:00 CET"), ("unix", ""),
      ("unix", "-"), ("unix", "1.8e9"),
      ("unix", "1801440000x"), ("unix", "1801440000."), ("unix", "9999999999999999"), ("unix", "999999999999999"),
      ("unix", "+1801440000"),
      ("excel", "0"), ("excel", "60"), ("excel", "2958466"), ("excel", "-1"), ("excel", "1.5.2"),
      ("excel", "46,419,000"), ("yyyy-MM-dd", "0000-00-00"),
      ("d MMM yyyy", "\u{301}1 Feb 2027"), ("d MMM yyyy", "1 \u{301}Feb 2027"),
    ])
  func `anything else is no day`(pattern: String, text: String) throws {
    #expect(try Self.reading([pattern]).day(text) == nil)
  }

  @Test(
    arguments: [
      ("1", "1900-01-01"), ("59", "1900-02-28"), ("61", "1900-03-01"), ("36526", "2000-01-01"),
      ("2958465", "9999-12-31"), ("44197.5", "2021-01-01"),
    ])
  func `a spreadsheet's serial day is counted as Excel counts`(serial: String, day: String) throws {
    #expect(try Self.reading(["excel"]).day(serial) == day)
  }

  @Test func `every month and weekday is known by its names in English and French`() throws {
    let names = [
      "January Jan janvier janv. jan", "February Feb février févr. fév FÉVR.", "March Mar mars mar.",
      "April Apr avril avr.",
      "May mai", "June Jun juin", "July Jul juillet juil.", "August Aug août aout AOÛT ao\u{75}\u{302}t",
      "September Sep Sept septembre sept.", "October Oct octobre oct.", "November Nov novembre nov.",
      "December Dec décembre déc. DEC",
    ]
    let reading = try Self.reading(["d MMM yyyy"])
    for (index, line) in names.enumerated() {
      for name in line.split(separator: " ") {
        #expect(reading.day("3 \(name) 2027") == Day(year: 2027, month: index + 1, day: 3)?.description, "\(name)")
      }
    }
    let weekdays = try Self.reading(["EEE d.M.yyyy"])
    for name in "Mon tue Wednesday THU Fri. samedi Dim. mer jeudi ven lun mar sam Sunday Thurs Tues".split(
      separator: " ")
    {
      #expect(weekdays.day("\(name) 3.2.2027") == "2027-02-03", "\(name)")
    }
  }

  @Test(
    arguments: [
      ("56", 2056), ("57", 1957), ("97", 1997), ("27", 2027), ("00", 2000), ("99", 1999),
    ])
  func `two digits are a year up to thirty years ahead, and one of the last century beyond`(digits: String, year: Int)
    throws
  {
    #expect(try Self.reading(["dd/MM/yy"]).day("01/02/\(digits)") == "\(year)-02-01")
  }

  @Test func `the window of two digits moves with the day of the report`() throws {
    let formats = [try #require(DateFormat("dd/MM/yy"))]
    #expect(DayReading(formats: formats, asOf: try #require(Day(iso: "2040-01-01"))).day("01/02/70") == "2070-02-01")
    #expect(DayReading(formats: formats, asOf: try #require(Day(iso: "2039-12-31"))).day("01/02/70") == "1970-02-01")
  }

  @Test(
    arguments: [
      ("2027-01-31T23:30:00-05:00", "UTC", "2027-02-01"),
      ("2027-01-31T23:30:00-05:00", "America/New_York", "2027-01-31"),
      ("2027-01-31T23:30:00", "America/New_York", "2027-01-31"),
      ("2027-02-01T04:30:00Z", "America/New_York", "2027-01-31"),
      ("2026-11-05 13:45:00 UTC", "Pacific/Auckland", "2026-11-06"),
      ("2026-11-05T13:45:00.123+01:00", "Pacific/Auckland", "2026-11-06"),
      ("2026-11-05 1:45 PM GMT", "Pacific/Auckland", "2026-11-06"), ("2026-11-05 12:05 AM +01", "UTC", "2026-11-04"),
      ("2026-11-05T00:30:00,5+0100", "UTC", "2026-11-04"), ("2026-11-05 00:30 GMT+0100", "UTC", "2026-11-04"),
      ("2026-07-15T22:30Z", "Europe/Paris", "2026-07-16"), ("2026-01-15T22:30Z", "Europe/Paris", "2026-01-15"),
      // The night of 25 October 2026, in which 02:00 comes twice.
      ("2026-10-24T21:59:59Z", "Europe/Paris", "2026-10-24"), ("2026-10-24T22:00:00Z", "Europe/Paris", "2026-10-25"),
      ("2026-10-25T22:59:59Z", "Europe/Paris", "2026-10-25"), ("2026-10-25T23:00:00Z", "Europe/Paris", "2026-10-26"),
      ("2026-11-05T00:30:00 CET", "UTC", "2026-11-05"), ("2026-11-05 99:30Z", "Pacific/Auckland", "2026-11-05"),
      ("9999-12-31T23:59:59Z", "Pacific/Auckland", "9999-12-31"),
      ("0001-01-01T00:00:00Z", "America/New_York", "0001-01-01"),
    ])
  func `a moment is the day that it is in the zone`(text: String, zone: String, day: String) throws {
    #expect(try Self.reading(["yyyy-MM-dd"], zone: zone).day(text) == day)
  }

  @Test(
    arguments: [
      ("unix", "1801440000", "America/New_York", "2027-01-31"), ("unix", "1801439999", "UTC", "2027-01-31"),
      ("unix", "-0.5", "UTC", "1969-12-31"),
      ("unix", "0", "UTC", "1970-01-01"), ("unix_ms", "-1", "UTC", "1969-12-31"),
      ("unix_ms", "1801439999999", "UTC", "2027-01-31"),
      ("excel", "46419.99", "Pacific/Auckland", "2027-02-01"),
      ("M/d/yyyy h:mm a XXX", "2/1/2027 1:30 AM +02:00", "UTC", "2027-01-31"),
      ("dd/MM/yyyy", "01/02/2027 23:30:00-05:00", "UTC", "2027-02-02"),
    ])
  func `a number or a pattern with an offset is a moment too`(
    pattern: String, text: String, zone: String, day: String
  )
    throws
  {
    #expect(try Self.reading([pattern], zone: zone).day(text) == day)
  }

  @Test func `days of moments are those that seconds counted by hand give`() throws {
    var random = SplitMix64(seed: 7)
    let utc = try Self.reading(["yyyy-MM-dd"])
    for (name, hours) in [("Etc/GMT+5", -5), ("Etc/GMT-9", 9), ("UTC", 0), ("Etc/GMT-14", 14)] {
      let there = try Self.reading(["yyyy-MM-dd", "unix"], zone: name)
      for _ in 0..<1000 {
        let moment = random.whole(in: 0...4_000_000_000)
        let offset = random.whole(in: -12...14)
        let written = moment + offset * 3600
        let time = [written / 3600 % 24, written / 60 % 60, written % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(
          separator: ":")
        let sign = offset < 0 ? "-" : "+"
        let hour = abs(offset) < 10 ? "0\(abs(offset))" : "\(abs(offset))"
        let text = "\(Day(number: Int32(written.quotientDown(86_400))))T\(time)\(sign)\(hour):00"
        guard written >= 0 else { continue }
        let expected = Day(number: Int32((moment + hours * 3600).quotientDown(86_400))).description
        #expect(there.day(text) == expected, "\(text)")
        #expect(there.day("\(moment)") == expected, "\(moment)")
        #expect(utc.day(text) == Day(number: Int32(moment / 86_400)).description, "\(text)")
      }
    }
  }

  @Test func `the first format that reads a cell counts`() throws {
    let reading = try Self.reading(["dd/MM/yyyy", "MM/dd/yyyy", "unix"])
    #expect(
      ["05/11/2026", "11/25/2026", "1801440000", "x"].map { reading.day($0) } == [
        "2026-11-05", "2026-11-25", "2027-02-01", nil,
      ])
    #expect(reading.example == "28/02/2026")
    #expect(DayReading(formats: [], asOf: Self.asOf).day("2026-11-05") == "2026-11-05")
  }

  @Test func `a number that is no likely day of one format is left to another that makes one of it`() throws {
    let patterns = [
      "yyyy-MM-dd", "unix_ms", "unix", "excel", "d-MMM-yy", "MMM d, yyyy", "M/d/yyyy", "yyyyMMdd", "dd.MM.yyyy",
    ]
    let cells = [
      "2027-02-01T00:00:00.000+0000", "1801440000", "1801440000000", "46419", "1-Feb-27", "Feb 1, 2027", "2/1/2027",
      "20270201", "01.02.2027 00:00", "2027-01-31T23:30:00-05:00",
    ]
    for order in [patterns, patterns.reversed()] {
      let reading = try Self.reading(order)
      for cell in cells { #expect(reading.day(cell) == "2027-02-01", "\(cell)") }
      #expect(reading.day("0000-00-00") == nil && reading.day("9999-12-31") == "9999-12-31")
    }
    // Where no format makes a likely one, the first counts again.
    #expect(try Self.reading(["unix", "excel"]).day("40") == "1970-01-01")
    #expect(try Self.reading(["unix", "yyyyMMdd"]).day("18500101") == "1970-08-03")
  }

  @Test func `the other order exchanges day and month where both are digits`() throws {
    let other = try #require(Self.reading(["dd/MM/yyyy", "d MMM yyyy", "M.d.yy 'd' h:mm a", "unix"]).otherOrder)
    #expect(other.formats.map(\.pattern) == ["MM/dd/yyyy", "d MMM yyyy", "d.M.yy 'd' h:mm a", "unix"])
    #expect(other.day("11/05/2026") == "2026-11-05")
    #expect(try Self.reading(["d MMM yyyy", "excel"]).otherOrder == nil)
    #expect(other.zone.name == "UTC" && other.asOf == Self.asOf)
  }

  @Test(
    arguments: [
      ("01/31/2027", ["MM/dd/yyyy", "M/d/yyyy"]), ("1-Feb-27", ["d-MMM-yy"]), ("Feb 1, 2027", ["MMM d, yyyy"]),
      ("26/Oct/26 7:41 AM", ["d/MMM/yy", "d/MMM/yy h:mm a"]), ("1801440000", ["unix"]),
      ("1801440000000", ["unix_ms"]),
      ("46419", ["excel"]),
      ("20270201", ["yyyyMMdd"]), ("12", []), ("2027-02-01", []), ("soon", []), ("32873", []), ("99999", []),
      ("lundi 1 févr. 2027", ["EEE d MMM yyyy"]),
    ] as [(String, [String])])
  func `the settings that would read a cell are told`(text: String, patterns: [String]) throws {
    #expect(try Self.reading(["yyyy-MM-dd"]).suggestions(text) == patterns.map { "date_format: \($0)" })
  }

  @Test func `every usual pattern is one and reads its own example`() throws {
    for pattern in DayReading.usual + ["EEEE, MMMM d, yyyy hh:mm:ss.SSS a XXX"] {
      let reading = try Self.reading([pattern])
      #expect(reading.day(reading.example) == "2026-02-28", "\(pattern): \(reading.example)")
    }
  }

  @Test(
    arguments: DayReading.usual + [
      "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", "EEEE, d MMMM yyyy", "dd-MMMM-yy", "MM/dd/yyyy hh:mm:ss a", "H:mm dd.MM.yyyy",
      "dMMMyyyy", "ddMMyy",
    ])
  func `a day that a pattern writes is read back as itself`(pattern: String) throws {
    var random = SplitMix64(seed: 8)
    let reading = try Self.reading([pattern])
    // Two digits reach from 1957 to 2056, and a spreadsheet from 1900.
    let range = pattern.contains("yyyy") ? Int32(-700_000)...2_900_000 : Int32(-4700)...31_400
    for _ in 0..<500 {
      let day = Day(number: Int32(random.whole(in: Int(range.lowerBound)...Int(range.upperBound))))
      let text = written(day, pattern, &random)
      #expect(reading.day(text) == day.description, "\(text)")
    }
  }

  @Test func `bytes at random are no trouble`() throws {
    var random = SplitMix64(seed: 9)
    let reading = try Self.reading(DayReading.usual, zone: "Europe/Paris")
    let pieces = [
      "1", "12", "2027", "/", "-", ".", ",", " ", "\u{A0}", "T", ":", "Z", "+", "Feb", "févr", "AM", "UTC",
      "e\u{301}",
      "\u{FFFD}",
    ]
    for _ in 0..<20_000 {
      var bytes = (0..<random.whole(in: 0...8)).flatMap { _ in Array(random.pick(pieces).utf8) }
      if random.whole(below: 3) == 0, !bytes.isEmpty { bytes.removeLast() }
      bytes.withUnsafeBufferPointer { bytes in
        guard let day = reading.day(bytes) else { return }
        #expect((1...9999).contains(day.civil.year))
      }
    }
  }
}

extension Int {
  /// The quotient, rounded down.
  fileprivate func quotientDown(_ divisor: Int) -> Int { (self - (self % divisor + divisor) % divisor) / divisor }
}
