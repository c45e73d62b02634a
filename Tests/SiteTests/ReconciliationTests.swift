import BuiltInTemplates
import Foundation
import Health
import Languages
import Oracle
import Pipeline
import Site
import Testing

@testable import example_site

/// What several pages tell, all of them tell alike: each figure has one definition.
@Suite struct ReconciliationTests {
  /// More seeds on demand: `RECONCILE_SEEDS=200 ./dev test --filter ReconciliationTests`.
  static let seeds = 0..<(ProcessInfo.processInfo.environment["RECONCILE_SEEDS"].flatMap(UInt64.init) ?? 3)

  @Test(arguments: ["en", "fr"])
  func `no page of the example contradicts another`(language: String) async throws {
    let figures = try SiteFigures(try await Self.published(language), words: ExampleSite.words(language))
    #expect(figures.claims.contradictions.isEmpty, "\(figures.claims.contradictions.joined(separator: "\n"))")
    // A comparison that finds nothing to compare holds always.
    let compared = figures.claims.compared
    for figure in [
      "accounts", "ARR", "accounts green", "ARR unscored", "ARR at risk", "accounts at risk", "exposure",
      "retention net", "retention gross", "accounts of a year ago", "ARR renewing not green", "renewals in 90 days",
      "renewals on no list", "open divergences", "open divergences overdue", "flags due", "flags late",
      "decisions due", "decisions late", "lost since the last edition", "losses of a year", "spot checks",
      "late data in the mean", "due day of accounts/c_1015.html", "late on renewals",
    ] {
      #expect(compared.contains(figure), "\(figure)")
    }
    #expect(compared.count > 150, "\(compared.count)")
  }

  @Test func `both languages tell the same numbers`() async throws {
    let english = try SiteFigures(try await Self.published("en"), words: ExampleSite.words("en")).claims.numbers
    let french = try SiteFigures(try await Self.published("fr"), words: ExampleSite.words("fr")).claims.numbers
    #expect(Set(english.keys) == Set(french.keys))
    for (figure, numbers) in english { #expect(french[figure] == numbers, "\(figure)") }
  }

  @Test func `a page that says another number is found`() async throws {
    let files = try await Self.published("en")
    let words = try ExampleSite.words("en")
    for (path, from, to, figure) in [
      ("index.html", "41 active accounts", "42 active accounts", "accounts"),
      ("index.html", ", 6 overdue.", ", 7 overdue.", "decisions late"),
      ("retention.html", "<h1>95.3%", "<h1>95.4%", "retention net"),
      ("figures/arr-at-risk.html", "8 accounts · €768k", "8 accounts · €769k", "ARR at risk"),
      (
        "lists/green-but-falling.html", ">26\u{A0}Oct\u{A0}2026<", ">2\u{A0}Nov\u{A0}2026<",
        "due day of accounts/c_1001.html"
      ),
      ("digest.txt", "26 of 41", "27 of 41", "accounts green"),
      ("csms/index.html", ">€677k<", ">€687k<", "ARR"),
    ] {
      var tampered = files
      let text = String(decoding: try #require(files[path]), as: UTF8.self)
      #expect(text.contains(from), "\(path): \(from)")
      tampered[path] = Array(text.replacing(from, with: to).utf8)
      let found = try SiteFigures(tampered, words: words).claims.contradictions
      #expect(found.contains { $0.hasPrefix(figure + ":") }, "\(path): \(found)")
    }
  }

  @Test(arguments: seeds)
  func `no page of a random portfolio contradicts another`(seed: UInt64) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vigie-reconcile-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let random = RandomPortfolio(seed: seed)
    try random.write(to: folder)
    let asOf = try #require(Day(iso: random.asOf))
    let language = seed % 2 == 0 ? "en" : "fr"
    let files = try await ExampleSite.files(of: folder, asOf: asOf, version: "test", language: language)
    let claims = try SiteFigures(files, words: ExampleSite.words(language), isPlain: false).claims
    #expect(claims.contradictions.isEmpty, "seed \(seed): \(claims.contradictions.joined(separator: "\n"))")
    #expect(claims.compared.count > 20, "seed \(seed)")
  }

  /// The site of the example's last edition, with those before it, in a language; published once.
  private static func published(_ language: String) async throws -> [String: [UInt8]] {
    try await (language == "en" ? english : french).value
  }

  private static let english = Task { try await publish("en") }
  private static let french = Task { try await publish("fr") }

  private static func publish(_ language: String) async throws -> [String: [UInt8]] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vigie-reconcile-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (folder.appending(path: "input"), folder.appending(path: "output"))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: ExampleSite.repository.appending(path: "examples/portfolio"), to: input)
    let settings = input.appending(path: "vigie.yml")
    let text = try String(contentsOf: settings, encoding: .utf8)
    try Data(text.replacing("\nlocale: en", with: "\nlocale: \(language)").utf8).write(to: settings)
    try await PublishedExample.publish(input.path, in: output.path)
    let site = output.appending(path: "site")
    var files: [String: [UInt8]] = [:]
    for path in try #require(FileManager.default.enumerator(atPath: site.path)).compactMap({ $0 as? String }) {
      if let bytes = try? Data(contentsOf: site.appending(path: path)) { files[path] = Array(bytes) }
    }
    return files
  }
}
