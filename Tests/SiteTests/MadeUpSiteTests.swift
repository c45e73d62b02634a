import Foundation
import Health
import LanguageFixture
import Pipeline
import Testing

@testable import Site

/// A language is one file: a site in an unheard-of language uses it on every page.
@Suite struct MadeUpSiteTests {
  private static func files() async throws -> [String: [UInt8]] {
    let portfolio = try GreekPortfolio()
    let model = portfolio.folder.appending(path: "model.yml")
    // The model names its measures in this language too.
    try String(contentsOf: model, encoding: .utf8)
      .replacing(/fr: ([^,}\n]*)/) { "fr: \($0.output.1), \(MadeUpLanguage.code): \($0.output.1)" }
      .write(to: model, atomically: true, encoding: .utf8)
    let templates = portfolio.folder.appending(path: "templates")
    try FileManager.default.createDirectory(at: templates.appending(path: "words"), withIntermediateDirectories: true)
    try Data(MadeUpLanguage.file().utf8).write(to: templates.appending(path: "words/\(MadeUpLanguage.code).yml"))
    return try await ExampleSite.files(
      of: portfolio.folder, asOf: #require(Day(year: 2026, month: 11, day: 16)), version: "Vigie",
      language: MadeUpLanguage.code, templates: .folder(templates.path))
  }

  @Test func `every page speaks a language of one file, and no word is left of any other`() async throws {
    let files = try await Self.files()
    let pages = files.filter { $0.key.hasSuffix(".html") }
    #expect(pages.count > 60)
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      // The example's customers in France have the French code in their row.
      let strange = LatinWords.words(of: path, bytes).subtracting(["vigie", MadeUpLanguage.code, "fr"])
        .subtracting(LatinWords.quotedNames[path] ?? [])
      #expect(strange == [], "\(path)")
    }
    for (path, bytes) in pages {
      let page = String(decoding: bytes, as: UTF8.self)
      #expect(page.contains("<html lang=\"xx\""), "\(path)")
      #expect(page.contains(MadeUpLanguage.spoken("Accounts")), "\(path)")
    }
  }

  @Test func `counts, numbers, money and days follow the rules and formats of the file`() async throws {
    let texts = try await Self.files().values.map {
      String(decoding: $0, as: UTF8.self).replacing("\u{A0}", with: " ")
    }
    func shows(_ text: String) -> Bool { texts.contains { $0.contains(text) } }
    let (few, many) = (MadeUpLanguage.marks["few", default: ""], MadeUpLanguage.marks["many", default: ""])
    let (day, days) = (MadeUpLanguage.spoken("day"), MadeUpLanguage.spoken("days"))
    #expect(shows("\(few)4 \(days)"))
    #expect(shows("\(many)77 \(days)") && shows("\(many)212 \(days)"))
    #expect(shows("21 \(day)") && !shows("21 \(days)"))
    #expect(shows("2026 \(MadeUpLanguage.spoken("November")) 16"))
    #expect(shows("ш€") && shows("·") && shows("’"))
    #expect(shows("№64 "))
  }
}
