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
    let records = try records("a,b\n1,\"2\"3\n\"4\" x,5\n")
    #expect(records.map(\.malformedCell) == [nil, 1, 0])
    #expect(records.map(\.cells.count) == [2, 2, 2])
  }

  @Test func `blanks around quotes are no part of a cell, and a quotation mark in a text is one`() throws {
    #expect(try cells("a, \"b,\n\"\"c\"\"\" ,d\n") == [["a", "b,\n\"c\"", "d"]])
    #expect(try cells("a, \"b\" c,d\n \"e,f\n") == [["a", " \"b\" c", "d"], [" \"e", "f"]])
    #expect(try records("a, \"b\" c,d\n").map(\.malformedCell) == [nil])
  }

  @Test func `a quote that is never closed is reported in a header, where it opens`() throws {
    let problem = try withFile(Array("\u{E9}\u{E9},\"2\n3\n".utf8)) { path -> TableProblem? in
      do throws(TableProblem) {
        _ = try TableReader(file: path)
        return nil
      } catch {
        return error
      }
    }
    #expect(problem == TableProblem(.unclosedQuote, line: 1, column: 4))
    #expect(
      problem?.finding(file: "f.csv").description
        == "f.csv:1:4: error: the quoted cell that begins here never ends; close it with '\"'")
  }

  @Test(arguments: [
    ("a,b\n1,2\n", false), ("a,b\n1,2", false), ("a,b\n1,", false), ("a,b\n1", true), ("a,b\n1\n", false),
    ("a,b\n1\r", false), ("a,b\n1,\"2\n3,4\n", true), ("a,b\n1,2,\"3", true), ("a\n1", false),
  ])
  func `a file that ends in the middle of a row is cut off`(text: String, isCutOff: Bool) throws {
    try withFile(Array(text.utf8)) { path in
      var reader = try TableReader(file: path)
      while try reader.advance() { #expect(reader.isCutOff == isCutOff) }
    }
  }

  @Test(arguments: [
    ("1,2,\"x\n3,4,y\nz\"", [2, 3]), ("1,2,\"x\r\n\r\n3,4,y\"", [2, 4]), ("1,\"x\ny,z\",2", nil),
    ("1,2,\"3,4,5\"", nil),
    ("\"x\ny\",2,3", nil),
  ])
  func `a line inside a quoted cell with the delimiters of a row is found`(row: String, found: [Int]?) throws {
    try withFile(Array("a,b,c\n\(row)\n".utf8)) { path in
      var reader = try TableReader(file: path)
      _ = try reader.advance()
      #expect(reader.rowInside.map { [$0.cell, $0.line] } == found)
    }
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
