import Findings
import Testing

@testable import Tables

/// The forms of RFC 4180 and those that spreadsheets add.
@Suite struct CSVReaderTests {
  @Test(arguments: [
    "a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2\r", "a,b\n1,2", "\u{FEFF}a,b\n1,2\n", "a,b\n\n\r\n1,2\n\n",
  ])
  func `lines may end with LF, CRLF or CR, or not at all, and empty ones do not count`(text: String) throws {
    #expect(try cells(text) == [["a", "b"], ["1", "2"]])
  }

  @Test func `a quoted cell holds delimiters, doubled quotes and line breaks as they are`() throws {
    #expect(try cells("\"a,b\",\"say \"\"hi\"\"\",\"1\n2\r\n3\r4\"\n") == [["a,b", "say \"hi\"", "1\n2\r\n3\r4"]])
    #expect(try cells("\"\"\"\",\"\"\"\"\"\",\"\"\n") == [["\"", "\"\"", ""]])
  }

  @Test func `a quote inside an unquoted cell is a character like any other`() throws {
    #expect(try cells("5\" pipe,a \"b\" c\n") == [["5\" pipe", "a \"b\" c"]])
  }

  @Test func `blanks belong to the cell`() throws {
    #expect(try cells(" a , b \n") == [[" a ", " b "]])
  }

  @Test func `short and long lines keep their cells`() throws {
    #expect(try cells("a,b,c\n1\n1,2,3,4\n,,\n") == [["a", "b", "c"], ["1"], ["1", "2", "3", "4"], ["", "", ""]])
  }

  @Test func `a line with one quoted empty cell is a record`() throws {
    #expect(try cells("a\n\"\"\n\n1\n") == [["a"], [""], ["1"]])
  }

  @Test func `a cell with text after its closing quote is known`() throws {
    let records = try records("a,b\n1,\"2\"3\n\"4\" ,5\n")
    #expect(records.map(\.malformedCell) == [nil, 1, 0])
    #expect(records.map(\.cells.count) == [2, 2, 2])
  }

  @Test func `a quote that is never closed is reported where it opens`() throws {
    let problem = try problem(Array("a,b\n\u{E9}\u{E9},\"2\n3\n".utf8))
    #expect(problem == TableProblem(.unclosedQuote, line: 2, column: 4))
    #expect(
      problem?.finding(file: "f.csv").description
        == "f.csv:2:4: error: the quoted cell that begins here never ends; close it with '\"'")
  }

  @Test(arguments: [
    ("a;b;c,d", ["a", "b", "c,d"]), ("a\tb\tc;d", ["a", "b", "c;d"]), ("a,b;c", ["a", "b;c"]), ("a", ["a"]),
    ("\"x;y;z\",b", ["x;y;z", "b"]), ("a\n1;2;3", ["a"]),
  ])
  func `the delimiter is the one that the first line has most of, quoted ones apart`(text: String, header: [String])
    throws
  {
    #expect(try cells(text).first == header)
  }

  @Test func `a delimiter that is given is taken`() throws {
    #expect(try cells("a,b|c\n", delimiter: "|") == [["a,b", "c"]])
  }

  @Test func `nothing at all has no records`() throws {
    #expect(try cells("").isEmpty)
    #expect(try cells("\u{FEFF}").isEmpty)
    #expect(try cells("\n\r\n\r").isEmpty)
  }
}
