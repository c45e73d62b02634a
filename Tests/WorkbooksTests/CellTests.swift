import Testing

@testable import Workbooks

/// Texts, errors, formulas and gaps.
@Suite struct CellTests {
  @Test func `shared texts, inline texts and texts of formulas are texts`() throws {
    let file = WorkbookFile(
      rows: """
        <row><c t="s"><v>1</v></c><c t="inlineStr"><is><t>inline</t></is></c><c t="str"><f>A1</f><v>computed</v></c>
        <c t="s"><v> 0 </v></c></row>
        """, texts: "<si><t>zero</t></si><si><t>one &amp; é 😀</t></si>")
    #expect(try file.cells() == ["text one & é 😀", "text inline", "text computed", "text zero"])
  }

  @Test func `runs of rich text are one text, and readings of words are left out`() throws {
    let runs = """
      <r><t>To</t></r><r><rPr><b/></rPr><t xml:space="preserve"> be </t></r><r><t>東</t></r>\
      <rPh sb="0" eb="1"><t>ヒガシ</t></rPh><phoneticPr fontId="1"/>
      """
    let file = WorkbookFile(
      rows: #"<row><c t="s"><v>0</v></c><c t="inlineStr"><is>\#(runs)</is></c></row>"#, texts: "<si>\(runs)</si>")
    #expect(try file.cells() == ["text To be 東", "text To be 東"])
  }

  @Test(arguments: [
    ("a_x000D_\nb", "a\r\nb"), ("_x0009_", "\t"), ("_x005F_x000D_", "_x000D_"), ("_x00e9_", "é"),
    ("_xD83D__xDE00_", "😀"), ("_xD83D_", "\u{FFFD}"), ("_xDE00_a", "\u{FFFD}a"), ("_xD83D__x0041_", "\u{FFFD}A"),
    ("_x000D", "_x000D"), ("_x00G0_", "_x00G0_"), ("_X000D_", "_X000D_"), ("a_b_c", "a_b_c"), ("__x0041_", "_A"),
    ("_x0041__x0042_", "AB"), ("_x0041_x0042_", "Ax0042_"),
  ])
  func `escaped characters are what they stand for`(stored: String, text: String) throws {
    let file = WorkbookFile(
      rows: """
        <row><c t="s"><v>0</v></c><c t="str"><v>\(stored)</v></c><c t="inlineStr"><is><t>\(stored)</t></is></c></row>
        """, texts: "<si><t>\(stored)</t></si>")
    #expect(try file.cells() == Array(repeating: "text \(text)", count: 3))
  }

  @Test func `blanks at the ends of a text belong to it only where it says so`() throws {
    let file = WorkbookFile(
      rows: """
        <row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>
          a b
        </t></is></c><c t="str"><v> a </v></c></row>
        """, texts: #"<si><t> a </t></si><si><t xml:space="preserve"> a </t></si>"#)
    #expect(try file.cells() == ["text a", "text  a ", "text a b", "text  a "])
  }

  @Test func `true, false and errors are written as Excel shows them`() throws {
    let file = WorkbookFile(
      rows: """
        <row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="b"><v>true</v></c><c t="e"><v>#N/A</v></c>
        <c t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
        """)
    #expect(try file.cells() == ["boolean TRUE", "boolean FALSE", "boolean TRUE", "error #N/A", "error #DIV/0!"])
  }

  @Test func `a formula gives its stored value, and without one it says so`() throws {
    let file = WorkbookFile(
      rows: """
        <row><c><f>1+1</f><v>2</v></c><c><f>1+1</f><v></v></c><c><f>1+1</f></c><c><f t="shared" si="0"/><v>3</v></c>
        <c s="1"><f>A1</f><v>1</v></c><c t="str"><f>""</f><v></v></c><c t="str"><f>A9</f></c></row>
        """, builtIn: [14])
    #expect(
      try file.cells() == [
        "number 2", "formulaWithoutValue", "formulaWithoutValue", "number 3", "day 1900-01-01", "blank",
        "formulaWithoutValue",
      ])
  }

  @Test func `a zero that a library wrote for a formula that it cannot compute is no value`() throws {
    let rows = "<row><c><f>SUM(A1)</f><v>0</v></c><c><f>SUM(A1)</f><v>7</v></c><c><v>0</v></c></row>"
    let library = WorkbookFile(rows: rows, calculation: #"<calcPr calcId="124519" fullCalcOnLoad="1"/>"#)
    #expect(try library.cells() == ["formulaWithoutValue", "number 7", "number 0"])
    let excel = WorkbookFile(rows: rows, calculation: #"<calcPr calcId="191029"/>"#)
    #expect(try excel.cells() == ["number 0", "number 7", "number 0"])
  }

  @Test func `gaps are blank, and blank cells at the end are not counted`() throws {
    let file = WorkbookFile(
      rows: """
        <row r="2" spans="1:9"><c r="B2"><v>1</v></c><c r="E2"><v>2</v></c><c r="F2" s="1"/><c r="G2" t="s"/></row>
        <row r="3"><c r="A3" s="1"/></row><row r="4"/><row r="7"><c r="AB7"><v>3</v></c></row>
        """)
    #expect(
      try file.rows() == [
        Row(2, ["blank", "number 1", "blank", "blank", "number 2"]),
        Row(7, Array(repeating: "blank", count: 27) + ["number 3"]),
      ])
  }

  @Test func `a text without a character is blank`() throws {
    let file = WorkbookFile(
      rows: """
        <row><c t="s"><v>0</v></c><c t="inlineStr"><is><t></t></is></c><c t="str"><v></v></c></row>
        <row><c t="s"><v>0</v></c><c><v>1</v></c></row>
        """, texts: "<si/><si><t/></si>")
    #expect(try file.rows() == [Row(2, ["blank", "number 1"])])
  }

  @Test func `rows and cells without a number follow on`() throws {
    let file = WorkbookFile(
      rows: """
        <row><c><v>1</v></c><c><v>2</v></c></row><row><c r="C2"><v>3</v></c><c><v>4</v></c></row>
        <row r="9"><c><v>5</v></c></row><row><c><v>6</v></c></row><row><c r="b20"><v>7</v></c></row>
        <row><c><v>8</v></c></row>
        """)
    #expect(
      try file.rows() == [
        Row(1, ["number 1", "number 2"]), Row(2, ["blank", "blank", "number 3", "number 4"]), Row(9, ["number 5"]),
        Row(10, ["number 6"]), Row(20, ["blank", "number 7"]), Row(21, ["number 8"]),
      ])
  }

  @Test func `cells may stand in any order, and the last of two in one place counts`() throws {
    let file = WorkbookFile(
      rows: """
        <row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>4</v></c></row>
        """)
    #expect(try file.cells() == ["number 1", "number 2", "number 4"])
  }

  @Test func `merged cells have their value in the first one`() throws {
    var file = WorkbookFile(rows: #"<row r="1"><c r="A1"><v>1</v></c><c r="B1"/><c r="C1"><v>2</v></c></row>"#)
    file["xl/worksheets/sheet1.xml"] = file["xl/worksheets/sheet1.xml"].replacing(
      "</sheetData>", with: #"</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>"#)
    #expect(try file.cells() == ["number 1", "blank", "number 2"])
  }

  @Test func `hidden rows are given and counted`() throws {
    let file = WorkbookFile(
      rows: """
        <row r="1"><c><v>1</v></c></row><row r="2" hidden="1"><c><v>2</v></c></row><row r="3" hidden="1"/>
        <row r="4" hidden="true"><c><v>4</v></c></row><row r="5" hidden="0"><c><v>5</v></c></row>
        """)
    try withFile(file.bytes()) { path in
      let workbook = try Workbook(path: path)
      var rows = try workbook.rows(ofSheet: 0)
      var counts: [[Int]] = []
      while try rows.advance() { counts.append([rows.row, rows.hiddenRows]) }
      #expect(counts == [[1, 0], [2, 1], [4, 2], [5, 2]])
      #expect(try !rows.advance())
    }
  }

  @Test func `cells of elements that only look like cells are not read`() throws {
    var file = WorkbookFile(
      rows: """
        <row r="1"><c r="A1"><v>1</v><extLst><ext><v>9</v><c r="Z1"><v>9</v></c></ext></extLst></c></row>
        """)
    file["xl/worksheets/sheet1.xml"] = file["xl/worksheets/sheet1.xml"].replacing(
      "</worksheet>",
      with: "<extLst><ext><sheetData><row><c><v>9</v></c></row></sheetData></ext></extLst></worksheet>")
    #expect(try file.cells() == ["number 1"])
  }

  @Test func `columns have the letters of Excel`() {
    let letters = [0, 1, 25, 26, 27, 51, 52, 701, 702, 16_383].map(WorkbookRows.column)
    #expect(letters == ["A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA", "XFD"])
  }

  @Test func `a cell behind the last one is blank`() throws {
    try withFile(WorkbookFile(rows: "<row><c><v>1</v></c></row>").bytes()) { path in
      let workbook = try Workbook(path: path)
      var rows = try workbook.rows(ofSheet: 0)
      #expect(rows.count == 0)
      #expect(try rows.advance())
      #expect(rows.kind(of: 1) == .blank)
      #expect(rows.withCell(1) { $0.count } == 0)
      #expect(rows.withCell(0) { Array($0) } == [0x31])
    }
  }
}
