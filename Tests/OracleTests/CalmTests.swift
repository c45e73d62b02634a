import Foundation
import Testing

@testable import Oracle

/// The same law that the program is held to, so that its exceptions can be tried without it.
@Suite struct `The law of calm` {
  @Test func `holds for the independent computation`() async throws {
    let seeds = ProcessInfo.processInfo.environment["CALM_SEEDS"].flatMap { UInt64($0) } ?? 2
    let found = try await checkCalm(seeds: 0..<seeds) { try oracleReport(portfolio: $0, asOf: $1) }
    if ProcessInfo.processInfo.environment["ORACLE_COUNTS"] != nil {
      for (name, count) in found.checks.sorted(by: { $0.key < $1.key }) { print(name, count) }
      for (name, count) in found.exceptions.sorted(by: { $0.key < $1.key }) { print("-", name, count) }
    }
    #expect(found.breaches.isEmpty, "\(found.breaches.prefix(30).joined(separator: "\n"))")
    for part in ["measure", "score", "ARR at risk", "retention"] { #expect(found.checks[part] ?? 0 > 50, "\(part)") }
  }

  @Test(arguments: ["arr_at_risk", "retention", "exact", "counted"])
  func `sees a report that gets better`(_ figure: String) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("calm-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var first: [String: Any]?
    let found = try await checkCalm(seed: 0, folder: folder) { folder, day in
      if let first { return better(first, figure) }
      let report = try oracleReport(portfolio: folder, asOf: day)
      first = report
      return report
    }
    #expect(!found.breaches.isEmpty)
  }

  /// The same report with one figure made to look better.
  private func better(_ report: [String: Any], _ figure: String) -> [String: Any] {
    var report = report
    guard var portfolio = report["portfolio"] as? [String: Any],
      var accounts = report["accounts"] as? [[String: Any]]
    else { return report }
    switch figure {
    case "arr_at_risk": portfolio["arr_at_risk"] = ["arr": -1e9, "share": 0] as [String: Any]
    case "retention":
      let retention = portfolio["retention"] as? [String: Any] ?? [:]
      portfolio["retention"] = retention.merging(["grr": 1.5]) { $1 }
    default:
      for index in accounts.indices {
        if figure == "exact" {
          accounts[index]["exact"] = 101.0
        } else {
          let dimensions = accounts[index]["dimensions"] as? [[String: Any]] ?? []
          accounts[index]["dimensions"] = dimensions.map { dimension in
            let measures = dimension["measures"] as? [[String: Any]] ?? []
            return dimension.merging(["measures": measures.map { $0.merging(["counted": 101.0]) { $1 } }]) { $1 }
          }
        }
      }
    }
    report["portfolio"] = portfolio
    report["accounts"] = accounts
    return report
  }
}
