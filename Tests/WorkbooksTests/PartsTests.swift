import Testing

@testable import Workbooks

/// How the parts of a workbook find one another.
@Suite struct PartsTests {
  private static let row = #"<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>"#

  private static func sheets(_ file: WorkbookFile) throws -> [Workbook.Sheet] {
    try withFile(file.bytes()) { try Workbook(path: $0).sheets }
  }

  /// A workbook of several sheets; of each its attributes, its kind and its target.
  private static func workbook(_ sheets: [(attributes: String, kind: String, target: String)]) -> WorkbookFile {
    var file = WorkbookFile()
    let entries = sheets.enumerated().map { number, sheet in
      #"<sheet \#(sheet.attributes) sheetId="\#(number + 1)" r:id="id\#(number)"/>"#
    }
    file["xl/workbook.xml"] = """
      <workbook xmlns="\(WorkbookFile.main)" xmlns:r="\(WorkbookFile.office)">\
      <sheets>\(entries.joined())</sheets></workbook>
      """
    file["xl/_rels/workbook.xml.rels"] = WorkbookFile.relationships(
      sheets.enumerated().map { ("id\($0)", "\(WorkbookFile.office)/\($1.kind)", $1.target) })
    return file
  }

  @Test func `sheets are in the order of their tabs, with those that are hidden and without charts`() throws {
    var file = Self.workbook([
      (#"name="Zeta &amp; Co""#, "worksheet", "worksheets/b.xml"),
      (#"name="Chart""#, "chartsheet", "chartsheets/c.xml"),
      (#"name="Old_x0020_one" state="hidden""#, "worksheet", "worksheets/a.xml"),
      (#"name="Secret" state="veryHidden""#, "worksheet", "/xl/worksheets/c.xml"),
      (#"name="Macros""#, "xlMacrosheet", "macrosheets/d.xml"),
      (#"name="É" state="visible""#, "worksheet", "./../xl/d.xml"),
    ])
    for (name, text) in [("worksheets/b", "1"), ("worksheets/a", "2"), ("worksheets/c", "3"), ("d", "4")] {
      file["xl/\(name).xml"] = WorkbookFile.sheet("<row><c><v>\(text)</v></c></row>")
    }
    let sheets = try Self.sheets(file)
    #expect(sheets.map(\.name) == ["Zeta & Co", "Old one", "Secret", "É"])
    #expect(sheets.map(\.isHidden) == [false, true, true, false])
    for index in 0..<4 { #expect(try file.rows(ofSheet: index) == [Row(1, ["number \(index + 1)"])]) }
    #expect(throws: WorkbookProblem.noSheet) { try file.rows(ofSheet: 4) }
    #expect(throws: WorkbookProblem.noSheet) { try file.rows(ofSheet: -1) }
  }

  @Test func `two sheets are read side by side`() throws {
    var file = Self.workbook([
      (#"name="A""#, "worksheet", "worksheets/a.xml"), (#"name="B""#, "worksheet", "worksheets/b.xml"),
    ])
    for name in ["a", "b"] {
      let rows = (1...2000).map { #"<row r="\#($0)"><c t="inlineStr"><is><t>\#(name)\#($0)</t></is></c></row>"# }
      file["xl/worksheets/\(name).xml"] = WorkbookFile.sheet(rows.joined())
    }
    try withFile(file.bytes()) { path in
      let workbook = try Workbook(path: path)
      var first = try workbook.rows(ofSheet: 0)
      var second = try workbook.rows(ofSheet: 1)
      for number in 1...2000 {
        #expect(try first.advance())
        #expect(try second.advance())
        #expect(Row.cells(of: first) == ["text a\(number)"])
        #expect(Row.cells(of: second) == ["text b\(number)"])
      }
      #expect(try !first.advance())
      #expect(try !second.advance())
    }
  }

  @Test func `a sheet outside the file or not in it is named and never looked for`() throws {
    var outside = Self.workbook([(#"name="Far""#, "worksheet", "worksheets/sheet1.xml")])
    outside["xl/_rels/workbook.xml.rels"] = outside["xl/_rels/workbook.xml.rels"].replacing(
      "Target=", with: #"TargetMode="External" Target="#)
    #expect(try outside.problem() == .damaged("the sheet 'Far' is not in the file"))
    let missing = Self.workbook([(#"name="Gone""#, "worksheet", "worksheets/gone.xml")])
    #expect(try missing.problem() == .damaged("the sheet 'Gone' is not in the file"))
    let above = Self.workbook([(#"name="Up""#, "worksheet", "../../../../etc/passwd")])
    #expect(try above.problem() == .damaged("the sheet 'Up' is not in the file"))
  }

  @Test func `a workbook of charts only has no sheet`() throws {
    #expect(try Self.workbook([(#"name="C""#, "chartsheet", "c.xml")]).problem() == .noSheet)
    #expect(try Self.workbook([]).problem() == .noSheet)
  }

  @Test func `any prefix and the strict form of the format are understood`() throws {
    var file = WorkbookFile()
    let strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    file["_rels/.rels"] = """
      <p:Relationships xmlns:p="\(WorkbookFile.package)">\
      <p:Relationship Id="a" Type="\(strict)/officeDocument" Target="/book/main.xml"/></p:Relationships>
      """
    file["book/main.xml"] = """
      <x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:q="\(strict)"><x:sheets>\
      <x:sheet name="S" sheetId="1" q:id="b"/></x:sheets></x:workbook>
      """
    file["book/_rels/main.xml.rels"] = WorkbookFile.relationships([
      ("b", "\(strict)/worksheet", "t/one.xml"), ("c", "\(strict)/sharedStrings", "/book/texts.xml"),
      ("d", "\(strict)/styles", "../book/s.xml"),
    ])
    file["book/t/one.xml"] = """
      <x:worksheet xmlns:x="\(WorkbookFile.main)"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c>\
      <x:c r="B1" s="0"><x:v>45352</x:v></x:c><x:c t="inlineStr"><x:is><x:t>in</x:t></x:is></x:c></x:row>\
      </x:sheetData></x:worksheet>
      """
    file["book/texts.xml"] = #"<y:sst xmlns:y="\#(WorkbookFile.main)"><y:si><y:r><y:t>a</y:t></y:r></y:si></y:sst>"#
    file["book/s.xml"] = """
      <z:styleSheet xmlns:z="\(WorkbookFile.main)"><z:cellXfs><z:xf numFmtId="14"/></z:cellXfs></z:styleSheet>
      """
    #expect(try file.cells() == ["text a", "day 2024-03-01", "text in"])
  }

  @Test func `names of parts may differ in case and have backslashes`() throws {
    var file = WorkbookFile(rows: Self.row)
    file.parts[#"XL\Worksheets\Sheet1.xml"#] = file.parts.removeValue(forKey: "xl/worksheets/sheet1.xml")
    #expect(try file.cells() == ["text x"])
  }

  @Test func `a part may be UTF-16`() throws {
    var file = WorkbookFile(rows: "")
    let text = WorkbookFile.sheet(#"<row><c t="inlineStr"><is><t>é😀</t></is></c></row>"#)
      .replacing("UTF-8", with: "UTF-16")
    file.parts["xl/worksheets/sheet1.xml"] = utf16(text)
    #expect(try file.cells() == ["text é😀"])
    file.parts["xl/worksheets/sheet1.xml"] = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(try file.cells() == ["text é😀"])
  }

  @Test func `without a reference to the workbook its usual place is looked at`() throws {
    var file = WorkbookFile(rows: Self.row)
    file.parts["_rels/.rels"] = nil
    #expect(try file.cells() == ["text x"])
  }

  @Test func `without styles and shared texts the cells that need none are read`() throws {
    var file = WorkbookFile(rows: #"<row><c s="3"><v>45352</v></c></row>"#, texts: "", builtIn: [14])
    file.parts["xl/styles.xml"] = nil
    file.parts["xl/sharedStrings.xml"] = nil
    #expect(try file.cells() == ["number 45352"])
  }
}
