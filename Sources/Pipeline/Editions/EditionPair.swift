import Archive
public import Health
import Ledger
import Portfolio
import Review

/// Two published editions, the earlier first.
public struct EditionPair {
  private let ledger: Ledger
  private let names: (first: EditionName, last: EditionName)
  /// The day that the later edition reports on.
  public let asOf: Day

  /// Finds two recorded editions.
  ///
  /// - Throws: `Refusal` when one of them does not exist, or the first is not the earlier.
  public init(_ earlier: String, _ later: String, of folder: PortfolioFolder) throws {
    let ledger = try folder.ledger()
    let publications = try ledger?.publications() ?? []
    let known = publications.compactMap(\.id)
    guard let ledger, !known.isEmpty else {
      throw Refusal("nothing has been published from '\(folder.path)'; see vigie publish")
    }
    let (first, last) = (try EditionName(earlier, among: known), try EditionName(later, among: known))
    for name in [first, last] {
      guard let reason = publications.first(where: { $0.id == name.id })?.withdrawn else { continue }
      throw Refusal("\(name.label) was withdrawn (\(reason)), so nothing is compared with it")
    }
    guard first.id < last.id, let week = try ledger.publishedWeeks().last(where: { $0.edition == last.id.edition })
    else { throw Refusal("\(earlier) is not earlier than \(later); name the earlier edition first") }
    self.ledger = ledger
    names = (first, last)
    asOf = week.asOf
  }

  /// The label that names the pages.
  var label: String { "\(names.first.label)-\(names.last.label)" }

  /// Explains every change of a score between the two.
  func comparison(_ portfolio: Portfolio) throws -> EditionComparison {
    func record(_ name: EditionName) throws -> EditionRecord {
      let record = try ledger.record(
        of: name.id.edition, revision: name.id.revision, accounts: portfolio.evidence.accounts,
        aliases: portfolio.settings.aliases, models: models(readFrom:))
      guard let record else { throw Refusal("there is no edition '\(name.id)'") }
      return record
    }
    return EditionComparison(from: try record(names.first), to: try record(names.last), scorer: portfolio.scorer)
  }
}
