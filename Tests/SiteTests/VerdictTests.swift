import Foundation
import Health
import Testing

@testable import Site

/// What the pages say about the score, and about a model that has seen the outcomes.
@Suite struct VerdictTests {
  private static let example = ExampleSite.repository.appending(path: "examples/portfolio")
  private static let mark = "Fitted on these outcomes"

  /// The day of the example's report.
  private static let asOf = Day(year: 2026, month: 11, day: 16)
  /// A day on which few of its accounts had left: `C1019`, `C1054`, `C1063`, `C1074` and `C1082`.
  private static let early = Day(year: 2026, month: 3, day: 31)

  /// The pages of the example with something added to its model file, as text.
  private func pages(model addition: String = "", asOf day: Day? = asOf) async throws -> [String: String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vigie-verdict-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: Self.example, to: folder)
    let file = folder.appending(path: "model.yml")
    try Data((String(contentsOf: file, encoding: .utf8) + addition).utf8).write(to: file)
    return try await ExampleSite.files(of: folder, asOf: #require(day), version: "Vigie")
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
    #expect((fitted["backtest.html"]?.components(separatedBy: Self.mark).count ?? 0) - 1 == 11)
    #expect(fitted["backtest.html"]?.contains(", fitted on these outcomes") == true)
  }

  @Test func `a model fitted before any of these outcomes has seen none of them`() async throws {
    let pages = try await pages(model: "\nfitted: {on: 2020-01-01, outcomes: 40, until: 2019-12-31}\n")
    #expect(pages.values.allSatisfy { !$0.contains(Self.mark) })
  }

  @Test func `with five losses the pages say what is missing instead of a verdict, and say it once`() async throws {
    let pages = try await pages(asOf: Self.early)
    let backtest = try #require(pages["backtest.html"])
    #expect(backtest.contains("Not enough outcomes yet to say whether the score works"))
    #expect(backtest.contains("So far 5 were lost and"))
    #expect(backtest.contains("still missing: 5 lost and 0 kept"))
    #expect(!backtest.contains("class=\"roc\"") && !backtest.contains("id=\"curve\""))
    #expect(!backtest.contains("not enough outcomes yet<") && !backtest.contains("id=\"dimensions\""))
    let few = backtest.components(separatedBy: "it is too early to tell")
    #expect(few.count == 2)
    for thing in ["how well the score ranks accounts", "what the CSMs’ flags add", "what each dimension tells"] {
      #expect(few[1].contains(thing))
    }
    // Each of the three misses links to its calls week by week.
    #expect(
      Set(backtest.matches(of: /losses\/[^"]+\.html/).map { String($0.output) })
        .subtracting(["losses/index.html"]).count == 3)
  }

  @Test func `the page leads with what person and score saw, and with the direction of losses by score`() async throws {
    let page = try #require(try await pages()["backtest.html"])
    let found = "4 of 6 left where the CSM said yellow or red; where the CSM said green, 4 of 28, 14"
    let groups = "Here they do not: the highest scores"
    let first = try #require(page.range(of: found)).lowerBound
    #expect(first < (try #require(page.range(of: groups)).lowerBound))
    #expect(page.contains("Doubted by the CSM, not by the score:"))
    // Fewer than 20 accounts have a count and no rate.
    for rate in page.matches(of: /(\d+) of (\d+), \d+.?%/) {
      #expect(Int(rate.output.2).map { $0 >= 20 } == true, "\(rate.output.0)")
    }
  }

  @Test func `every edition tells its verdict in at most three sentences`() async throws {
    for day in [Self.asOf, Self.early] {
      let index = try #require(try await pages(asOf: day)["index.html"])
      let start = try #require(index.range(of: "section id=\"brief\"")).upperBound
      let list = index[start...].components(separatedBy: "</ul>")[0]
      let paragraph = try #require(list.components(separatedBy: "<li>").last)
      #expect(paragraph.matches(of: /[a-z]\. ?/).count <= 3, "\(paragraph)")
    }
  }

  /// The stories of `LostAccounts.swift`; the notice of C1011 came on 17 August, 110 days after her first yellow flag of
  /// 29 April and 26 after the red one of 22 July.
  @Test(
    arguments: [
      (
        "c_1011",
        "The score missed it; Maud Ekström had said yellow 15 weeks before notice (red 3 weeks before); the decision of "
          + "22 June 2026 sided with the score."
      ),
      ("c_1068", "The score saw it, the CSM did not; Tomás Ferreira said green."),
      (
        "c_1090",
        "The score saw it, the CSM did not; Aisha Rahman said green; the decision of 25 May 2026 sided with the CSM."
      ),
      ("c_1037", "Neither score nor CSM saw it in time; Jonas Weber said yellow only 4 weeks before notice."),
      (
        "c_1063",
        "The score missed it; Claire Delorme had said yellow 13 weeks before notice (red 5 days before); a decision was "
          + "deferred on 8 September 2025."
      ),
    ])
  func `a lost account says who saw it coming, on its page and in the table`(id: String, sentence: String) async throws
  {
    // A date does not break, nor does a number with its unit.
    let pages = try await pages().mapValues { $0.replacingOccurrences(of: "\u{A0}", with: " ") }
    let page = try #require(pages["losses/\(id).html"])
    #expect(page.contains(sentence))
    #expect(pages["losses/index.html"]?.contains(sentence) == true)
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
