import Foundation
import Oracle
import Testing

/// Whatever goes missing, the program's report never looks better for it.
///
/// The exceptions that the contract itself makes are in `Tests/Oracle/Calm/CalmExceptions.swift`, each with its reason.
@Suite struct CalmLawTests {
  /// More seeds on demand: `CALM_SEEDS=50 ./dev test --filter CalmLawTests`.
  static let seeds = 0..<(ProcessInfo.processInfo.environment["CALM_SEEDS"].flatMap(UInt64.init) ?? 4)

  @Test func `silence, a refused cell, a removed row or a removed file is never good news`() async throws {
    let found = try await checkCalm(seeds: Self.seeds) { try await ReportTests.report(on: $0, asOf: $1) }
    #expect(found.breaches.isEmpty, "\(found.breaches.prefix(30).joined(separator: "\n"))")
    // A law that compares nothing holds always.
    let checks = found.checks
    #expect(checks["measure"] ?? 0 > 10_000)
    #expect(checks["score"] ?? 0 > 1_000)
    #expect(checks["ARR at risk"] ?? 0 > 100)
    #expect(checks["retention"] ?? 0 > 100)
    for kind in ["row of measures", "row of accounts", "file of touchpoints", "severity of tickets", "csat of tickets"]
    {
      #expect(checks[kind] ?? 0 > 0, "\(kind)")
    }
    #expect(checks["silence of 36 days"] == Self.seeds.count)
  }
}
