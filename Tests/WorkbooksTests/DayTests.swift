import Testing

@testable import Workbooks

/// Days and times, which only number formats tell from numbers.
@Suite struct DayTests {
  private static func cell(
    _ stored: String, builtIn id: Int = 14, format: String? = nil, properties: String = ""
  ) throws -> String? {
    let formats = format.map { [$0] } ?? []
    let file = WorkbookFile(
      rows: #"<row><c s="1"><v>\#(stored)</v></c></row>"#, formats: formats, builtIn: format == nil ? [id] : [],
      properties: properties)
    return try file.cells().first
  }

  @Test(arguments: [
    ("1", "1900-01-01"), ("31", "1900-01-31"), ("32", "1900-02-01"), ("59", "1900-02-28"), ("60", "1900-02-29"),
    ("61", "1900-03-01"), ("366", "1900-12-31"), ("367", "1901-01-01"), ("25569", "1970-01-01"),
    ("36526", "2000-01-01"), ("36585", "2000-02-29"), ("36586", "2000-03-01"), ("45351", "2024-02-29"),
    ("45352", "2024-03-01"), ("45658", "2025-01-01"), ("73050", "2099-12-31"), ("73110", "2100-03-01"),
    ("2958465", "9999-12-31"), ("0", "1900-01-00"), ("4.5352E4", "2024-03-01"),
  ])
  func `days are counted from 1900, with its leap day that never was`(stored: String, day: String) throws {
    #expect(try Self.cell(stored) == "day \(day)")
  }

  @Test(arguments: [
    ("0", "1904-01-01"), ("59", "1904-02-29"), ("60", "1904-03-01"), ("43890", "2024-03-01"),
    ("2957003", "9999-12-31"), ("0.5", "1904-01-01 12:00:00"),
  ])
  func `days are counted from 1904 where the workbook says so`(stored: String, day: String) throws {
    #expect(try Self.cell(stored, properties: #"date1904="1""#) == "day \(day)")
    #expect(try Self.cell(stored, properties: #"date1904="true""#) == "day \(day)")
  }

  @Test func `a workbook that says that it does not count from 1904 counts from 1900`() throws {
    #expect(try Self.cell("45352", properties: #"date1904="0""#) == "day 2024-03-01")
    #expect(try Self.cell("45352", properties: #"date1904="false""#) == "day 2024-03-01")
  }

  @Test(arguments: ["-1", "2958466", "99999999", "1E20"])
  func `a number that Excel cannot show as a day stays a number`(stored: String) throws {
    #expect(try Self.cell(stored) == "number \(stored == "1E20" ? "100000000000000000000" : stored)")
  }

  @Test(arguments: [
    ("45352.5", "2024-03-01 12:00:00"), ("45352.250011574071", "2024-03-01 06:00:01"),
    ("45352.999988425923", "2024-03-01 23:59:59"), ("45352.000000001", "2024-03-01"),
    ("45351.999999999", "2024-03-01"), ("45352.958333333336", "2024-03-01 23:00:00"), ("0.5", "1900-01-00 12:00:00"),
  ])
  func `a time of day stands behind the day, to the nearest second, and midnight does not`(
    stored: String, day: String
  ) throws {
    #expect(try Self.cell(stored, builtIn: 22) == "day \(day)")
  }

  @Test func `the last second of the last day does not become another day`() throws {
    #expect(try Self.cell("2958465.9999999") == "number 2958465.9999999")
  }

  @Test(arguments: [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])
  func `built-in formats of days give days`(id: Int) throws {
    #expect(try Self.cell("45352", builtIn: id) == "day 2024-03-01")
  }

  @Test(arguments: [18, 19, 20, 21, 32, 33, 45, 46, 47])
  func `built-in formats of times give times as text`(id: Int) throws {
    #expect(try Self.cell("0.58333333333333337", builtIn: id) == "text 14:00:00")
  }

  @Test(arguments: [0, 1, 2, 3, 4, 5, 9, 10, 11, 12, 13, 23, 37, 38, 39, 40, 44, 48, 49, 163])
  func `other built-in formats give numbers`(id: Int) throws {
    #expect(try Self.cell("45352", builtIn: id) == "number 45352")
  }

