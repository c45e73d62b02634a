public import Foundation

/// The whole of `report.json` ("report.json, field by field" in docs/scoring.md), computed the slow and literal way.
///
/// - Parameters:
///   - portfolio: a folder with `vigie.yml`, `model.yml` and `data/*.csv` in canonical column names.
///   - asOf: T, as `yyyy-MM-dd`.
/// - Returns: a value `JSONSerialization` takes; `tool` is `"oracle"`, absent is `NSNull`.
/// - Throws: an error wherever the rules stop the build.
public func oracleReport(portfolio: URL, asOf: String) throws -> [String: Any] {
  try world(portfolio, asOf: asOf).report()
}

/// Everything on the retention and backtest pages beyond that report, computed in the same way.
public func oraclePages(portfolio: URL, asOf: String) throws -> [String: Any] {
  try world(portfolio, asOf: asOf).pagesReport()
}

/// The bridge from the revenue of an edition to that of a later day, computed in the same way.
///
/// - Parameters:
///   - published: the folder as it was when the edition was published.
///   - edition: the day that the edition reported on.
public func oracleBridge(published: URL, edition: String, portfolio: URL, asOf: String) throws -> [String: Double] {
  editionBridge(from: try world(published, asOf: edition), to: try world(portfolio, asOf: asOf))
}

/// The guards that hold on a folder, compared with the edition of an earlier day, computed in the same way.
///
/// - Parameters:
///   - published: the folder as it was when the edition was published.
///   - edition: the day that the edition reported on.
///   - today: the day of the clock.
/// - Returns: by guard, what it names.
public func oracleGuards(published: URL, edition: String, portfolio: URL, asOf: String, today: String) throws
  -> [String: Any]
{
  guard let day = Day(iso: today) else { throw OracleError("'\(today)' is no day") }
  return try guards(world(portfolio, asOf: asOf), since: world(published, asOf: edition), today: day)
}

private func world(_ portfolio: URL, asOf: String) throws -> World {
  guard let day = Day(iso: asOf) else { throw OracleError("'\(asOf)' is no day") }
  let settings = try Settings(folder: portfolio)
  return try World(
    portfolio: Portfolio(folder: portfolio, settings: settings), scoring: Scoring(folder: portfolio),
    settings: settings, asOf: day)
}
