import Foundation
import Health
import HostileFixture
import Testing

/// The top of an account's page.
@Suite struct BriefPageTests {
  private static let asOf = Day(number: 20_773)

  /// What a page quotes, with the five references of HTML resolved; by bytes, since a character can hide a `&`.
  private static func quotes(in page: [UInt8]) -> [[UInt8]] {
    page.split(separator: Array("<q>".utf8), omittingEmptySubsequences: false).dropFirst().map { piece in
      let quote = Array(piece.split(separator: Array("</q>".utf8), omittingEmptySubsequences: false)[0])
      return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(quote) {
        $0.replacing(Array($1.0.utf8), with: Array($1.1.utf8))
      }
    }
  }

  @Test func `every sentence on a page of the example stands in its data, and the page is light`() async throws {
    let example = ExampleSite.repository.appending(path: "examples/portfolio")
    let data = example.appending(path: "data")
    let inputs = try #require(FileManager.default.enumerator(atPath: data.path)).compactMap { $0 as? String }
      .filter { $0.hasSuffix(".csv") || $0.hasSuffix(".md") }
      .map { try String(contentsOf: data.appending(path: $0), encoding: .utf8).replacing("\"\"", with: "\"") }
    let files = try await ExampleSite.files(of: example, asOf: Self.asOf, version: "Vigie")
    var quoted = 0
    for (path, page) in files where path.hasPrefix("accounts/") && !path.hasPrefix("accounts/index") {
      #expect(page.count < 40_000, "\(path): \(page.count)")
      let quotes = Self.quotes(in: page)
      quoted += quotes.count
      #expect(quotes.count <= 3)
      for quote in quotes {
        #expect(inputs.contains { $0.utf8.contains(quote) }, "\(path): \(String(decoding: quote, as: UTF8.self))")
      }
    }
    #expect(quoted > 40)
  }

  @Test func `what a hostile note says is quoted as it stands or not at all`() async throws {
    let texts = HostileTexts.distinct(HostileTexts.own)
    let folder = FileManager.default.temporaryDirectory.appending(path: "vigie-said-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder.appending(path: "data/notes"), withIntermediateDirectories: true)
    let rows = texts.indices.map { "n\($0),Account\n" }.joined()
    try Data("account_id,name\n\(rows)".utf8).write(to: folder.appending(path: "data/accounts.csv"))
    try Data("account_id,date,use\nn0,2026-11-14,0\n".utf8).write(to: folder.appending(path: "data/measures.csv"))
    let model = "version: v\ndimensions:\n  use:\n    weight: 1\n    measures:\n      use: {worst: 0, best: 1}\n"
    try Data(model.utf8).write(to: folder.appending(path: "model.yml"))
    for (index, text) in texts.enumerated() {
      try Data("## 2026-11-10\n\nThe first words are \(text)".utf8)
        .write(to: folder.appending(path: "data/notes/n\(index).md"))
    }
    let files = try await ExampleSite.files(of: folder, asOf: Self.asOf, version: "Vigie")
    var quoted = 0
    for (index, text) in texts.enumerated() {
      let quotes = Self.quotes(in: try #require(files["accounts/n\(index).html"]))
      quoted += quotes.count
      for quote in quotes {
        #expect("The first words are \(text)".utf8.contains(quote), "\(text.debugDescription)")
      }
    }
    #expect(quoted > texts.count / 2)
  }
}
