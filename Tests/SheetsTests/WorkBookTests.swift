import Foundation
import Tables
import Testing
import ZipFixture

@testable import Sheets

/// Workbooks, as the reader of workbooks finds them.
@Suite struct WorkBookTests {
  private func book(_ sheets: WorkSheet...) -> WorkBook {
    WorkBook(title: "Title", company: "Company", day: 20_773, sheets: sheets)
  }

  private func sheet(named name: String = "One", _ rows: [[Cell]]) -> WorkSheet {
    var sheet = WorkSheet(name)
    sheet.rows = rows.map { $0.map { ($0, CellStyle()) } }
    return sheet
  }

  /// The rows of a sheet below its first, each cell with what the file says it is.
  private func rows(_ book: WorkBook, sheet: String = "One") throws -> [[String]] {
    let file = FileManager.default.temporaryDirectory.appending(path: "vigie-sheets-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(try book.bytes()).write(to: file)
    var layout = TableLayout()
    layout.sheet = .named(sheet)
    layout.header = 1
    var reader = try TableReader(file: file.path, layout: layout)
    var rows: [[String]] = []
    while try reader.advance() {
      rows.append(
        (0..<reader.count).map { cell in
          let text = reader.withCell(cell) { String(decoding: $0, as: UTF8.self) }
          return reader.isDay(cell) ? "day \(text)" : reader.isNumber(cell) ? "number \(text)" : text
        })
    }
    return rows
  }

  @Test func `numbers are numbers, days are days, and an id of digits is a text`() throws {
    var sheet = sheet([
      [.text("a"), .text("b"), .text("c")], [.number(1234.5), .number(serial(ofDay: 20_773)), .text("0030500000101")],
    ])
    sheet.rows[1][1].style.format = "d mmm yyyy"
    #expect(try rows(book(sheet)) == [["number 1234.5", "day 2026-11-16", "0030500000101"]])
    #expect(serial(ofDay: 20_773) == 46_342)
  }

  /// Formulas, marks of XML, escapes of the format itself, and what it cannot hold.
  @Test func `a text stays the text that it is`() throws {
    let texts = [
      "=1+1", "=HYPERLINK(\"http://a.example\",\"x\")", "+1", "-2", "@SUM(A1)", "\t=1", "<b>&amp;</b>", "_x000D_",
      "_x0041_",
      "a\nb", " padded ", "Ærøsund A/S", "\u{1F7E2}", "'quoted", "{=1}", "https://a.example/?q=1&r=2", "1e5", "3-12",
    ]
    let sheet = sheet([[.text("a"), .text("b")]] + texts.map { [.text($0), .link($0, to: "../accounts/a.html")] })
    let found = try rows(book(sheet))
    #expect(found.count == texts.count)
    for (text, cells) in zip(texts, found) { #expect(cells == [text, text]) }
    let odd = self.sheet([[.text("a")], [.text("a\0b")], [.text("\u{FFFF}\u{1}")]])
    #expect(try rows(book(odd)) == [["a\u{FFFD}b"], ["\u{FFFD}\u{1}"]])
  }

  @Test func `a text that is longer than a cell ends in an ellipsis`() throws {
    let long = String(repeating: "é\u{1F600}", count: 20_000)
    let cut = try rows(book(sheet([[.text("a")], [.text(long)]])))[0][0]
    #expect(cut.utf16.count <= 32_767 && cut.utf16.count > 32_760 && cut.hasSuffix("…"))
    #expect(long.hasPrefix(cut.dropLast()))
  }

  @Test func `equal workbooks are equal bytes`() throws {
    let one = try book(sheet([[.text("a")], [.number(1)]])).bytes()
    Thread.sleep(forTimeInterval: 0.02)
    #expect(try one == book(sheet([[.text("a")], [.number(1)]])).bytes())
    #expect(try one != book(sheet([[.text("a")], [.number(2)]])).bytes())
  }

  @Test func `names of sheets are made such as Excel allows, each once`() throws {
    #expect(
      sheetNames(["a/b:c", "A b C", "'x'", "", "[]", String(repeating: "n", count: 40)])
        == ["a b c", "A b C (2)", "x", "Sheet", "Sheet (2)", String(repeating: "n", count: 30) + "…"])
    let named = book(sheet(named: "Fr: été / 'x'", [[.text("a")], [.text("b")]]))
    #expect(try rows(named, sheet: "Fr  été   'x") == [["b"]])
  }

  @Test func `a link of a path has the slashes of an address, in the part that leads to it`() throws {
    let rows: [[Cell]] = [[.text("a")]] + (0..<3).map { [.link("n\($0)", to: "../accounts/a\($0).html")] }
    let parts = try Zip.texts(try book(sheet(rows)).bytes())
    let links = try #require(parts["xl/worksheets/_rels/sheet1.xml.rels"])
    for number in 0..<3 { #expect(links.contains("Target=\"../accounts/a\(number).html\"")) }
    #expect(!links.contains("\\"))
  }

  @Test func `a row is as high as its texts need`() {
    let wrapped = CellStyle().with { $0.wraps = true }
    func points(_ text: String, width: Double) -> Double? {
      RowHeight([(.text(text), wrapped)], widths: [width]).points
    }
    #expect(points("one two", width: 10) == nil)
    #expect(points("one two three", width: 10) == 30)
    #expect(points("a\nb\nc", width: 10) == 45)
    #expect(points(String(repeating: "x", count: 25), width: 10) == 45)
    #expect(points(String(repeating: "x ", count: 4000), width: 10) == 409)
    #expect(RowHeight([(.text("one two three"), CellStyle())], widths: [10]).points == nil)
  }
}
