import Health
import Testing

@testable import Site

/// Tables for spreadsheets, in which no text can act as a formula.
@Suite struct SpreadsheetTableTests {
  private func line(_ texts: String?...) -> String {
    var table = SpreadsheetTable(header: [])
    for text in texts { table.add(text: text) }
    return String(decoding: table.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), (" \t=1", " \t'=1"), ("\t=1", "'\t'=1"),
    ("\u{FEFF}=1", "\u{FEFF}'=1"), ("\u{200B}@x", "\u{200B}'@x"), ("\u{FF1D}1", "'\u{FF1D}1"), ("\"=1", "\"\"'=1"),
    ("a;=1", "a;'=1"), ("a\n =1", "a\n '=1"), ("a, +1, -2", "a, +1, -2"), ("\tx", "'\tx"), ("a=b", "a=b"),
    ("1-2", "1-2"), ("a - b", "a - b"), ("", ""),
    ("'=1", "''=1"),
  ])
  func `a sign that opens a formula never stands first`(text: String, written: String) {
    #expect(line(text) == "\u{FEFF}\"\(written)\"\r\n")
  }

  @Test func `cells are parted by commas and lines by both signs`() {
    var table = SpreadsheetTable(header: ["a", "b", "c"])
    table.begin()
    table.add(text: nil)
    table.add(number: -2.5)
    table.add(number: 12_000_000)
    table.begin()
    table.add(day: Day(year: 2026, month: 11, day: 16))
    table.add(number: nil)
    table.add(text: "é \"q\"")
    #expect(
      String(decoding: table.bytes, as: UTF8.self)
        == "\u{FEFF}\"a\",\"b\",\"c\"\r\n,-2.5,12000000\r\n2026-11-16,,\"é \"\"q\"\"\"\r\n")
  }
}
