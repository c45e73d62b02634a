import Foundation

@testable import Oracle

/// Writes a small portfolio and reads it back as the oracle does.
func world(_ files: [String: String], asOf: String = "2026-11-22") throws -> World {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("oracle-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: folder) }
  var all = [
    "vigie.yml": "title: Test\ncurrency: EUR\n",
    "model.yml": "dimensions: {usage: {weight: 1, measures: {nps: {worst: 0, best: 100}}}}\n",
    "data/accounts.csv": "account_id,name\na,A\n",
    "data/measures.csv": "account_id,date,nps\n",
  ]
  all.merge(files) { $1 }
  for (path, text) in all {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
  let settings = try Settings(folder: folder)
  return try World(
    portfolio: Portfolio(folder: folder, settings: settings), scoring: Scoring(folder: folder), settings: settings,
    asOf: day(asOf))
}

func day(_ iso: String) throws -> Day {
  guard let day = Day(iso: iso) else { throw OracleError("no day: \(iso)") }
  return day
}

extension World {
  /// The reading of a measure of the base model at T, by default for the first account.
  func reading(_ key: Name, account: Int = 0) throws -> Reading {
    guard let measure = scoring.base.measures.first(where: { $0.key == key }) else {
      throw OracleError("no \(key.text)")
    }
    return read(measure, of: portfolio.accounts[account], on: asOf)
  }
}
