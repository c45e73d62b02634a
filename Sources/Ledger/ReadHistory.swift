public import Health
public import Review
import SQLite

extension Ledger {
  /// How many editions back the scores of accounts are read, so that pages cost the same after ten years.
  public static let scoredEditions = 60

  /// Reads models from the text of a model file; nil when this version cannot read it.
  public typealias ModelReading = (_ text: String) -> Models?

  /// The editions up to a day, and what the last of them recorded about the current accounts.
  ///
  /// - Parameters:
  ///   - evidence: as of the day.
  ///   - aliases: the current ids of accounts that have changed theirs, by old id.
  ///   - listed: the accounts whose lists are wanted.
  public func history(
    of evidence: Evidence, aliases: [String: String], listed: [Int] = [], models: ModelReading
  ) throws(LedgerError) -> History {
    try checked { database in
      // An unfinished file has no tables yet.
      guard try database.hasTable("edition") else { return History(accounts: evidence.accounts.count) }
      let (rows, editions) = try editions(upTo: evidence.asOf, database)
      let people = try LedgerAccounts(evidence.accounts, aliases: aliases, database)
      let scored = rows.enumerated().suffix(Self.scoredEditions)
      let week = Edition(of: evidence.asOf)
      let previous = editions.lastIndex { $0.edition != week && $0.asOf < evidence.asOf }
      let texts = try ModelTexts(database, read: models)
      // The last revision of a week counts.
      let standing = zip(rows, editions).enumerated().filter { index, _ in
        index + 1 == editions.count || editions[index + 1].edition != editions[index].edition
      }.map { (id: $0.element.0.id, edition: $0.element.1) }
      return History(
        editions: editions, models: rows.map { texts[$0.model] },
        scores: try scores(of: people, in: scored.map { ($0.offset, $0.element.id) }, database),
        listings: try listings(of: listed, people, in: scored.map { ($0.offset, $0.element.id) }, database),
        previous: try previous.map { try record(editions[$0], row: rows[$0], people, texts, database) },
        formerPages: try formerPages(
          // Not of the same week: an edition is not made from itself.
          zip(rows, editions).filter {
            $1.asOf < evidence.asOf.monday && evidence.asOf - $1.asOf <= FormerPage.days
          }.map { ($0.id, $1.edition) }, position: people.position, database),
        feed: try feed(database), withdrawn: try withdrawn(database),
        forecasts: try forecasts(of: standing, judgedOn: evidence.asOf, people, database),
        lists: try lists(
          of: standing.filter { evidence.asOf - $0.edition.asOf < FirstDecisions.days }, people, database))
    }
  }

  /// The editions up to a day that stand or were revised, by week, then revision.
  public func editions(upTo asOf: Day) throws(LedgerError) -> [PublishedEdition] {
    try checked { try $0.hasTable("edition") ? editions(upTo: asOf, $0).editions : [] }
  }

  /// The weeks that have an edition, oldest first.
  public func publishedWeeks() throws(LedgerError) -> [(edition: String, asOf: Day)] {
    try checked { database in
      guard try database.hasTable("edition") else { return [] }
      var weeks: [(edition: String, asOf: Day)] = []
      for edition in try editions(upTo: Day(number: .max), database).editions {
        let label = edition.edition.description
        if weeks.last?.edition == label { weeks.removeLast() }
        weeks.append((label, edition.asOf))
      }
      return weeks
    }
  }

  /// The rest of an edition's row.
  struct EditionRow {
    let id: Int64
    let model: Int64?
    let models: String
  }

