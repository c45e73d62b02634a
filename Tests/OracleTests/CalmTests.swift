import Foundation
import Testing

@testable import Oracle

/// The same law that the program is held to, so that its exceptions can be tried without it.
@Suite struct `The law of calm` {
  @Test func `holds for the independent computation, and no exception is idle`() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("calm-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let seeds = ProcessInfo.processInfo.environment["CALM_SEEDS"].flatMap { UInt64($0) } ?? 6
    var found = CalmFindings()
    for seed in 0..<seeds {
      found += try await checkCalm(seed: seed, folder: folder) { try oracleReport(portfolio: $0, asOf: $1) }
    }
    if ProcessInfo.processInfo.environment["ORACLE_COUNTS"] != nil {
      for (name, count) in found.checks.sorted(by: { $0.key < $1.key }) { print(name, count) }
      for (name, count) in found.exceptions.sorted(by: { $0.key < $1.key }) { print("-", name, count) }
    }
    #expect(found.breaches.isEmpty, "\(found.breaches.prefix(30).joined(separator: "\n"))")
    for part in ["measure", "score", "ARR at risk", "retention"] { #expect(found.checks[part] ?? 0 > 50, "\(part)") }
  }
}