  @Test(arguments: [
    "yyyy-mm-dd", "dd.mm.yyyy", "d/m/yy", "mmm", "mmmm yyyy", "[$-409]d\\-mmm\\-yy;@",
    "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
    "DD/MM/YYYY", "yyyy\"-\"mm\"-\"dd", "[Red]yyyy-mm-dd", "m/d/yyyy h:mm AM/PM", "yyyy-mm-dd\"T\"hh:mm:ss", "dddd",
    "mmm hh",
    "yyyy", "[=0]\"-\";yyyy-mm-dd", "_(yyyy-mm-dd_)",
  ])
  func `a format with a day, month or year gives days`(format: String) throws {
    #expect(try Self.cell("45352", format: format) == "day 2024-03-01")
  }

  @Test(arguments: [
    "General", "0.00", "#,##0.00", "0\" days\"", "#,##0\\ \\d", "[Red]0.00", "[$USD] #,##0.00", "[$-409]0.00", "0_d",
    "* #,##0_y",
    "\"h:mm\"0", "0.00E+00", "@", "#,##0 USD", "# ?/?", "0%", "\"yyyy",
    "[$€-40C]0", "0;[Red]-0", "\\y0", "[Black]0",
    "[Yellow]0",
  ])
  func `a format without them gives numbers`(format: String) throws {
    #expect(try Self.cell("45352", format: format) == "number 45352")
  }

  @Test(arguments: [
    ("h:mm", "0.5", "12:00:00"), ("h:mm", "45352.25", "06:00:00"), ("mm:ss", "0.0104166666666667", "00:15:00"),
    ("h:mm AM/PM", "0.75", "18:00:00"), ("h AM/PM", "0.75", "18:00:00"), ("AM/PM", "0.75", "18:00:00"),
    ("hh\\hmm", "0.5", "12:00:00"), ("ss.000", "0.00001", "00:00:01"), ("[h]:mm", "1.5", "36:00:00"),
    ("[hh]:mm:ss", "4.1666666666666664E-2", "01:00:00"), ("[mm]:ss", "0.5", "12:00:00"), ("[ss]", "5", "120:00:00"),
    ("[H]:MM", "100", "2400:00:00"), ("h:mm;@", "0", "00:00:00"), ("[h]:mm", "0.9999999999", "24:00:00"),
    ("h:mm", "0.9999999999", "00:00:00"), ("h:mm A/P", "0.5", "12:00:00"),
  ])
  func `a format with only hours, minutes or seconds gives a time as text`(
    format: String, stored: String, time: String
  ) throws {
    #expect(try Self.cell(stored, format: format) == "text \(time)")
  }

  @Test func `a duration below zero stays a number`() throws {
    #expect(try Self.cell("-0.5", format: "[h]:mm") == "number -0.5")
  }

  @Test func `each cell has its own format, and one text changes nothing for its column`() throws {
    let file = WorkbookFile(
      rows: """
        <row r="1"><c r="A1" s="1"><v>45352</v></c></row><row r="2"><c r="A2" t="str" s="1"><v>unknown</v></c></row>
        <row r="3"><c r="A3"><v>45352</v></c></row><row r="4"><c r="A4" s="1"><v>45353</v></c></row>
        <row r="5"><c r="A5" s="99"><v>45352</v></c></row>
        """, builtIn: [14])
    #expect(
      try file.rows() == [
        Row(1, ["day 2024-03-01"]), Row(2, ["text unknown"]), Row(3, ["number 45352"]), Row(4, ["day 2024-03-02"]),
        Row(5, ["number 45352"]),
      ])
  }

  @Test func `a format that the workbook spells out goes before the built-in one`() throws {
    var file = WorkbookFile(rows: #"<row><c s="1"><v>45352</v></c></row>"#, builtIn: [14])
    file["xl/styles.xml"] = file["xl/styles.xml"].replacing(
      "<numFmts>", with: #"<numFmts><numFmt numFmtId="14" formatCode="0.00"/>"#)
    #expect(try file.cells() == ["number 45352"])
  }

  @Test(arguments: [
    ("2024-03-01", "day 2024-03-01"), ("2024-03-01T00:00:00", "day 2024-03-01"),
    ("2024-03-01T10:20:30", "day 2024-03-01 10:20:30"), ("2024-03-01T10:20:30.75Z", "day 2024-03-01 10:20:30"),
    ("2024-03-01T10:20", "day 2024-03-01 10:20:00"), ("10:20:30", "text 10:20:30"), ("T10:20:30", "text 10:20:30"),
    ("soon", "text soon"), ("2024-03-01Tnoon", "text 2024-03-01Tnoon"),
  ])
  func `a day in the form of ISO 8601 is one`(stored: String, shown: String) throws {
    #expect(try WorkbookFile(rows: #"<row><c t="d"><v>\#(stored)</v></c></row>"#).cells() == [shown])
  }
}
