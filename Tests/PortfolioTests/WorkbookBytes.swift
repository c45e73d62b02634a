import CZip
import Foundation
import Testing

/// A workbook of sheets with texts, numbers and days, written part by part.
enum WorkbookBytes {
  /// A cell: a day is a number whose style says so.
  enum Cell: ExpressibleByStringLiteral {
    case text(String)
    case number(Double)
    case day(Int)

    init(stringLiteral text: String) { self = .text(text) }
  }

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// The bytes of a workbook.
  static func of(_ sheets: [(name: String, isHidden: Bool, rows: [[Cell]])]) throws -> Data {
    let entries = sheets.enumerated().map { number, sheet in
      let state = sheet.isHidden ? #" state="hidden""# : ""
      return #"<sheet name="\#(sheet.name)" sheetId="\#(number + 1)"\#(state) r:id="rId\#(number + 1)"/>"#
    }
    let related = sheets.indices.map { ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
    var parts = [
      "_rels/.rels": relationships([("rId1", "officeDocument", "xl/workbook.xml")]),
      "xl/workbook.xml":
        #"<workbook xmlns="\#(main)" xmlns:r="\#(office)"><sheets>\#(entries.joined())</sheets></workbook>"#,
      "xl/_rels/workbook.xml.rels": relationships(related + [("rId99", "styles", "styles.xml")]),
      "xl/styles.xml":
        #"<styleSheet xmlns="\#(main)"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#,
    ]
    for (number, sheet) in sheets.enumerated() {
      let rows = sheet.rows.map { row in "<row>\(row.map(xml).joined())</row>" }.joined()
      parts["xl/worksheets/sheet\(number + 1).xml"] =
        #"<worksheet xmlns="\#(main)"><sheetData>\#(rows)</sheetData></worksheet>"#
    }
    return try packed(parts)
  }

  private static func xml(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): text.isEmpty ? "<c/>" : #"<c t="inlineStr"><is><t>\#(text)</t></is></c>"#
    case .number(let number): "<c><v>\(number)</v></c>"
    case .day(let serial): #"<c s="1"><v>\#(serial)</v></c>"#
    }
  }

  private static func relationships(_ related: [(id: String, type: String, target: String)]) -> String {
    let entries = related.map {
      #"<Relationship Id="\#($0.id)" Type="\#(office)/\#($0.type)" Target="\#($0.target)"/>"#
    }
    return #"<Relationships xmlns="\#(package)">\#(entries.joined())</Relationships>"#
  }

  private static func packed(_ parts: [String: String]) throws -> Data {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    var code: CInt = 0
    let zip = try #require(zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code))
    // libzip reads the contents when it closes the archive.
    let held = parts.sorted { $0.key < $1.key }.map { name, text in
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: text.utf8.count, alignment: 1)
      copy.copyBytes(from: text.utf8)
      return (name: name, bytes: copy)
    }
    defer { for part in held { part.bytes.deallocate() } }
    for part in held {
      let source = zip_source_buffer(zip, part.bytes.baseAddress, zip_uint64_t(part.bytes.count), 0)
      try #require(zip_file_add(zip, part.name, source, 0) >= 0)
    }
    try #require(zip_close(zip) == 0)
    return try Data(contentsOf: URL(filePath: path))
  }
}
