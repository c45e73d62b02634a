import Foundation
import Health
import Portfolio
import Testing

@testable import Site

@Suite struct FrenchSiteTests {
  private static let example = ExampleSite.repository.appending(path: "examples/portfolio")

  @Test func `a French site has no English of ours`() async throws {
    let asOf = try #require(Day(year: 2026, month: 11, day: 16))
    let english = try Self.words(of: "en").filter { $0.utf8.count > 4 }
    let candidates = english.subtracting(try Self.words(of: "fr")).subtracting(try Self.words(ofData: asOf))
    // What the example's own data says cannot be told from ours; enough is left to notice any sentence.
    #expect(candidates.count > 100)
    let files = try await ExampleSite.files(of: Self.example, asOf: asOf, version: "Vigie", language: "fr")
    let pages = files.filter { $0.key.hasSuffix(".html") }
    #expect(pages.count > 40)
    for (path, html) in pages {
      #expect(PageText(html).words.intersection(candidates) == [], "\(path)")
    }
  }

  /// Every word of a language file.
  private static func words(of language: String) throws -> Set<String> {
    let phrases = try ExampleSite.words(language).all.map(\.text)
    return phrases.reduce(into: []) { words, phrase in
      // The names of places are no words.
      let parts = phrase.split(separator: "{").map { part in
        part.split(separator: "}", omittingEmptySubsequences: false).last ?? part
      }
      for part in parts { words.formUnion(PageText.words(in: Array(part.utf8))) }
    }
  }

  /// Every word that the example brings: its tables and notes, and the names in its settings and its model.
  private static func words(ofData asOf: Day) throws -> Set<String> {
    let portfolio = try loadPortfolio(example.path, asOf: asOf)
    let models = portfolio.models
    let change = models.changed
    var names =
      [portfolio.settings.title] + portfolio.settings.rubric.values
      + [change?.by, change?.why, change?.expected].compactMap { $0 }
    for model in models.all {
      names.append(model.id)
      names += model.caps.map(\.why)
      for dimension in model.dimensions {
        names.append(dimension.id)
        names += dimension.measures.flatMap { [$0.key, $0.of, $0.per ?? ""] }
      }
    }
    for segment in models.segments { names += [segment.id, segment.name] + segment.conditions.map(\.column) }
    var words: Set<String> = names.reduce(into: []) { $0.formUnion(PageText.words(in: Array($1.utf8))) }
    for path in portfolio.inputs where !path.hasSuffix(".yml") {
      words.formUnion(PageText.words(in: Array(try Data(contentsOf: URL(filePath: path)))))
    }
    return words
  }
}
