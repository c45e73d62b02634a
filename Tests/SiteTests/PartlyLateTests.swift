import Foundation
import Health
import Portfolio
import Testing

@testable import Site

/// What readers see when data stop arriving for some accounts.
@Suite struct PartlyLateTests {
  private static let example = ExampleSite.repository.appending(path: "examples/portfolio")
  private static let asOf = Day(number: 20_773)
  /// The last day on which a weekly measure of the example is still fresh on 2026-11-16.
  private static let freshSince = "2026-11-02"

  /// The site of the example without the rows since 26 October of accounts whose ids end in certain digits, with the
  /// number of stale active accounts and the number of all that a count of the same rows finds.
  private func site(
    silenced: Set<Character>, language: String
  ) async throws -> (files: [String: String], stale: Int, active: Int) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vigie-late-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: Self.example, to: folder)
    let file = folder.appending(path: "data/measures.csv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let kept = rows.filter {
      $0[1] < "2026-10-26" || $0[0].last.map { !silenced.contains($0) } ?? true || $0[1] == "date"
    }
    try Data(kept.map { $0.joined(separator: ",") + "\n" }.joined().utf8).write(to: file)
    let features = try #require(rows[0].firstIndex(of: "features_used"))
    var newest: [Substring: Substring] = [:]
    for row in kept.dropFirst() where !row[features].isEmpty && row[1] <= "2026-11-16" {
      newest[row[0]] = max(newest[row[0]] ?? "", row[1])
    }
    let evidence = try loadPortfolio(folder.path, asOf: Self.asOf, languages: ExampleSite.languages).evidence
    let active = evidence.accounts.indices.filter { evidence.isActive($0, on: Self.asOf) }
    let stale = active.filter { newest[Substring(evidence.accounts[$0].id.text)].map { $0 < Self.freshSince } ?? false }
    let files = try await ExampleSite.files(of: folder, asOf: Self.asOf, version: "Vigie", language: language)
    return (files.mapValues { String(decoding: $0, as: UTF8.self) }, stale.count, active.count)
  }

  @Test(arguments: [
    ("en", "Stale for %d of %d accounts: features used.", "3 more measures have stopped for many."),
    ("fr", "Données périmées pour %d comptes sur %d : fonctions utilisées.", "3 autres mesures ne parviennent plus"),
  ])
  func `this week has one notice when data stop for many, and data quality counts the accounts`(
    language: String, lead: String, others: String
  ) async throws {
    let (files, stale, active) = try await site(silenced: ["1", "2", "3", "4"], language: language)
    #expect(4 * stale >= active && stale < active)
    let week = try #require(files["index.html"]).replacing("\u{A0}", with: " ")
    #expect(week.contains("<strong>\(String(format: lead, stale, active))</strong> \(others)"))
    #expect(week.components(separatedBy: "data-quality.html#gaps").count == 2)
    let quality = try #require(files["data-quality.html"])
    let late = language == "en" ? "Late: " : "En retard\u{A0}: "
    #expect(quality.contains("<p>\(late)") && !quality.contains("Nothing is late"))
    let gaps = try #require(
      quality.components(separatedBy: "id=\"gaps\"").last?.components(separatedBy: "</section>").first)
    let row = gaps.matches(
      of: /<span class="due">([0-9]+)<\/span><\/td>\n<td[^>]*>[0-9]+<\/td>\n<td[^>]*>([0-9]+)</)
    #expect(row.count == 4)
    #expect(row.first.map { [String($0.output.1), String($0.output.2)] } == ["\(stale)", "\(active)"])
  }

  @Test func `a few silent accounts are counted and not announced`() async throws {
    let (files, stale, active) = try await site(silenced: ["7"], language: "en")
    #expect(stale > 0 && 4 * stale < active)
    #expect(files["index.html"]?.contains("Stale for") == false)
    let gaps = files["data-quality.html"]?.components(separatedBy: "id=\"gaps\"").last ?? ""
    #expect(gaps.contains(try Regex("<th scope=\"row\">features used</th>\n<td[^>]*>\(stale)</td>")))
  }

  @Test func `segments tell accounts placed by rule from those placed by their own column, which they name`()
    async throws
  {
    let (files, _, active) = try await site(silenced: [], language: "en")
    let page = try #require(files["segments/index.html"]?.components(separatedBy: "id=\"placed\"").last)
    let cells = page.matches(of: /<td class="n"[^>]*>([0-9]+)<\/td>\n<td class="n"[^>]*>([0-9]+)<\/td>/)
      .compactMap { match in Int(match.output.1).flatMap { rule in Int(match.output.2).map { (rule, $0) } } }
    #expect(cells.map { $0.0 + $0.1 }.reduce(0, +) == active)
    // One account of the example is small by its employees and managed as an enterprise.
    #expect(cells.map(\.1) == [1, 0, 0])
    #expect(page.contains("href=\"../accounts/c_1040.html\""))
    #expect(page.components(separatedBy: "href=\"../accounts/").count == 2)
  }
}