  func editions(upTo asOf: Day, _ database: Database) throws -> (
    rows: [EditionRow], editions: [PublishedEdition]
  ) {
    var splits: [Int64: BandSplit] = [:]
    let bands = try database.prepare("SELECT * FROM band")
    while try bands.step() {
      guard let band = Band(rawValue: try bands.value("band")) else { continue }
      splits[try bands.value("edition"), default: BandSplit()][band] = AmountSum(
        count: try bands.value("accounts"), unknown: try bands.later("arr_unknown") ?? 0, known: try bands.value("arr"))
    }
    let accepted = try acceptedGuards(database)
    let withdrawn = try withdrawals(database)
    var rows: [EditionRow] = []
    var editions: [PublishedEdition] = []
    let found = try database.prepare("SELECT * FROM edition ORDER BY label, revision")
    while try found.step() {
      guard let day = Day(iso: try found.value("as_of", as: String.self)), day <= asOf else { continue }
      let id: Int64 = try found.value("id")
      guard withdrawn[id] == nil else { continue }
      rows.append(EditionRow(id: id, model: try found.later("model"), models: try found.value("models")))
      editions.append(
        PublishedEdition(
          edition: Edition(of: day), revision: try found.value("revision"), asOf: day,
          reason: try found.value("reason"), modelVersion: try found.value("model_version"),
          inputs: try found.value("inputs"), fingerprint: try found.later("fingerprint") ?? "",
          bands: splits[id] ?? BandSplit(),
          atRisk: try found.sum("arr_at_risk", of: "at_risk") ?? AmountSum(),
          gross: try found.value("gross"), net: try found.value("net"),
          openDivergences: try found.value("open_divergences"),
          renewalsNotAgreed: try found.sum("renewals_not_agreed", of: "renewals"),
          sentimentOverdue: try found.later("sentiment_overdue"), accepted: accepted[id] ?? []))
    }
    return (rows, editions)
  }

  private func acceptedGuards(_ database: Database) throws -> [Int64: [AcceptedGuard]] {
    guard try database.hasTable("accepted") else { return [:] }
    var accepted: [Int64: [AcceptedGuard]] = [:]
    let rows = try database.prepare("SELECT edition, guard, reason FROM accepted ORDER BY edition, position")
    while try rows.step() {
      guard let kind = Guard(rawValue: try rows.value(1)) else { continue }
      accepted[try rows.value(0), default: []].append(AcceptedGuard(kind, reason: try rows.value(2)))
    }
    return accepted
  }

  private func scores(
    of people: LedgerAccounts, in editions: [(position: Int, id: Int64)], _ database: Database
  ) throws -> RowsByAccount<PublishedScore> {
    var pairs: [(account: Int, row: PublishedScore)] = []
    let statement = try database.prepare(
      "SELECT account, score, band, flag FROM score WHERE edition = ? ORDER BY account")
    for (position, id) in editions {
      try statement.bind([id])
      while try statement.step() {
        guard let account = people.position(of: try statement.value(0)),
          let band = Band(rawValue: try statement.value(2))
        else { continue }
        let flag = try statement.value(3, as: String?.self).flatMap(Sentiment.Flag.init(rawValue:))
        pairs.append(
          (account, PublishedScore(edition: position, score: try statement.value(1), band: band, flag: flag)))
      }
    }
    return RowsByAccount(pairs, accounts: people.count)
  }

  private func listings(
    of accounts: [Int], _ people: LedgerAccounts, in editions: [(position: Int, id: Int64)], _ database: Database
  ) throws -> RowsByAccount<History.Listing> {
    let positions = Dictionary(uniqueKeysWithValues: editions.map { ($0.id, $0.position) })
    let statement = try database.prepare("SELECT edition, list FROM item WHERE account = ? ORDER BY edition")
    var pairs: [(account: Int, row: History.Listing)] = []
    for account in accounts {
      var listings: [History.Listing] = []
      for number in people.numbers(of: account) {
        try statement.bind([number])
        while try statement.step() {
          guard let edition = positions[try statement.value(0)], let list = ListID(rawValue: try statement.value(1))
          else { continue }
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
}

extension Statement {
  /// A sum with its numbers of accounts, which older formats lack.
  fileprivate func sum(_ amount: String, of accounts: String) throws -> AmountSum? {
    guard let known: Double = try later(amount) else { return nil }
    return AmountSum(
      count: try later("\(accounts)_accounts") ?? 0, unknown: try later("\(accounts)_unknown") ?? 0, known: known)
  }

  /// A column of later formats: nil in an older ledger, which is not migrated for reading.
  func later<Value: SQLiteValue>(_ column: String) throws -> Value? {
    columns.contains(column) ? try value(column, as: Value?.self) : nil
  }
}
