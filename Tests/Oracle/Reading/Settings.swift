import Foundation
import Yams

/// `vigie.yml`: the settings that change figures.
struct Settings {
  let title: String?
  let locale: String
  let currency: String?
  /// N of the spot check: every green account comes up once in N weeks.
  let spotCheckWeeks: Int
  /// Days after which a table without a new row is a dead feed.
  let feedMaxAge: Int

  /// - Throws: `OracleError` when the file maps sources, which this computation does not read.
  init(folder: URL) throws {
    let text = try String(contentsOf: folder.appendingPathComponent("vigie.yml"), encoding: .utf8)
    let yaml = try Yams.compose(yaml: text) ?? Node([:])
    guard yaml["sources"] == nil else { throw OracleError("sources are not read here") }
    title = yaml["title"]?.string
    locale = yaml["locale"]?.string ?? "en"
    currency = yaml["currency"]?.string
    spotCheckWeeks = yaml["spot_check_weeks"]?.int ?? 13
    feedMaxAge = yaml["feed_max_age"]?.int ?? 14
  }
}
