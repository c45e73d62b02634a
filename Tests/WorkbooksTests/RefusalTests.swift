import Files
import Testing

@testable import Workbooks

/// Files that are something else, damaged or made to do harm.
@Suite struct RefusalTests {
  private static let sheetPart = "xl/worksheets/sheet1.xml"

  /// A compound file with the names of streams in its directory.
  private static func compoundFile(_ names: [String]) -> [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 70_000)
    bytes += Array(repeating: 0, count: (512 - bytes.count % 512) % 512)
    for name in ["Root Entry"] + names {
      let entry = utf16(name).dropFirst(2)
      bytes += entry + Array(repeating: 0, count: 128 - entry.count)
    }
    return bytes
  }

  @Test func `a file that is not there or is a folder is told in the system's words`() throws {
    let missing = WorkbookProblem.unreadable("No such file or directory")
    #expect(throws: missing) { _ = try Workbook(path: "/no/such.xlsx") }
    #expect(throws: WorkbookProblem.unreadable("it is a folder")) { _ = try Workbook(path: "/") }
  }

  @Test func `a compound file is a locked workbook, an old one or something else`() throws {
    #expect(try problem(of: Self.compoundFile(["EncryptionInfo", "EncryptedPackage"])) == .encrypted)
    #expect(try problem(of: Self.compoundFile(["Workbook", "\u{5}SummaryInformation"])) == .oldWorkbook)
    #expect(try problem(of: Self.compoundFile(["Book"])) == .oldWorkbook)
    #expect(try problem(of: Self.compoundFile(["WordDocument", "Bookmarks"])) == .notAWorkbook)
  }

  @Test(arguments: [
    "<html><table><tr><td>1</td></tr></table></html>", "\n <!DOCTYPE HTML><p>", "<TABLE border=1>",
    "<meta charset=utf-8><table>", "<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\">",
    "<!-- exported --><html>", "MIME-Version: 1.0\nContent-Type: multipart/related",
  ])
  func `a web page under another name is one`(text: String) throws {
    #expect(try problem(of: text.utf8) == .webPage)
    #expect(try problem(of: "\u{FEFF}\(text)".utf8) == .webPage)
    #expect(try problem(of: utf16(text)) == .webPage)
  }

  @Test(arguments: ["id;name\n1;Ada\n", "id\tname\r\n", "Käse\n", "sep=;\n"])
  func `text under another name is text`(text: String) throws {
    #expect(try problem(of: text.utf8) == .plainText)
    #expect(try problem(of: utf16(text)) == .plainText)
  }

  @Test func `anything else is no workbook`() throws {
    #expect(try problem(of: []) == .notAWorkbook)
    #expect(try problem(of: [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1]) == .notAWorkbook)
    var document = WorkbookFile()
    document.parts = ["word/document.xml": Array("<document/>".utf8), "[Content_Types].xml": []]
    #expect(try problem(of: document.bytes()) == .notAWorkbook)
    var other = WorkbookFile()
    other["xl/workbook.xml"] = "<presentation/>"
    #expect(try other.problem() == .notAWorkbook)
  }

  @Test func `a binary workbook is told as one`() throws {
    var file = WorkbookFile()
    file.parts = [
      "_rels/.rels": Array(
        WorkbookFile.relationships([("a", "\(WorkbookFile.office)/officeDocument", "xl/workbook.bin")]).utf8),
      "xl/workbook.bin": [0x83, 1, 0],
    ]
    #expect(try file.problem() == .binaryWorkbook)
    file.parts["_rels/.rels"] = nil
    #expect(try file.problem() == .binaryWorkbook)
  }

  @Test func `a document type is refused wherever it stands`() throws {
    let bomb = """
      <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">\
      <!ENTITY c SYSTEM "file:///etc/passwd">]>
      """
    let parts = [Self.sheetPart, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "_rels/.rels"]
    for part in parts {
      var file = WorkbookFile(rows: #"<row><c t="s"><v>0</v></c></row>"#, texts: "<si><t>x</t></si>", builtIn: [14])
      let text = file[part]
      let start = text.hasPrefix("<?xml") ? text.firstIndex(of: ">").map(text.index(after:)) : nil
      file[part] = text[..<(start ?? text.startIndex)] + bomb + text[(start ?? text.startIndex)...]
      let problem = try file.problem()
      #expect(problem == .damaged("\(part) has a document type"))
    }
  }

  @Test func `an entity that nobody declared is damage`() throws {
    let problem = try WorkbookFile(rows: #"<row><c t="str"><v>&a;</v></c></row>"#).problem()
    #expect(problem == .damaged("\(Self.sheetPart), line 1: undefined entity"))
  }

  @Test func `a part that unpacks to far more than it is packed is refused`() throws {
    let blanks = String(repeating: " ", count: 70 << 20)
    let file = WorkbookFile(rows: "<row><c><v>1</v></c></row>" + blanks)
    #expect(try file.problem() == .tooLarge("\(Self.sheetPart) unpacks to more than 200 times its size in the file"))
    let texts = WorkbookFile(rows: #"<row><c t="s"><v>0</v></c></row>"#, texts: "<si><t>\(blanks)</t></si>")
    #expect(
      try texts.problem() == .tooLarge("xl/sharedStrings.xml unpacks to more than 200 times its size in the file"))
  }

  @Test func `a part, a row, an element and the shared texts have a largest size`() throws {
    var limits = WorkbookLimits()
    limits.largePart = 2 << 20
    let blanks = String(repeating: " ", count: 3 << 20)
    let spread = WorkbookFile(rows: "<row/>" + blanks)
    #expect(
      try spread.problem(limits: limits) == .tooLarge("\(Self.sheetPart) unpacks to more than 2 MiB", raisedBy: .table))

    limits = WorkbookLimits()
    limits.row = 1 << 20
    let long = WorkbookFile(rows: #"<row r="7"><c t="inlineStr"><is><t>\#(blanks)</t></is></c></row>"#)
    #expect(try long.problem(limits: limits) == .tooLarge("row 7 has more than 1 MiB", raisedBy: .row))
    let value = WorkbookFile(rows: #"<row r="7"><c><v>\#(blanks)</v></c></row>"#)
    #expect(try value.problem(limits: limits) == .tooLarge("row 7 has more than 1 MiB", raisedBy: .row))

    limits = WorkbookLimits()
    limits.unparsed = 1 << 20
    let element = WorkbookFile(rows: #"<row note="\#(blanks)"/>"#)
    let problem = WorkbookProblem.tooLarge("\(Self.sheetPart) has an element of more than 1 MiB")
    #expect(try element.problem(limits: limits) == problem)
    #expect(try WorkbookFile(rows: "<!--\(blanks)-->").problem(limits: limits) == problem)

    limits = WorkbookLimits()
    limits.sharedTexts = 1 << 20
    let row = #"<row><c t="s"><v>0</v></c></row>"#
    let texts = WorkbookFile(rows: row, texts: "<si><t>\(blanks)</t></si>")
    #expect(try texts.problem(limits: limits) == .tooLarge("more than 1 MiB of shared texts"))
    let many = WorkbookFile(rows: row, texts: String(repeating: "<si/>", count: 300_000))
    #expect(try many.problem(limits: limits) == .tooLarge("more than 1 MiB of shared texts"))

    limits = WorkbookLimits()
    limits.entries = 2
    #expect(try WorkbookFile().problem(limits: limits) == .tooLarge("more than 2 files in the ZIP"))
  }

  @Test func `a sheet has no more rows, columns and depth than Excel gives it`() throws {
    let lastRow = WorkbookFile(rows: #"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#)
    #expect(try lastRow.rows() == [Row(1_048_576, Array(repeating: "blank", count: 16_383) + ["number 1"])])
    for row in [#"<row r="1048577"/>"#, #"<row r="1048576"/><row/>"#, #"<row><c r="A1048577"/></row>"#] {
      #expect(try WorkbookFile(rows: row).problem() == .tooLarge("more than 1048576 rows"))
    }
    for cell in [#"<c r="XFE1"/>"#, #"<c r="XFD1"/><c/>"#, #"<c r="ZZZZ1"/>"#] {
      let problem = try WorkbookFile(rows: "<row>\(cell)</row>").problem()
      #expect(problem == .tooLarge("more than 16384 columns in row 1"))
    }
    let deep = WorkbookFile(rows: String(repeating: "<a>", count: 99) + String(repeating: "</a>", count: 99))
    #expect(try deep.problem() == .tooLarge("\(Self.sheetPart) nests elements more than 100 deep"))
  }

  @Test(arguments: [
    (#"<row r="0"/>"#, "a row has the number '0'"), (#"<row r="x"/>"#, "a row has the number 'x'"),
    (#"<row r="99999999999999999999"/>"#, "a row has the number '99999999999999999999'"),
    (#"<row r="2"><c r="2"/></row>"#, "a cell of row 2 has the place '2'"),
    (#"<row r="2"><c r="A"/></row>"#, "a cell of row 2 has the place 'A'"),
    (#"<row r="2"><c r="$A$1"/></row>"#, "a cell of row 2 has the place '$A$1'"),
    (#"<row r="2"><c r="AAAAAA1"/></row>"#, "a cell of row 2 has the place 'AAAAAA1'"),
    (#"<row r="2"><c r="B2" t="z"><v>1</v></c></row>"#, "B2 has the unknown type 'z'"),
    (#"<row r="2"><c r="B2" t="b"><v>2</v></c></row>"#, "B2 should be true or false"),
    (#"<row r="2"><c r="B2" t="s"><v>1</v></c></row>"#, "B2 refers to a text that is not there"),
    (#"<row r="2"><c r="B2" t="s"><v>-1</v></c></row>"#, "B2 refers to a text that is not there"),
    (#"<row r="2"><c r="B2" t="s"><v>x</v></c></row>"#, "B2 refers to a text that is not there"),
  ])
  func `what the format does not allow is told with its place`(rows: String, words: String) throws {
    let file = WorkbookFile(rows: rows, texts: "<si><t>x</t></si>")
    #expect(try file.problem() == .damaged("\(Self.sheetPart): \(words)"))
  }

  @Test func `a sheet that breaks off gives the rows before and then the problem, again and again`() throws {
    var file = WorkbookFile()
    file[Self.sheetPart] = "<worksheet><sheetData>\n<row><c><v>1</v></c></row>\n<row><c><v>2</v></row>"
    try withFile(file.bytes()) { path in
      let workbook = try Workbook(path: path)
      var rows = try workbook.rows(ofSheet: 0)
      #expect(try rows.advance())
      let problem = WorkbookProblem.damaged("\(Self.sheetPart), line 3: mismatched tag")
      for _ in 0..<2 {
        do throws(WorkbookProblem) {
          _ = try rows.advance()
          Issue.record("the sheet is damaged")
        } catch {
          #expect(error == problem)
        }
      }
    }
    file[Self.sheetPart] = ""
    #expect(try file.problem() == .damaged("\(Self.sheetPart), line 1: no element found"))
  }

  @Test func `a workbook that is cut off is damaged wherever the cut is`() throws {
    let bytes = try WorkbookFile(rows: "<row><c><v>1</v></c></row>").bytes()
    for count in stride(from: 4, to: bytes.count, by: 13) {
      guard case .damaged = try problem(of: bytes.prefix(count)) else {
        Issue.record("the first \(count) bytes were not refused as damaged")
        continue
      }
    }
    #expect(try problem(of: bytes) == nil)
  }

  @Test func `a changed byte in packed contents does not go unnoticed`() throws {
    var file = WorkbookFile()
    file[Self.sheetPart] = WorkbookFile.sheet("<row><c><v>7</v></c></row>")
    let bytes = try file.bytes()
    let name = try #require(bytes.firstRange(of: Array(Self.sheetPart.utf8)))
    var changed = bytes
    changed[name.upperBound + 20] ^= 0x10
    guard case .damaged = try problem(of: changed) else {
      Issue.record("the checksum was not compared")
      return
    }
  }
}
