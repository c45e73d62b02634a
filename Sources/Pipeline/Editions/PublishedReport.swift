import Archive
import FoundationEssentials
import Ledger

/// What `report.json` in an archive says of accounts.
struct PublishedReport {
  private let accounts: [Form.Account]

  /// Reads it; nil where the archive has none.
  init?(_ id: EditionID, in folder: String) throws {
    let edition = try ArchivedEdition(id, in: folder)
    guard let report = try edition.contents(of: "report.json") else { return nil }
    accounts = try JSONDecoder().decode(Form.self, from: Data(report.bytes)).accounts
  }

  /// What the ledger says otherwise, each with both.
  func differences(from facts: [Ledger.AccountFacts]) -> [String] {
    let recorded = Dictionary(facts.map { (Array($0.id.utf8), $0) }, uniquingKeysWith: { first, _ in first })
    var differences: [String] = []
    for account in accounts {
      guard let facts = recorded[Array(account.id.utf8)] else {
        differences.append("\(account.id) is missing")
        continue
      }
      func compare<Value: Equatable>(_ name: String, _ found: Value?, _ published: Value?) {
        guard found != published else { return }
        func word(_ value: Value?) -> String { value.map { "\($0)" } ?? "none" }
        differences.append("\(name) of \(account.id) is \(word(found)), and \(word(published)) was published")
      }
      compare("score", facts.score, account.score)
      compare("band", facts.band, account.band)
      compare("uncapped band", facts.uncappedBand, account.uncappedBand)
      compare("segment", facts.segment, account.segment)
      compare("points", facts.points, account.points)
      compare("arr", facts.arr, account.arr)
      if let name = facts.name { compare("name", name, account.name) }
      if let flag = facts.flag { compare("flag", flag, account.sentiment.flag) }
      if let day = facts.flagOn { compare("day of the flag", day, account.sentiment.date) }
    }
    let published = Set(accounts.map { Array($0.id.utf8) })
    differences += facts.filter { !published.contains(Array($0.id.utf8)) }.map { "\($0.id) was not published" }
    return differences
  }

  private struct Form: Decodable {
    struct Account: Decodable {
      struct Sentiment: Decodable {
        let flag: String?
        let date: String?
      }

      let id: String
      let name: String
      let segment: String
      let arr: Double?
      let score: Int?
      let band: String
      let uncappedBand: String
      let points: Int
      let sentiment: Sentiment

      enum CodingKeys: String, CodingKey {
        case id, name, segment, arr, score, band, points, sentiment
        case uncappedBand = "uncapped_band"
      }
    }

    let accounts: [Account]
  }
}
