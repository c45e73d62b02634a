import Foundation
import Health
import Testing

@testable import Site

/// What the pages say about the score, and about a model that has seen the outcomes.
@Suite struct VerdictTests {
  private static let example = ExampleSite.repository.appending(path: "examples/portfolio")
  private static let mark = "Fitted on these outcomes"

  /// The pages of the example with something added to its model file, as text.
  private func pages(model addition: String = "") async throws -> [String: String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vigie-verdict-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: Self.example, to: folder)
    let file = folder.appending(path: "model.yml")
    try Data((String(contentsOf: file, encoding: .utf8) + addition).utf8).write(to: file)
    let asOf = try #require(Day(year: 2026, month: 11, day: 16))
    return try await ExampleSite.files(of: folder, asOf: asOf, version: "Vigie")
      .filter { $0.key.hasSuffix(".html") || $0.key == "digest.txt" }.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `a fitted model is marked wherever its backtest is shown, and only it`() async throws {
    let plain = try await pages()
    #expect(plain.values.allSatisfy { !$0.contains(Self.mark) && !$0.contains("fitted on these outcomes") })
    let fitted = try await pages(model: "\nfitted: {on: 2026-11-01, outcomes: 40, until: 2026-10-31}\n")
    let marked = fitted.filter { $0.value.contains(Self.mark) }.keys
    let segments = fitted.keys.filter { $0.hasPrefix("segments/") && $0 != "segments/index.html" }
    #expect(!segments.isEmpty)
    let losses = fitted.keys.filter { $0.hasPrefix("losses/") }
    #expect(losses.count > 1)
    #expect(Set(marked) == Set(["index.html", "backtest.html", "digest.txt"] + segments + losses))
    // Below the title, at every chart and table of the page, and in the verdict.
    #expect((fitted["backtest.html"]?.components(separatedBy: Self.mark).count ?? 0) - 1 == 9)
    #expect(fitted["backtest.html"]?.contains("not enough outcomes yet, fitted on these outcomes") == true)
  }

  @Test func `a model fitted before any of these outcomes has seen none of them`() async throws {
    let pages = try await pages(model: "\nfitted: {on: 2020-01-01, outcomes: 40, until: 2019-12-31}\n")
    #expect(pages.values.allSatisfy { !$0.contains(Self.mark) })
  }

  @Test func `with six losses the pages say what is missing instead of a verdict`() async throws {
    let pages = try await pages()
    let backtest = try #require(pages["backtest.html"])
    #expect(backtest.contains("Not enough outcomes yet to say whether the score works"))
    #expect(backtest.contains("Still missing: 4 lost, 0 kept"))
    #expect(!backtest.contains("class=\"roc\""))
    #expect(pages["index.html"]?.contains("3 of 6 lost accounts were green") == true)
    // Each of the three misses links to its calls week by week.
    #expect(
      Set(backtest.matches(of: /losses\/[^"]+\.html/).map { String($0.output) }).subtracting(["losses/index.html"])
        .count == 3)
  }

  @Test func `every verdict has a headline and a meaning in both languages`() throws {
    for language in ["en", "fr"] {
      let words = try ExampleSite.words(language)
      let texts = ["not_enough", "cannot_tell", "chance", "worse_than_chance", "slight", "fair", "good", "strong"]
        .flatMap {
          [words.code(.verdict, $0), words.code(.verdictMeaning, $0)]
        }
      #expect(Set(texts).count == 16)
    }
  }
}
