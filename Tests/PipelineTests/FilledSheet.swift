import Foundation
import Health
import Languages
import Pipeline
import Review
import Sheets
import Tables
import Testing

/// A workbook of `vigie sheet` as somebody has it open: rows of texts that can be filled in, moved and saved.
struct FilledSheet {
  typealias Column = JudgementSheet.Column

  var header: [String]
  var rows: [[String]]
  private let heads: [Column: String]

  /// Opens a file whose heads are in a language.
  init(_ file: String, language: String = "en") throws {
    var reader = try TableReader(file: file)
    header = reader.header
    rows = []
    while try reader.advance() {
      rows.append(header.indices.map { cell in reader.withCell(cell) { String(decoding: $0, as: UTF8.self) } })
    }
    heads = try Self.heads(language)
  }

  private static func heads(_ language: String) throws -> [Column: String] {
    let file = try #require(Languages(.builtIn).file(language))
    let phrases = try Language(file).phrases
    return Dictionary(uniqueKeysWithValues: Column.allCases.map { ($0, phrases[$0.phrase] ?? "") })
  }

  func index(of column: Column) throws -> Int { try #require(header.firstIndex(of: heads[column] ?? "")) }

  subscript(account: String, column: Column) -> String {
    get throws {
      let row = try #require(try rows.first { try $0[index(of: .accountID)] == account })
      return try row[index(of: column)]
    }
  }

  /// Fills in cells of the row of an account.
  mutating func fill(_ account: String, _ cells: [Column: String]) throws {
    let id = try index(of: .accountID)
    let row = try #require(rows.firstIndex { $0[id] == account })
    for (column, text) in cells { rows[row][try index(of: column)] = text }
  }

  /// Saves it, with sheets of somebody's own beside it.
  func save(as file: String, name: String = "Tabelle1") throws {
    var sheet = WorkSheet(name)
    sheet.rows = ([header] + rows).map { $0.map { ($0.isEmpty ? .blank : .text($0), CellStyle()) } }
    var notes = WorkSheet("My notes")
    notes.rows = [[(.text("Call them on Friday"), CellStyle())]]
    let book = WorkBook(title: "", company: "", day: 0, sheets: [notes, sheet, WorkSheet("Empty")])
    try Data(try book.bytes()).write(to: URL(filePath: file))
  }
}

extension Starter {
  /// Writes the sheet of everybody, or of one person, and opens it.
  func sheet(for csm: String? = nil, asOf day: Day = asOf) async throws -> FilledSheet {
    let file = "\(folder.path)/asked-\(UUID().uuidString).xlsx"
    _ = try await workspace(asOf: day).writeSheet(for: csm, out: file)
    return try FilledSheet(file)
  }

  /// Saves sheets and takes them in.
  func collect(_ sheets: FilledSheet..., on day: Day = asOf) throws -> CollectedSheets {
    let files = sheets.indices.map { "\(folder.path)/back-\($0).xlsx" }
    for (sheet, file) in zip(sheets, files) { try sheet.save(as: file) }
    return try folder.collect(files, on: day)
  }

  /// The rows of a table, without its header.
  func table(_ name: String) throws -> [String] {
    let path = "\(folder.path)/data/\(name).csv"
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst().map(String.init)
  }
}
