import Foundation
import Health
import Testing

@testable import Site

@Suite struct AccountColumnPageTests {
  /// A cell of a column, and how English and French write it.
  private static func cell(_ kind: AccountColumn.Kind) -> (cell: String, en: String, fr: String) {
    switch kind {
    case .number: ("12345", "12,345", "12 345")
    case .money: ("1234567", "€1,234,567", "1 234 567 €")
    case .day: ("2025-03-01", "1 March 2025", "1er mars 2025")
    case .language: ("fr", "fr", "fr")
    case .id, .name, .text, .category: ("Northern", "Northern", "Northern")
    }
  }

  @Test(arguments: ["en", "fr"])
  func `every language has a word for what is listed and for what can be measured`(language: String) throws {
    let words = try ExampleSite.words(language)
    for column in AccountColumn.all where column.placement == .listed || column.kind.isNumeric {
      #expect(words.knownName(column.name) != nil, "name_\(column.name)")
    }
    for measure in DerivedMeasure.allCases { #expect(words.knownName(measure.rawValue) != nil, "\(measure)") }
  }

  @Test(arguments: ["en", "fr"])
  func `the page of an account lists every column that is to be listed, and no other`(language: String) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vigie-columns-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder.appending(path: "data"), withIntermediateDirectories: true)
    let columns = AccountColumn.all.filter { $0 != .endedOn }
    let table =
      columns.map(\.name).joined(separator: ",") + ",own_mark\n"
      + columns.map { Self.cell($0.kind).cell }.joined(separator: ",") + ",007\n"
    try Data(table.utf8).write(to: folder.appending(path: "data/accounts.csv"))
    try Data("account_id,date,logins\nNorthern,2026-11-09,5\n".utf8).write(
      to: folder.appending(path: "data/measures.csv"))
    let files = try await ExampleSite.files(
      of: folder, asOf: Day(number: 20_773), version: "Vigie", language: language)
    let page = try #require(
      files.first { $0.key.hasPrefix("accounts/") && !$0.key.hasPrefix("accounts/index.") }?.value)
    let text = String(decoding: page, as: UTF8.self).replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    let facts = text.matches(of: /<th scope="row">([^<]*)<\/th>\n<td>([^<]*)<\/td>\n<\/tr>/)
      .map { "\($0.output.1): \($0.output.2)" }
    let words = try ExampleSite.words(language)
    let listed = columns.filter { $0.placement == .listed }.map { column in
      let cell = Self.cell(column.kind)
      return "\(words.knownName(column.name) ?? ""): \(language == "fr" ? cell.fr : cell.en)"
    }
    let composed: [Phrase] = [.arrLabel, .ownerLabel, .segmentLabel, .renewsLabel, .customerSince]
    #expect(Set(facts.dropFirst(composed.count)) == Set(listed + ["own mark: 007"]))
    #expect(facts.prefix(composed.count).map { $0.prefix { $0 != ":" } } == composed.map { words($0)[...] })
  }
}
