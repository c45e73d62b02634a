import CZip
import Foundation
import Testing

@testable import Workbooks

/// A workbook written part by part, so that a test can hold any XML.
struct WorkbookFile {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  var parts: [String: [UInt8]]

  /// A workbook of one sheet.
  ///
  /// - Parameters:
  ///   - rows: what is in `sheetData`.
  ///   - texts: what is in `sst`; no part at all without it.
  ///   - formats: codes by the numbers from 164; styles `s` are these after the default one, and built-in ones by id.
  init(
    rows: String = "", texts: String? = nil, formats: [String] = [], builtIn: [Int] = [], properties: String = "",
    calculation: String = ""
  ) {
    parts = [
      "_rels/.rels": Array(Self.relationships([("rId1", "\(Self.office)/officeDocument", "xl/workbook.xml")]).utf8),
      "xl/workbook.xml": Array(
        """
        <workbook xmlns="\(Self.main)" xmlns:r="\(Self.office)"><workbookPr \(properties)/>
        <sheets><sheet name="Accounts" sheetId="1" r:id="rId1"/></sheets>\(calculation)</workbook>
        """.utf8),
      "xl/worksheets/sheet1.xml": Array(Self.sheet(rows).utf8),
    ]
    var related = [("rId1", "\(Self.office)/worksheet", "worksheets/sheet1.xml")]
    if let texts {
      parts["xl/sharedStrings.xml"] = Array(#"<sst xmlns="\#(Self.main)">\#(texts)</sst>"#.utf8)
      related.append(("rId2", "\(Self.office)/sharedStrings", "sharedStrings.xml"))
    }
    if !formats.isEmpty || !builtIn.isEmpty {
      let codes = formats.enumerated().map { number, code in
        let escaped = code.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
        return #"<numFmt numFmtId="\#(164 + number)" formatCode="\#(escaped)"/>"#
      }
      let ids = [0] + formats.indices.map { 164 + $0 } + builtIn
      parts["xl/styles.xml"] = Array(
        """
        <styleSheet xmlns="\(Self.main)"><numFmts>\(codes.joined())</numFmts>
        <cellStyleXfs><xf numFmtId="14"/><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs>\(ids.map { #"<xf numFmtId="\#($0)"/>"# }.joined())</cellXfs></styleSheet>
        """.utf8)
      related.append(("rId3", "\(Self.office)/styles", "styles.xml"))
    }
    parts["xl/_rels/workbook.xml.rels"] = Array(Self.relationships(related).utf8)
  }

  static func sheet(_ rows: String) -> String {
    #"<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="\#(main)"><sheetData>\#(rows)</sheetData></worksheet>"#
  }

  static func relationships(_ related: [(id: String, type: String, target: String)]) -> String {
    let entries = related.map { #"<Relationship Id="\#($0.id)" Type="\#($0.type)" Target="\#($0.target)"/>"# }
    return #"<Relationships xmlns="\#(package)">\#(entries.joined())</Relationships>"#
  }

  subscript(part: String) -> String {
    get { String(decoding: parts[part] ?? [], as: UTF8.self) }
    set { parts[part] = Array(newValue.utf8) }
  }

  /// The file as bytes.
  func bytes() throws -> [UInt8] {
    try withTemporaryPath { path in
      var code: CInt = 0
      let zip = try #require(zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code))
      // libzip reads the contents when it closes the archive.
      let held = parts.sorted { $0.key < $1.key }.map { name, bytes in
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
        copy.copyBytes(from: bytes)
        return (name: name, bytes: UnsafeMutableRawBufferPointer(rebasing: copy[..<bytes.count]))
      }
      defer { for part in held { part.bytes.baseAddress?.deallocate() } }
      for part in held {
        let source = zip_source_buffer(zip, part.bytes.baseAddress, zip_uint64_t(part.bytes.count), 0)
        try #require(zip_file_add(zip, part.name, source, 0) >= 0)
      }
      try #require(zip_close(zip) == 0)
      return Array(try Data(contentsOf: URL(filePath: path)))
    }
  }

  /// The rows of a sheet.
  func rows(ofSheet index: Int = 0, limits: WorkbookLimits = WorkbookLimits()) throws -> [Row] {
    try withFile(bytes()) { path in
      let workbook = try Workbook(path: path, limits: limits)
      var rows = try workbook.rows(ofSheet: index)
      return try Row.all(of: &rows)
    }
  }

  /// The cells of the only row.
  func cells() throws -> [String] {
    let rows = try rows()
    try #require(rows.count == 1)
    return rows[0].cells
  }

  /// The problem that reading ends with; nil where there is none.
  func problem(limits: WorkbookLimits = WorkbookLimits()) throws -> WorkbookProblem? {
    do {
      _ = try rows(limits: limits)
      return nil
    } catch let problem as WorkbookProblem {
      return problem
    }
  }
}

/// A row as tests write it: `number 12`, `text a`, `blank`.
struct Row: Equatable {
  let number: Int
  let cells: [String]

  init(_ number: Int, _ cells: [String]) {
    self.number = number
    self.cells = cells
  }

  static func all(of rows: inout WorkbookRows) throws(WorkbookProblem) -> [Row] {
    var all: [Row] = []
    while try rows.advance() { all.append(Row(rows.row, cells(of: rows))) }
    return all
  }

  static func cells(of rows: borrowing WorkbookRows) -> [String] {
    (0..<rows.count).map { cell in
      let text = rows.withCell(cell) { String(validating: $0, as: UTF8.self) ?? "not UTF-8" }
      return text.isEmpty ? "\(rows.kind(of: cell))" : "\(rows.kind(of: cell)) \(text)"
    }
  }
}

func withTemporaryPath<Result>(_ body: (String) throws -> Result) throws -> Result {
  let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).xlsx").path
  defer { try? FileManager.default.removeItem(atPath: path) }
  return try body(path)
}

func withFile<Result>(_ bytes: some Sequence<UInt8>, _ body: (String) throws -> Result) throws -> Result {
  try withTemporaryPath { path in
    try Data(bytes).write(to: URL(filePath: path))
    return try body(path)
  }
}

/// Reads all of a file, and gives the problem that this ends with; nil where there is none.
func problem(of bytes: some Sequence<UInt8>) throws -> WorkbookProblem? {
  try withFile(bytes) { path in
    do {
      let workbook = try Workbook(path: path)
      for index in workbook.sheets.indices {
        var rows = try workbook.rows(ofSheet: index)
        _ = try Row.all(of: &rows)
      }
      return nil
    } catch let problem as WorkbookProblem {
      return problem
    }
  }
}

/// A text in UTF-16 with its mark, the small byte of a character first.
func utf16(_ text: String) -> [UInt8] {
  [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
}
