import Foundation
import Health
import Languages
import Ledger
import Oracle
import Pipeline
import Portfolio
import Review
import Testing

/// The bridge from the revenue that the last edition published, on random portfolios that continue after it.
@Suite struct EditionBridgeTests {
  /// The accounts table four weeks later: figures rose, fell and were lost, and one account is no longer in it.
  private func later(_ table: String) -> String {
    table.replacing("12000.5", with: "").replacing("5e4", with: "70000").replacing("2000", with: "700")
      .replacing("A7-1,", with: "renamed,")
  }

  @Test(arguments: ReportTests.seeds)
  func `it equals the independent computation from the files of both days`(seed: UInt64) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vigie-bridge-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let random = RandomPortfolio(seed: seed)
    let (before, after) = (folder.appending(path: "before"), folder.appending(path: "after"))
    try random.write(to: before)
    try random.write(to: after)
    let table = try #require(random.files["data/accounts.csv"])
    try Data(later(table).utf8).write(to: after.appending(path: "data/accounts.csv"))
    let today = try #require(Day(iso: random.asOf))
    let edition = today - 28

    do {
      _ = try loadPortfolio(before.path, asOf: edition, languages: Languages(TemplateSource.builtIn))
    } catch {
      // A model may name a measure that had no observations then, so there was no edition.
      #expect("\(error)".contains("needs dated observations"))
      return
    }
    let expected = try oracleBridge(
      published: before, edition: edition.description, portfolio: after, asOf: random.asOf)
    let ledger = try Ledger.open(before.appending(path: Ledger.fileName).path)
    _ = try ledger.record(
      await review(of: before, on: edition), revise: nil, tool: "test", currency: "EUR", modelText: "", fingerprint: "",
      digest: "", inputs: []
    ) { _ in "" }
    let bridge = try #require(try await review(of: after, on: today, ledger: ledger).bridgeFromLastEdition)
    var sums = ["before": bridge.before.known, "after": bridge.after.known]
    for kind in RevenueBridge.Kind.allCases { sums[kind.rawValue] = bridge.sum(kind).known }
    let differences = Oracle.differences(expected, sums, tolerance: 1e-6)
    #expect(differences.isEmpty, "seed \(seed): \(differences.joined(separator: "\n"))")
    #expect(bridge.from == edition)
  }

  @Test func `among the random portfolios every kind of change occurs`() throws {
    var kinds: Set<String> = []
    for seed in ReportTests.seeds where kinds.count < RevenueBridge.Kind.allCases.count {
      let folder = FileManager.default.temporaryDirectory.appending(path: "vigie-bridge-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: folder) }
      let random = RandomPortfolio(seed: seed)
      try random.write(to: folder.appending(path: "before"))
      try random.write(to: folder.appending(path: "after"))
      let table = try #require(random.files["data/accounts.csv"])
      try Data(later(table).utf8).write(to: folder.appending(path: "after/data/accounts.csv"))
      let today = try #require(Day(iso: random.asOf))
      let found = try? oracleBridge(
        published: folder.appending(path: "before"), edition: (today - 28).description,
        portfolio: folder.appending(path: "after"), asOf: random.asOf)
      guard let sums = found else { continue }
      kinds.formUnion(RevenueBridge.Kind.allCases.map(\.rawValue).filter { sums[$0] ?? 0 != 0 })
    }
    #expect(kinds == Set(RevenueBridge.Kind.allCases.map(\.rawValue)))
  }

  private func review(of folder: URL, on day: Day, ledger: Ledger? = nil) async throws -> Review {
    let portfolio = try PortfolioFolder(folder.path).read(asOf: day)
    return await portfolio.review(
      history: try ledger?.history(of: portfolio.evidence, aliases: [:], models: { _ in nil }))
  }
}
