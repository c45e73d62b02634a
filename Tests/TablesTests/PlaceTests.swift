import Findings
import Testing

@testable import Tables

/// The place of a cell as given by a reader.
@Suite struct PlaceTests {
  @Test func `columns count Unicode scalars`() throws {
    // é is one scalar of two bytes, the family three people and two joiners, e with an accent two scalars.
    let records = try records("\u{E9},\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467},e\u{301},x\n")
    #expect(records.map(\.places) == [[[1, 1], [1, 3], [1, 9], [1, 12]]])
  }

  @Test func `a quoted cell stands where its quote stands`() throws {
    #expect(try records("1,\"2\",3\n").map(\.places) == [[[1, 1], [1, 3], [1, 7]]])
  }

  @Test func `doubled quotes before a cell count as they are written`() throws {
    #expect(try records("\"a\"\"b\",\"\"\"\",c\n").map(\.places) == [[[1, 1], [1, 8], [1, 13]]])
  }

  @Test func `a cell after a quoted line break stands on the later line`() throws {
    let records = try records("a,b\n\"1\n\u{E9}\",2\r\n\"3\r\n4\r5\",6\r7,8")
    #expect(records.map(\.line) == [1, 2, 4, 7])
    #expect(
      records.map(\.places) == [[[1, 1], [1, 3]], [[2, 1], [3, 4]], [[4, 1], [6, 4]], [[7, 1], [7, 3]]])
  }

  @Test func `the cells that a short line lacks stand at its end`() throws {
    for end in ["\n", "\r\n", "\r", ""] {
      try withFile(Array("a,b\n12\(end)".utf8)) { path in
        var reader = try CSVReader.open(path: path, delimiter: nil)
        #expect(try reader.advance())
        #expect(try reader.advance())
        #expect(reader.position(of: 1) == (2, 3))
      }
    }
  }

  @Test func `empty lines before a record count as lines`() throws {
    #expect(try records("\n\r\n\ra\n\nb").map(\.line) == [4, 6])
  }

  @Test func `a byte order mark takes no column`() throws {
    #expect(try records("\u{FEFF}a,b\n").map(\.places) == [[[1, 1], [1, 3]]])
  }

  @Test(
    arguments: [
      ([0x61, 0x2C, 0xE9, 0x0A], 1, 3), ([0x61, 0x0A, 0xC3, 0xA9, 0xFF, 0x0A], 2, 3),
      // In a quoted cell, after LF, CRLF and CR.
      ([0x22, 0x61, 0x0A, 0x62, 0xC3, 0x22], 2, 2), ([0x22, 0x61, 0x0D, 0x0A, 0xC0, 0xAF, 0x22], 2, 1),
      ([0x22, 0x61, 0x0D, 0x62, 0xED, 0xA0, 0x80, 0x22], 2, 2),
      // The last byte of the file, where more should follow.
      ([0x61, 0x0A, 0x62, 0xF0, 0x9F, 0x98], 2, 2), ([0xEF, 0xBB, 0xBF, 0x61, 0x80], 1, 2),
    ] as [([UInt8], Int, Int)])
  func `a byte that is no UTF-8 is reported with its line and its place in it`(bytes: [UInt8], line: Int, byte: Int)
    throws
  {
    for pieceSize in [16, 17, 1 << 16] {
      let problem = try problem(bytes, pieceSize: pieceSize)
      #expect([problem?.line, problem?.column] == [line, byte])
      guard case .notUTF8 = problem?.kind else {
        Issue.record("\(String(describing: problem))")
        continue
      }
    }
  }

  @Test func `a stray byte is named with what to do about it`() throws {
    #expect(
      try problem([0x61, 0x2C, 0xE9, 0x0A])?.finding(file: "crm.csv").description
        == "crm.csv:1:3: error: byte 3 of the line, 0xE9, is not UTF-8; "
        + "encoding: windows-1252 beside the file in the settings would read it")
    #expect(
      try problem(Array("a,é\n".utf8) + [0xC3, 0x28, 0xC3, 0xA9, 0xC3, 0xA9])?.finding(file: "crm.csv").description
        == "crm.csv:2:1: error: byte 1 of the line, 0xC3, is not UTF-8, and which encoding it is cannot be told; "
        + "save the file as UTF-8 (in Excel: CSV UTF-8)")
  }
}
