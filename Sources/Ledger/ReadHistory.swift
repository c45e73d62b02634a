import Foundation
import GRDB
public import Health
public import Review

extension Ledger {
  /// How many editions back the scores of accounts are read, so that pages cost the same in the tenth year.
  public static let scoredEditions = 60

  /// The editions up to a day, and what the last of them said about the accounts of today.
  ///
  /// - Parameters:
  ///   - accounts: in the order of the evidence.
  ///   - aliases: today's id of accounts that had another one, by the old id.
  public func history(
    of accounts: [Account], aliases: [String: String], upTo asOf: Day
  ) throws(LedgerError) -> History {
    try checked { database in
      // A file that was only begun has no tables yet.
      guard try database.tableExists("edition") else { return History(accounts: accounts.count) }
      let (ids, editions) = try editions(upTo: asOf, database)
      var positions: [Data: Int] = [:]
      for (position, account) in accounts.enumerated() { positions[Data(account.id.text.utf8)] = position }
      for (old, new) in aliases { positions[Data(old.utf8)] = positions[Data(new.utf8)] }
      let numbers = try Row.fetchAll(database, sql: "SELECT id, account_id FROM account")
      var accountOf: [Int64: Int] = [:]
      for row in numbers { accountOf[row["id"]] = positions[row["account_id"]] }
      var pairs: [(account: Int, row: PublishedScore)] = []
      let statement = try database.makeStatement(
        sql: "SELECT account, score, band, flag FROM score WHERE edition = ? ORDER BY account")
      for (position, id) in ids.enumerated().suffix(Self.scoredEditions) {
        let rows = try Row.fetchCursor(statement, arguments: [id])
        while let row = try rows.next() {
          guard let account = accountOf[row[0]], let band = Band(rawValue: row[2]) else { continue }
          let flag = (row[3] as String?).flatMap(Sentiment.Flag.init(rawValue:))
          pairs.append((account, PublishedScore(edition: position, score: row[1], band: band, flag: flag)))
        }
      }
      return History(editions: editions, scores: RowsByAccount(pairs, accounts: accounts.count))
    }
  }

  private func editions(upTo asOf: Day, _ database: Database) throws -> (ids: [Int64], editions: [PublishedEdition]) {
    let rows = try Row.fetchAll(
      database, sql: "SELECT * FROM edition WHERE as_of <= ? ORDER BY label, revision",
      arguments: [asOf.description])
    var ids: [Int64] = []
    var editions: [PublishedEdition] = []
    for row in rows {
      let id: Int64 = row["id"]
      guard let day = Day(iso: row["as_of"] as String) else { continue }
      var bands = BandSplit()
      for band in try Row.fetchAll(database, sql: "SELECT * FROM band WHERE edition = ?", arguments: [id]) {
        guard let name = Band(rawValue: band["band"]) else { continue }
        bands[name] = BandSplit.Share(accounts: band["accounts"], arr: band["arr"])
      }
      ids.append(id)
      editions.append(
        PublishedEdition(
          edition: Edition(of: day), revision: row["revision"], asOf: day, reason: row["reason"],
          modelVersion: row["model_version"], inputs: row["inputs"], bands: bands, arrAtRisk: row["arr_at_risk"],
          gross: row["gross"], net: row["net"], openDivergences: row["open_divergences"]))
    }
    return (ids, editions)
  }
}
