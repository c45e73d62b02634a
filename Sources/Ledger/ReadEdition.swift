public import Health
public import Review
import SQLite

extension Ledger {
  /// All that a publication of a week said; nil where there is none.
  ///
  /// - Parameter revision: 0 for the first publication of the week; nil for the last.
  public func record(
    of edition: String, revision: Int? = nil, accounts: [Account], aliases: [String: String], models: ModelReading
  ) throws(LedgerError) -> EditionRecord? {
    try checked { database in
      guard try database.hasTable("edition") else { return nil }
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

  /// All that the newest edition up to a day said; nil where there is none.
  ///
  /// - Parameter digest: of the inputs of a publication that is passed over.
  public func newestRecord(
    upTo asOf: Day, except digest: String?, accounts: [Account], aliases: [String: String], models: ModelReading
  ) throws(LedgerError) -> EditionRecord? {
    try checked { database -> EditionRecord? in
      guard try database.hasTable("edition") else { return nil }
      let (rows, editions) = try editions(upTo: asOf, database)
      guard let position = editions.lastIndex(where: { $0.inputs != digest }) else { return nil }
      let people = try LedgerAccounts(accounts, aliases: aliases, database)
      let before = zip(rows[..<position], editions[..<position])
        .filter { asOf - $1.asOf < EarlierEditions.accountDays }.reversed()
      return try record(
        editions[position], row: rows[position], people, ModelTexts(database, read: models),
        earlier: EarlierEditions(
          accounts: pastAccounts(
            of: before.map { (id: $0.id, edition: $1) }, notIn: rows[position].id, unknownTo: people, database),
          feeds: pastFeeds(
            of: before.filter { asOf - $1.asOf < EarlierEditions.feedDays }.map { (id: $0.id, edition: $1) }, database)),
        database)
    }
  }

  /// The accounts of some editions, the newest first, that are neither in another edition nor among those of today.
  private func pastAccounts(
    of editions: [(id: Int64, edition: PublishedEdition)], notIn newest: Int64, unknownTo people: LedgerAccounts,
    _ database: Database
  ) throws -> [MissingNote.PastAccount] {
    let scores = try database.prepare("SELECT * FROM score WHERE edition = ? AND account = ?")
    func score<Value>(_ edition: Int64, _ account: Int64, _ read: (Statement) throws -> Value) throws -> Value? {
      try scores.bind([edition, account])
      return try scores.step() ? try read(scores) : nil
    }
    return try people.unknown.compactMap { number, id in
      guard try score(newest, number, { _ in }) == nil else { return nil }
      for (edition, published) in editions {
        let account = try score(edition, number) {
          HeldGuard.Missing(id: id, name: try $0.later("name") ?? id, arr: try $0.value("arr"))
        }
        if let account { return MissingNote.PastAccount(account, last: published.edition) }
      }
      return nil
    }
  }

  /// For each feed of some editions what the one with its newest day had; of equal ones the first.
  private func pastFeeds(
    of editions: [(id: Int64, edition: PublishedEdition)], _ database: Database
  ) throws -> [(feed: Arrivals.Feed, edition: Edition)] {
    var newest: [(feed: Arrivals.Feed, edition: Edition)] = []
    for (id, edition) in editions {
      for feed in try arrivals(of: id, newest: [], database)?.feeds ?? [] where feed.rows > 0 {
        if let known = newest.firstIndex(where: { $0.feed.name == feed.name }) {
          guard let day = feed.newest, newest[known].feed.newest.map({ $0 < day }) ?? true else { continue }
          newest[known] = (feed, edition.edition)
        } else {
          newest.append((feed, edition.edition))
        }
      }
    }
    return newest
  }

  func record(
    _ edition: PublishedEdition, row: EditionRow, _ people: LedgerAccounts, _ texts: ModelTexts,
    earlier: EarlierEditions = EarlierEditions(), _ database: Database
  ) throws -> EditionRecord {
    let models = try ModelRecord.all(row.models)
    var scores = [RecordedScore?](repeating: nil, count: people.count)
    var newest = [[Day?]](repeating: [], count: people.count)
    var forgotten: [(id: String, name: String, score: RecordedScore)] = []
    let rows = try database.prepare(
      "SELECT score.*, account_id FROM score JOIN account ON account.id = account WHERE edition = ? ORDER BY account_id"
    )
    try rows.bind([row.id])
    while try rows.step() {
      let model: Int = try rows.value("model")
      guard let band = Band(rawValue: try rows.value("band")), models.indices.contains(model) else { continue }
      let score = RecordedScore(
        score: try rows.value("score"), band: band, parts: models[model].parts(numbers(try rows.value("dimensions"))),
        arr: try rows.value("arr"))
      let number: Int64 = try rows.value("account")
      guard let account = people.position(of: number) else {
        let id = String(decoding: try rows.value("account_id", as: [UInt8].self), as: UTF8.self)
        forgotten.append((id, try rows.later("name") ?? id, score))
        continue
      }
      scores[account] = scores[account].map { score.merged(with: $0, isOwn: people.isCurrent(number)) } ?? score
      let arrived = days(try rows.later("newest") ?? [])
      newest[account] =
        newest[account].isEmpty ? arrived : zip(newest[account], arrived).map { [$0, $1].compactMap(\.self).max() }
    }
    let doubts = try database.prepare("SELECT account FROM item WHERE edition = ? AND list = ?")
    try doubts.bind([row.id, ListID.renewals.rawValue])
    var inDoubt: Set<Int> = []
    while try doubts.step() { if let account = people.position(of: try doubts.value(0)) { inDoubt.insert(account) } }
    return EditionRecord(
      edition: edition.edition, asOf: edition.asOf, modelVersion: edition.modelVersion, models: texts[row.model],
      scores: scores, forgotten: forgotten, arrivals: try arrivals(of: row.id, newest: newest, database),
      renewalsInDoubt: inDoubt, earlier: earlier, accepted: edition.accepted)
  }

  /// What had arrived for an edition; nil where an older Vigie recorded it.
  private func arrivals(of edition: Int64, newest: [[Day?]], _ database: Database) throws -> Arrivals? {
    guard try database.hasTable("feed") else { return nil }
    let rows = try database.prepare("SELECT kind, name, rows, newest FROM feed WHERE edition = ? ORDER BY position")
    try rows.bind([edition])
    var feeds: [Arrivals.Feed] = []
    while try rows.step() {
      // What this version does not know keeps its place, since the days of accounts are in this order.
      let name = FeedName(kind: try rows.value(0), name: try rows.value(1)) ?? .measure("")
      let day = try rows.value(3, as: String?.self).flatMap { Day(iso: $0) }
      feeds.append(
        Arrivals.Feed(
          name, rows: name == .measure("") ? 0 : try rows.value(2), newest: name == .measure("") ? nil : day))
    }
    return feeds.isEmpty ? nil : Arrivals(feeds: feeds, newest: newest)
  }
}

extension RecordedScore {
  /// One record of two customers that have become one: the score of the one that goes on, and the revenue of both,
  /// which is unknown where that of one is.
  fileprivate func merged(with other: RecordedScore, isOwn: Bool) -> RecordedScore {
    let one = isOwn ? self : other
    let arr = AmountSum([self.arr, other.arr])
    return RecordedScore(
      score: one.score, band: one.band, parts: one.parts, arr: arr.isComplete ? arr.known : nil)
  }
}
