import Testing

@testable import Tables

@Suite struct DateFormatTests {
  @Test(arguments: [
    ("dd/MM/yyyy", "05/11/2026", "2026-11-05"), ("MM/dd/yyyy", "05/11/2026", "2026-05-11"),
    ("d.M.yyyy", "5.11.2026", "2026-11-05"), ("d.M.yy", "05.1.26", "2026-01-05"),
    ("yyyyMMdd", "20261105", "2026-11-05"),
    ("yy-MM-dd", "99-01-31", "1999-01-31"), ("yyyy-MM-dd", "2024-02-29", "2024-02-29"),
    ("dd MM yyyy", "01 02 2026", "2026-02-01"),
    ("yyyy\u{5E74}M\u{6708}d\u{65E5}", "2026\u{5E74}3\u{6708}4\u{65E5}", "2026-03-04"),
  ])
  func `a day is read as the pattern says`(pattern: String, text: String, day: String) throws {
    #expect(try #require(DateFormat(pattern)).day(text) == day)
  }

  @Test(arguments: [
    "2026-11-05 13:45", "2026-11-05T13:45:00Z", "2026-11-05T13:45:00.123+01:00", "2026-11-05 9:05 AM",
    "2026-11-05 00:00:00",
  ])
  func `a time of day after it is dropped`(text: String) {
    #expect(DateFormat.iso.day(text) == "2026-11-05")
  }

  @Test(arguments: [
    "2026-02-29", "2026-02-30", "2026-13-01", "2026-00-10", "2026-11-31", "0000-01-01", "26-11-05", "2026-1-05",
    "2026-11-5",
    "2026/11/05", "2026-11-05x", "2026-11-05T", "2026-11-05 ", "2026-11-05 noon", "2026-11-05 123:00", "12026-11-05",
    "", "-2026-11-05",
  ])
  func `anything else is no day`(text: String) {
    #expect(DateFormat.iso.day(text) == nil)
  }

  @Test(arguments: [
    "", "yyyy-MM", "yyyy-MM-dd-dd", "yyy-MM-dd", "yyyy-MMMMM-dd", "yyyy-MM-ddTHH", "YYYY-MM-DD", "yyyy-mm-dd",
    "yyyy-MM-MMM-dd", "yyyy-MM-dd h:mm", "yyyy-MM-dd H:mm a", "yyyy-MM-dd HH:HH", "yyyy-MM-dd 'at", "yyyy-MM-dd X Z",
    "yyyy-MM-dd HHH", "Unix", "unix_s",
  ])
  func `a pattern needs year, month and day once each and knows no other letters`(pattern: String) {
    #expect(DateFormat(pattern) == nil)
  }

  @Test(arguments: [("dd/MM/yyyy", "28/02/2026"), ("d.M.yy", "28.2.26"), ("yyyy-MM-dd", "2026-02-28")])
  func `an example shows how to write one`(pattern: String, example: String) throws {
    let format = try #require(DateFormat(pattern))
    #expect(format.example == example)
    #expect(format.day(example) == "2026-02-28")
  }
}
