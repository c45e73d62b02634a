import CXLSXWriter
import Foundation

/// The workbook in which the CSMs keep what they think of their accounts.
enum FlagsWorkbook {
  static let header = ["Account", "Checked on", "CSM", "RAG", "Why", "Comment"]

  /// The account of a row whose look-up failed; its other cells are blank.
  static let brokenAccount = "#N/A"

  static func workbook(_ facts: Facts) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: "example-exports-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    guard let book = workbook_new(file.path) else { throw WorkbookFailure(code: -1) }
    // The library would take the time of the clock.
    var properties = lxw_doc_properties()
    properties.created = Calendar.asOf.number * 86_400 + 7 * 3600
    workbook_set_properties(book, &properties)
    let sheets = Sheets(book)
    sheets.writeReadMe()
    sheets.writeFlags(facts.judgements)
    sheets.writeLists()
    let code = workbook_close(book)
    guard code == LXW_NO_ERROR else { throw WorkbookFailure(code: Int(code.rawValue)) }
    return [UInt8](try Data(contentsOf: file))
  }

  struct WorkbookFailure: Error { let code: Int }
}

/// The sheets of the workbook, and how their cells look.
private struct Sheets {
  private typealias Format = UnsafeMutablePointer<lxw_format>

  private let readMe: UnsafeMutablePointer<lxw_worksheet>?
  private let flags: UnsafeMutablePointer<lxw_worksheet>?
  private let lists: UnsafeMutablePointer<lxw_worksheet>?
  private let title: Format?
  private let bold: Format?
  private let plain: Format?
  private let wrapped: Format?
  private let days: [Format?]
  private let colours: [RAG: Format]

  init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    readMe = workbook_add_worksheet(book, "Read me")
    flags = workbook_add_worksheet(book, "Flags")
    lists = workbook_add_worksheet(book, "Lists")
    title = workbook_add_format(book)
    format_set_bold(title)
    format_set_font_size(title, 14)
    bold = workbook_add_format(book)
    format_set_bold(bold)
    plain = workbook_add_format(book)
    wrapped = workbook_add_format(book)
    format_set_text_wrap(wrapped)
    // Most days look as in Germany; those of who prefers it otherwise are the same kind of cell.
    days = ["dd.mm.yyyy", "d mmm yyyy"].map { pattern in
      let format = workbook_add_format(book)
      format_set_num_format(format, pattern)
      return format
    }
    let fills: [(RAG, lxw_color_t)] = [(.onTrack, 0xC6E0B4), (.watch, 0xFFE699), (.atRisk, 0xF8CBAD)]
    colours = Dictionary(
      uniqueKeysWithValues: fills.compactMap { rag, colour in
        guard let format = workbook_add_format(book) else { return nil }
        format_set_bg_color(format, colour)
        return (rag, format)
      })
  }

  func writeReadMe() {
    let lines = [
      "What this workbook is",
      "One row on sheet Flags each time you have looked at an account. Never change an old row.",
      "On track: I expect them to renew. Watch: something could cost us the renewal.",
      "At risk: they leave if nothing changes.",
      "Why is one short sentence; everything else goes into Comment.",
    ]
    for (row, line) in lines.enumerated() {
      worksheet_write_string(readMe, UInt32(row), 0, line, row == 0 ? title : nil)
    }
    worksheet_set_column(readMe, 0, 0, 110, nil)
  }

  func writeFlags(_ judgements: [Judgement]) {
    worksheet_merge_range(flags, 0, 0, 0, 5, "How our accounts are", title)
    worksheet_merge_range(flags, 1, 0, 1, 5, "Filled in by the CSMs, on Fridays at the latest", plain)
    for (column, name) in FlagsWorkbook.header.enumerated() {
      worksheet_write_string(flags, 3, UInt16(column), name, bold)
    }
    for (column, width) in [34.0, 12, 17, 10, 44, 70].enumerated() {
      worksheet_set_column(flags, UInt16(column), UInt16(column), width, nil)
    }
    worksheet_freeze_panes(flags, 4, 1)
    var row: UInt32 = 4
    for (index, judgement) in judgements.enumerated() {
      if index == judgements.count * 2 / 3 {
        worksheet_write_string(flags, row, 0, FlagsWorkbook.brokenAccount, nil)
        row += 1
      }
      write(judgement, row)
      row += 1
    }
    limitToWords(4, row)
  }

  private func write(_ judgement: Judgement, _ row: UInt32) {
    // A blank that nobody sees.
    let isSloppy = row % 97 == 11
    worksheet_write_string(flags, row, 0, judgement.account.name + (isSloppy ? " " : ""), nil)
    let parts = judgement.day.parts
    var day = lxw_datetime(
      year: Int32(parts.year), month: Int32(parts.month), day: Int32(parts.day), hour: 0, min: 0, sec: 0)
    worksheet_write_datetime(flags, row, 1, &day, days[judgement.csm == .dev ? 1 : 0])
    worksheet_write_string(flags, row, 2, judgement.csm.rawValue, nil)
    worksheet_write_string(flags, row, 3, judgement.rag.rawValue, colours[judgement.rag])
    if let why = judgement.why { worksheet_write_string(flags, row, 4, why, nil) }
    guard let comment = judgement.comment else { return }
    let sentences = comment.split(separator: ". ", maxSplits: 1)
    if judgement.isRich, sentences.count == 2 {
      writeRich(first: "\(sentences[0]). ", rest: String(sentences[1]), row)
    } else {
      worksheet_write_string(flags, row, 5, comment, wrapped)
    }
  }

  /// Writes a comment whose first sentence is bold.
  private func writeRich(first: String, rest: String, _ row: UInt32) {
    first.withCString { first in
      rest.withCString { rest in
        var parts = [
          lxw_rich_string_tuple(format: bold, string: UnsafeMutablePointer(mutating: first)),
          lxw_rich_string_tuple(format: nil, string: UnsafeMutablePointer(mutating: rest)),
        ]
        parts.withUnsafeMutableBufferPointer { parts in
          guard let start = parts.baseAddress else { return }
          var pointers: [UnsafeMutablePointer<lxw_rich_string_tuple>?] = [start, start + 1, nil]
          worksheet_write_rich_string(flags, row, 5, &pointers, wrapped)
        }
      }
    }
  }

  /// Lets the column RAG take only the words of the hidden sheet.
  private func limitToWords(_ first: UInt32, _ last: UInt32) {
    "=Lists!$A$2:$A$4".withCString { formula in
      var validation = lxw_data_validation()
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      validation.value_formula = UnsafeMutablePointer(mutating: formula)
      worksheet_data_validation_range(flags, first, 3, last, 3, &validation)
    }
  }

  func writeLists() {
    write("RAG", above: RAG.allCases.map(\.rawValue), column: 0)
    write("CSM", above: CSM.allCases.map(\.rawValue), column: 1)
    worksheet_hide(lists)
  }

  private func write(_ name: String, above words: [String], column: UInt16) {
    worksheet_write_string(lists, 0, column, name, bold)
    for (row, word) in words.enumerated() { worksheet_write_string(lists, UInt32(row + 1), column, word, nil) }
  }
}
