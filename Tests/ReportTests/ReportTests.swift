import Foundation
import Health
import Languages
import Oracle
import Pipeline
import Portfolio
import Review
import Site
import Testing

/// Compares `report.json` with an independent computation of docs/scoring.md, on random portfolios.
@Suite struct ReportTests {
  /// More seeds on demand: `REPORT_SEEDS=500 ./dev test --filter ReportTests`.
  static let seeds = 0..<(ProcessInfo.processInfo.environment["REPORT_SEEDS"].flatMap(UInt64.init) ?? 40)

  @Test(arguments: seeds)
  func `every figure equals the independent computation`(seed: UInt64) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vigie-report-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let random = RandomPortfolio(seed: seed)
    try random.write(to: folder)
    let expected = try oracleReport(portfolio: folder, asOf: random.asOf)
    let actual = try await Self.report(on: folder, asOf: random.asOf)
    var differences = Oracle.differences(expected, actual, tolerance: 1e-6)
    // The tool's name is the only thing that must differ.
    differences.removeAll { $0.contains("tool") }
    #expect(differences.isEmpty, "seed \(seed): \(differences.prefix(20).joined(separator: "\n"))")
  }

  @Test(arguments: seeds)
  func `what the pages add to the report equals the independent computation`(seed: UInt64) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vigie-pages-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let random = RandomPortfolio(seed: seed)
    try random.write(to: folder)
    let expected = try oraclePages(portfolio: folder, asOf: random.asOf)
    let (_, review) = try await Self.review(of: folder, asOf: random.asOf)
    let differences = Oracle.differences(expected, pageFigures(review), tolerance: 1e-6)
    #expect(differences.isEmpty, "seed \(seed): \(differences.prefix(20).joined(separator: "\n"))")
  }

  private static func review(of folder: URL, asOf: String, reporter: Reporter = .silent) async throws
    -> (Portfolio, Review)
  {
    let portfolio = try PortfolioFolder(folder.path).read(asOf: try #require(Day(iso: asOf)), reporter: reporter)
    return (portfolio, await portfolio.review())
  }

  /// What the program writes for a folder and a day.
  static func report(on folder: URL, asOf: String, reporter: Reporter = .silent) async throws -> [String: Any] {
    let (portfolio, review) = try await review(of: folder, asOf: asOf, reporter: reporter)
    let presentation = try #require(try presentations.get()[portfolio.settings.locale])
    let workspace = try Workspace(
      PortfolioFolder(folder.path), portfolio, presentation: presentation, tool: "test")
    let json = try JSONSerialization.jsonObject(with: Data(reportJSON(workspace.context(review))))
    return try #require(json as? [String: Any])
  }

  /// The presentations of every language, checked once for all portfolios.
  static let presentations = Result {
    try ["en", "fr"].reduce(into: [:]) { known, language in
      known[language] = try Presentation(.builtIn, language: language, around: Day(number: 20_773))
    }
  }
}
