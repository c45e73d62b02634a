import Foundation
import GRDB
public import Health
public import Review

extension Ledger {
  /// How many editions back the scores of accounts are read, so that pages cost the same in the tenth year.
  public static let scoredEditions = 60

  /// Reads models from the text of a model file; nil where this version cannot read it.
  public typealias ModelReading = (_ text: String) -> Models?

  /// The editions up to a day, and what the last of them said about the accounts of today.
  ///
  /// - Parameters:
  ///   - evidence: as of the day.
  ///   - aliases: today's id of accounts that had another one, by the old id.
  ///   - listed: the accounts of which the lists that named them are wanted.
  public func history(
    of evidence: Evidence, aliases: [String: String], listed: [Int] = [], models: ModelReading
  ) throws(LedgerError) -> History {
    try checked { database in
      // A file that was only begun has no tables yet.
      guard try database.tableExists("edition") else { return History(accounts: evidence.accounts.count) }
      let (rows, editions) = try editions(upTo: evidence.asOf, database)
      let people = try LedgerAccounts(evidence.accounts, aliases: aliases, database)
      let scored = rows.enumerated().suffix(Self.scoredEditions)
      let week = Edition(of: evidence.asOf)
      let previous = editions.lastIndex { $0.edition != week && $0.asOf < evidence.asOf }
      let texts = try ModelTexts(database, read: models)
      return History(
        editions: editions, models: rows.map { texts[$0.model] },
        scores: try scores(of: people, in: scored.map { ($0.offset, $0.element.id) }, database),
        listings: try listings(of: listed, people, in: scored.map { ($0.offset, $0.element.id) }, database),
        previous: try previous.map { try record(editions[$0], row: rows[$0], people, texts, database) })
    }
  }

  /// All that a publication of a week said; nil where there is none.
  ///
  /// - Parameter revision: 0 for the first publication of the week; nil for the last.
  public func record(
    of edition: String, revision: Int? = nil, accounts: [Account], aliases: [String: String], models: ModelReading
  ) throws(LedgerError) -> EditionRecord? {
    try checked { database in
      guard try database.tableExists("edition") else { return nil }
      let (rows, editions) = try editions(upTo: Day(number: .max), database)
      let position = editions.lastIndex {
        $0.edition.description == edition && (revision == nil || $0.revision == revision)
      }
      guard let position else { return nil }
      return try record(
        editions[position], row: rows[position], LedgerAccounts(accounts, aliases: aliases, database),
        ModelTexts(database, read: models), database)
    }
  }

  /// The weeks that were published, oldest first.
  public func publishedWeeks() throws(LedgerError) -> [(edition: String, asOf: Day)] {
    try checked { database in
      guard try database.tableExists("edition") else { return [] }
      var weeks: [(edition: String, asOf: Day)] = []
      for edition in try editions(upTo: Day(number: .max), database).editions {
        let label = edition.edition.description
        if weeks.last?.edition == label { weeks.removeLast() }
        weeks.append((label, edition.asOf))
      }
      return weeks
    }
  }

  /// What an edition's row holds beside the edition itself.
  private struct EditionRow {
    let id: Int64
    let model: Int64?
    let models: String
  }

  private func editions(upTo asOf: Day, _ database: Database) throws -> (
    rows: [EditionRow], editions: [PublishedEdition]
  ) {
    var splits: [Int64: BandSplit] = [:]
    let bands = try Row.fetchCursor(database, sql: "SELECT edition, band, accounts, arr FROM band")
    while let row = try bands.next() {
      guard let band = Band(rawValue: row[1]) else { continue }
      splits[row[0], default: BandSplit()][band] = BandSplit.Share(accounts: row[2], arr: row[3])
    }
    var rows: [EditionRow] = []
    var editions: [PublishedEdition] = []
    let found = try Row.fetchCursor(database, sql: "SELECT * FROM edition ORDER BY label, revision")
    while let row = try found.next() {
      guard let day = Day(iso: row["as_of"] as String), day <= asOf else { continue }
      rows.append(EditionRow(id: row["id"], model: row.later("model"), models: row["models"]))
      editions.append(
        PublishedEdition(
          edition: Edition(of: day), revision: row["revision"], asOf: day, reason: row["reason"],
          modelVersion: row["model_version"], inputs: row["inputs"], fingerprint: row.later("fingerprint") ?? "",
          bands: splits[row["id"]] ?? BandSplit(), arrAtRisk: row["arr_at_risk"], gross: row["gross"],
          net: row["net"], openDivergences: row["open_divergences"],
          renewalsNotAgreed: row.later("renewals_not_agreed"), sentimentOverdue: row.later("sentiment_overdue")))
    }
    return (rows, editions)
  }

