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
  /// The share of a table's rows, or of a column's filled cells, that may be refused.
  let maxRefused: Double
  /// The share by which the ARR of the same accounts may change without an outcome.
  let maxARRChange: Double
  /// The ids of accounts that are in no row of `accounts` any more and are known to be gone.
  let departed: Set<Name>
  /// The id that each old id has now; a chain is followed to its end.
  private let aliases: [Name: Name]
  /// Units of the portfolio's currency for one of another, by its folded code.
  private let rates: [Name: Double]

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
    maxRefused = yaml["max_refused"]?.float ?? 0.02
    maxARRChange = yaml["max_arr_change"]?.float ?? 0.2
    departed = Set((yaml["departed"]?.mapping ?? [:]).map { Name(trimmed($0.key.string ?? "")) })
    var aliases: [Name: Name] = [:]
    for (old, new) in yaml["aliases"]?.mapping ?? [:] {
      aliases[Name(trimmed(old.string ?? ""))] = Name(trimmed(new.string ?? ""))
    }
    self.aliases = aliases
    var rates: [Name: Double] = [:]
    for (code, rate) in yaml["fx"]?.mapping ?? [:] {
      rates[folded(code.string ?? "")] = plainNumber(rate.scalar?.string ?? "")
    }
    self.rates = rates
  }

  /// The id that an account has today, even where a row still has an old one.
  func today(_ id: String) throws -> Name {
    var id = Name(id)
    var steps = 0
    while let next = aliases[id] {
      id = next
      steps += 1
      if steps > aliases.count { throw OracleError("aliases lead back to \(id.text)") }
    }
    return id
  }

  /// Units of the portfolio's currency for one of `code`; nil without a rate, 1 for a blank code.
  func rate(of code: String?) -> Double? {
    guard let code = code.map({ folded($0) }) else { return 1 }
    return currency.map { folded($0) } == code ? 1 : rates[code]
  }
}
