import Health
import Testing

@Suite struct DayTests {
  @Test(arguments: [
    (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 3, 1, 11_017), (2026, 11, 16, 20_773), (2024, 2, 29, 19_782),
    (1, 1, 1, -719_162), (9999, 12, 31, 2_932_896),
  ])
  func `a civil date is a number of days since 1970`(year: Int, month: Int, day: Int, number: Int) throws {
    let wanted = try #require(Day(year: year, month: month, day: day))
    #expect(Int(wanted.number) == number)
    #expect(wanted.civil == (year, month, day))
  }

  @Test func `every day of four centuries survives the way to its civil date and back`() {
    var wrong: [Int32] = []
    for number in Int32(-100_000)...50_000 {
      let (year, month, day) = Day(number: number).civil
      if Day(year: year, month: month, day: day)?.number != number { wrong.append(number) }
    }
    #expect(wrong.isEmpty)
  }

  @Test(arguments: [
    (2026, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0), (0, 1, 1), (10_000, 1, 1),
  ])
  func `a date that is on no calendar is refused`(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test func `leap days exist in years divisible by 4 but not by 100 unless by 400`() {
    #expect(
      [1900, 2000, 2023, 2024, 2100].map { Day(year: $0, month: 2, day: 29) != nil } == [
        false, true, false, true, false,
      ])
  }

  @Test(arguments: ["2026-11-16"]) func `an ISO text is read and written the same`(text: String) {
    #expect(Day(iso: text)?.description == text)
    #expect(Day(year: 7, month: 1, day: 2)?.description == "0007-01-02")
  }

  @Test(arguments: [
    "", "2026-11-1", "2026-1-016", "20261116", "2026/11/16", "+026-11-16", " 2026-11-16", "2026-11-16 ",
  ])
  func `any other text is no ISO day`(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test func `weekdays count from Monday, before 1970 too`() {
    #expect(Day(number: 0).weekday == 4)
    #expect((-7...(-1)).map { Day(number: $0).weekday } == [4, 5, 6, 7, 1, 2, 3])
    #expect((-3...3).map { Day(number: $0).monday.number } == [-3, -3, -3, -3, -3, -3, -3])
  }

  @Test func `arithmetic counts days`() {
    let day = Day(number: 100)
    #expect(day + 28 - day == 28)
    #expect(day - 28 - day == -28)
    #expect(day - 1 < day)
  }
}
