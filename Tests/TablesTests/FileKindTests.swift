import Findings
import Testing

@testable import Tables

/// Files that are not CSV files, whatever their names.
@Suite struct FileKindTests {
  private static let table = "account_id,name\nA-1,Ærø\n"

  private static func utf16(_ mark: [UInt8], isBig: Bool) -> [UInt8] {
    mark + table.utf16.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  static let files: [(kind: FileKind, bytes: [UInt8])] = [
    (.workbook, [0x50, 0x4B, 3, 4] + Array("......[Content_Types].xml".utf8)),
    (.openDocument, [0x50, 0x4B, 3, 4] + Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8)),
    (.zip, [0x50, 0x4B, 3, 4] + Array("accounts.csv".utf8)), (.zip, [0x50, 0x4B, 5, 6]),
    (.oldWorkbook, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]), (.gzip, [0x1F, 0x8B, 8, 0]),
    (.bzip2, Array("BZh91AY".utf8)), (.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0]),
    (.zstandard, [0x28, 0xB5, 0x2F, 0xFD]),
    (.sqlite, Array("SQLite format 3\0....".utf8)), (.parquet, Array("PAR1....".utf8)), (.pdf, Array("%PDF-1.7".utf8)),
    (.webPage, Array("\n<!DOCTYPE HTML>\n<html>".utf8)), (.webPage, Array("<html lang=en>".utf8)),
    (.webPage, [0xEF, 0xBB, 0xBF] + Array("<HTML>".utf8)), (.xml, Array("<?xml version=\"1.0\"?>".utf8)),
    (.json, Array("[{\"id\": 1}]".utf8)), (.json, Array("{\"accounts\": []}".utf8)),
    (.json, Array("{\n  \"a\": 1}".utf8)),
    (.rtf, Array("{\\rtf1\\ansi".utf8)),
    (.gitLFSPointer, Array("version https://git-lfs.github.com/spec/v1\noid".utf8)),
    (.gitAnnexPointer, Array("/annex/objects/SHA256E-s1--ab.csv\n".utf8)), (.utf16, utf16([0xFF, 0xFE], isBig: false)),
    (.utf16, utf16([0xFE, 0xFF], isBig: true)), (.utf16WithoutMark, utf16([], isBig: false)),
    (.utf16WithoutMark, utf16([], isBig: true)),
    (
      .utf16WithoutMark,
      Array("account_id\n".utf8).flatMap { [$0, 0] } + Array(repeating: [0x38, 0x04], count: 90).joined()
    ),
    (.utf32, Array("account_id\n".utf8).flatMap { [$0, 0, 0, 0] }),
    (.document, [0x50, 0x4B, 3, 4] + Array("......[Content_Types].xml......word/document.xml".utf8)),
    (.binary, [0x89] + Array("PNG\r\n".utf8) + [0x1A, 0x0A, 0, 0, 0, 0x0D] + Array("IHDR".utf8) + [0, 0, 2, 0x80]),
    (.binary, Array(repeating: 0, count: 500)), (.utf32, [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0]),
  ]

  @Test(arguments: files)
  func `a file of another kind is named for what it is`(kind: FileKind, bytes: [UInt8]) throws {
    #expect(FileKind(bytes: bytes) == kind)
    // These are decoded on the way.
    let isDecoded = kind == .gzip || kind == .utf16
    #expect(try (problem(bytes) == TableProblem(.otherKind(kind))) != isDecoded)
  }

  @Test func `every kind is tried and says what to do`() throws {
    #expect(Set(Self.files.map(\.kind)) == Set(FileKind.allCases))
    for kind in FileKind.allCases {
      let words = TableProblem(.otherKind(kind)).finding(file: "crm.csv").description
      #expect(words.hasPrefix("crm.csv: error: the file is ") && words.contains("; "), "\(words)")
    }
    #expect(
      TableProblem(.otherKind(.webPage)).finding(file: "crm.csv").description
        == "crm.csv: error: the file is a web page, not a table; sign in and export it again")
  }

  @Test(arguments: [
    table, "PK,name\n", "id\n", "a", "<b>,c\n", "version,oid\n", "[a],b\n", "{a},b\n", "BZ,h\n", "\u{FEFF}id,name\n",
    "%,PDF\n", "a\u{0},b\n" + String(repeating: "c,d\n", count: 99), "\u{1F600},\u{10FFFF}\n",
  ])
  func `a table is a table, whatever its first cell is called`(text: String) throws {
    #expect(try problem(Array(text.utf8)) == nil)
  }
}