  private func scores(
    of people: LedgerAccounts, in editions: [(position: Int, id: Int64)], _ database: Database
  ) throws -> RowsByAccount<PublishedScore> {
    var pairs: [(account: Int, row: PublishedScore)] = []
    let statement = try database.makeStatement(
      sql: "SELECT account, score, band, flag FROM score WHERE edition = ? ORDER BY account")
    for (position, id) in editions {
      let rows = try Row.fetchCursor(statement, arguments: [id])
      while let row = try rows.next() {
        guard let account = people.position(of: row[0]), let band = Band(rawValue: row[2]) else { continue }
        let flag = (row[3] as String?).flatMap(Sentiment.Flag.init(rawValue:))
        pairs.append((account, PublishedScore(edition: position, score: row[1], band: band, flag: flag)))
      }
    }
    return RowsByAccount(pairs, accounts: people.count)
  }

  private func listings(
    of accounts: [Int], _ people: LedgerAccounts, in editions: [(position: Int, id: Int64)], _ database: Database
  ) throws -> RowsByAccount<History.Listing> {
    let positions = Dictionary(uniqueKeysWithValues: editions.map { ($0.id, $0.position) })
    let statement = try database.makeStatement(sql: "SELECT edition, list FROM item WHERE account = ? ORDER BY edition")
    var pairs: [(account: Int, row: History.Listing)] = []
    for account in accounts {
      var listings: [History.Listing] = []
      for number in people.numbers(of: account) {
        let rows = try Row.fetchCursor(statement, arguments: [number])
        while let row = try rows.next() {
          guard let edition = positions[row[0]], let list = ListID(rawValue: row[1]) else { continue }
          listings.append(History.Listing(edition: edition, list: list))
        }
      }
      // Weeks can be published in any order, and an account may have had two ids.
      let order = Dictionary(uniqueKeysWithValues: ListID.allCases.enumerated().map { ($1, $0) })
      listings.sort { ($0.edition, order[$0.list] ?? 0) < ($1.edition, order[$1.list] ?? 0) }
      pairs += listings.map { (account, $0) }
    }
    return RowsByAccount(pairs, accounts: people.count)
  }

  private func record(
    _ edition: PublishedEdition, row: EditionRow, _ people: LedgerAccounts, _ texts: ModelTexts, _ database: Database
  ) throws -> EditionRecord {
    let models = try ModelRecord.all(row.models)
    var scores = [RecordedScore?](repeating: nil, count: people.count)
    var forgotten: [(id: String, score: RecordedScore)] = []
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT account, account_id, model, score, band, arr, dimensions FROM score JOIN account ON account.id = account
        WHERE edition = ? ORDER BY account_id
        """, arguments: [row.id])
    while let row = try rows.next() {
      guard let band = Band(rawValue: row[4]), let model = models.indices.contains(row[2]) ? models[row[2]] : nil
      else { continue }
      let score = RecordedScore(score: row[3], band: band, parts: model.parts(numbers(row[6])), arr: row[5])
      if let account = people.position(of: row[0]) {
        scores[account] = score
      } else {
        forgotten.append((String(decoding: row[1] as Data, as: UTF8.self), score))
      }
    }
    return EditionRecord(
      edition: edition.edition, asOf: edition.asOf, modelVersion: edition.modelVersion, models: texts[row.model],
      scores: scores, forgotten: forgotten)
  }
}

/// The ledger's own numbers of today's accounts, also of those that had another id once.
private struct LedgerAccounts {
  let count: Int
  private var positions: [Int64: Int] = [:]
  private var numbers: [Int: [Int64]] = [:]

  init(_ accounts: [Account], aliases: [String: String], _ database: Database) throws {
    count = accounts.count
    var byID: [Data: Int] = [:]
    for (position, account) in accounts.enumerated() { byID[Data(account.id.text.utf8)] = position }
    for (old, new) in aliases { byID[Data(old.utf8)] = byID[Data(new.utf8)] }
    let rows = try Row.fetchCursor(database, sql: "SELECT id, account_id FROM account")
    while let row = try rows.next() {
      guard let position = byID[row[1]] else { continue }
      positions[row[0]] = position
      numbers[position, default: []].append(row[0])
    }
  }

  func position(of number: Int64) -> Int? { positions[number] }

  /// Several where the account had another id once.
  func numbers(of position: Int) -> [Int64] { numbers[position] ?? [] }
}

/// The models of the ledger, each text read once.
private struct ModelTexts {
  private var models: [Int64: Models] = [:]

  init(_ database: Database, read: Ledger.ModelReading) throws {
    guard try database.tableExists("model") else { return }
    let rows = try Row.fetchCursor(database, sql: "SELECT id, text FROM model")
    while let row = try rows.next() { models[row[0]] = read(row[1]) }
  }

  subscript(id: Int64?) -> Models? { id.flatMap { models[$0] } }
}

extension Row {
  /// A column that later formats have: nil in an older ledger, which a reader does not carry over.
  func later<Value: DatabaseValueConvertible>(_ column: String) -> Value? {
    hasColumn(column) ? self[column] : nil
  }
}
