import Foundation
import Health
import Testing

@testable import Site

/// Figures counted in different ways have different names, and everything that readers see has a name.
@Suite struct NamesTests {
  private static func pages(_ language: String = "en") async throws -> [String: String] {
    try await ExampleSite.files(
      of: ExampleSite.repository.appending(path: "examples/portfolio"), asOf: Day(number: 20_773), version: "Vigie",
      language: language
    ).mapValues { String(decoding: $0, as: UTF8.self).replacing("\u{A0}", with: " ") }
  }

  @Test(arguments: ["en", "fr"])
  func `a figure of the front page that no list counts bears the name of none`(language: String) throws {
    let words = try ExampleSite.words(language)
    let lists = words.all.filter { $0.key.hasPrefix("list_") }.map(\.text)
    #expect(lists.contains(words.code(.list, "renewals")))
    for phrase in [Phrase.retentionLabel, .atRiskLabel, .renewalsLabel] {
      #expect(!lists.contains(words(phrase)), "\(phrase.rawValue)")
    }
  }

  @Test(arguments: [("en", "Net", "Gross", "net: "), ("fr", "Nette", "Brute", "nette : ")])
  func `the change of retention says that it is the net one's, and the folded table has both`(
    language: String, net: String, gross: String, change: String
  ) async throws {
    let page = try #require(try await Self.pages(language)["index.html"])
    let figures = try #require(page.split(separator: "<dl class=\"five\">").last?.split(separator: "</details>").first)
    #expect(figures.contains("<dd>\(change)"))
    #expect(figures.contains("<th scope=\"col\">\(net)</th><th scope=\"col\">\(gross)</th>"))
    let latest = try #require(figures.split(separator: "<tbody>").last?.split(separator: "</tr>").first)
    let cells = latest.matches(of: /<td>([^<]*)<\/td>/).map { String($0.output.1) }
    let value = figures.prefix { $0 != "\u{B7}" }.split(separator: "</dd>").first ?? ""
    let shares = value.matches(of: /<span>([0-9.,]+\s?%) <small>/).map { String($0.output.1) }
    #expect(shares == Array(cells.prefix(2)) && shares.count == 2)
    #expect(cells.count == 6)
  }

  @Test func `a model that a segment is named for bears the segment's name, and colours are words`() async throws {
    let pages = try await Self.pages()
    let method = try #require(pages["method.html"])
    #expect(method.contains("<strong>Enterprise</strong>") && !method.contains(">enterprise<"))
    #expect(pages["segments/enterprise.html"]?.contains("Scored by the model Enterprise.") == true)
    #expect(method.contains("flag yellow or red; open risks = 0") && method.contains("band green; "))
    #expect(!method.contains("2 green") && !method.contains("band = "))
  }
}
