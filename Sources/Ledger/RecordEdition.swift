public import Health
public import Review
import SQLite

extension Ledger {
  /// One of the things an edition is made from, including the program: its name and digest.
  public typealias Input = (name: String, sha256: String)

  /// What publishing a week would be: its first publication, a revision, or, from the very same inputs, the existing
  /// publication.
  ///
  /// - Throws: `published` when the week exists from other inputs and no reason is given, `nothingToRevise` when a
  public func nextPublication(
    of asOf: Day, digest: String, revise: String?
  ) throws(LedgerError) -> NextPublication {
    let edition = Edition(of: asOf)
    return try nextPublication(
      after: try checked { try revisions(of: edition, $0) }, edition: edition, digest: digest, revise: revise)
  }

  /// What publishing a week now would be.
  public struct NextPublication: Hashable, Sendable {
    /// 0 for the first publication of the week.
    public let revision: Int
    /// Why it is published again; nil for its first publication.
    public let reason: String?
    /// Whether the very same publication is on record.
    public let isRecorded: Bool
  }

  /// What a publication was made from.
  public func inputs(of edition: String, revision: Int) throws(LedgerError) -> [Input] {
    try checked { database in
      let rows = try database.prepare(
        "SELECT name, sha256 FROM input WHERE edition = (SELECT id FROM edition WHERE label = ? AND revision = ?)")
      try rows.bind([edition, revision])
      var inputs: [Input] = []
      while try rows.step() { inputs.append((try rows.value(0), try rows.value(1))) }
      return inputs
    }
  }

  /// A recorded publication, with what proves that an archive belongs to it.
  public struct Publication: Hashable, Sendable {
    /// The week.
    public let edition: String
    /// 0 for the first publication of the week.
    public let revision: Int
    /// The mark on each of its pages; empty when an older Vigie recorded it.
    public let fingerprint: String
    /// The digest of the edition in its archive; nil when an older Vigie recorded it.
    public let archiveDigest: String?
    /// Why it was taken back; nil where it was not.
    public let withdrawn: String?
  }

  /// Every publication, in the order of publishing.
  public func publications() throws(LedgerError) -> [Publication] {
    try checked { database in
      // An unfinished file has no tables yet.
      guard try database.hasTable("edition") else { return [] }
      let withdrawn = try withdrawals(database)
      let rows = try database.prepare("SELECT * FROM edition ORDER BY id")
      var publications: [Publication] = []
      while try rows.step() {
        publications.append(
          Publication(
            edition: try rows.value("label"), revision: try rows.value("revision"),
            fingerprint: try rows.later("fingerprint") ?? "", archiveDigest: try rows.later("archive_digest"),
            withdrawn: withdrawn[try rows.value("id")]))
      }
      return publications
    }
  }

  private func nextPublication(
    after publications: [RecordedRevision], edition: Edition, digest: String, revise: String?
  ) throws(LedgerError) -> NextPublication {
    guard let last = publications.last else {
      guard revise == nil else { throw .nothingToRevise(edition: edition.description) }
      return NextPublication(revision: 0, reason: nil, isRecorded: false)
    }
    guard let standing = publications.last(where: { $0.withdrawn == nil }) else {
      // What was taken back keeps its number, and says why there is another.
      return NextPublication(revision: last.revision + 1, reason: revise ?? last.withdrawn, isRecorded: false)
    }
    if standing.inputs == digest {
      return NextPublication(revision: standing.revision, reason: standing.reason, isRecorded: true)
    }
    guard let revise else { throw .published(edition: edition.description, revision: standing.revision) }
    return NextPublication(revision: last.revision + 1, reason: revise, isRecorded: false)
  }

  /// What is on record of one publication of a week.
  private struct RecordedRevision {
    let revision: Int
    let inputs: String
    let reason: String?
    let withdrawn: String?
  }

  /// Adds an edition, all of it or nothing.
  ///
  /// A week already published from the very same inputs is left as it is, so that a publication that was cut short can
  /// resume.
  ///
  /// - Parameters:
  ///   - revise: why a published week is published again; nil for its first publication.
  ///   - tool: name and version of the program.
  ///   - modelText: the model file, or the built-in model.
  ///   - fingerprint: the mark on each of its pages.
  ///   - arrivals: what had arrived, which the next edition is held against.
  ///   - accepted: the guards that held and were accepted.
  ///   - pages: the addresses that it has, which are kept when their pages have gone.
  ///   - feed: the id of the portfolio's feed; nil for none.
  ///   - lastStep: what must be done before the edition counts, given the digest of its rows and returning that of its
  ///     archive; when it throws, nothing is recorded.
  /// - Returns: the edition as it is in the ledger.
  @discardableResult
  public func record(
    _ review: Review, revise: String?, tool: String, currency: String, modelText: String, fingerprint: String,
    digest: String, inputs: [Input], arrivals: Arrivals? = nil, accepted: [AcceptedGuard] = [],
    pages: [EditionPage] = [], feed: String? = nil, lastStep: (_ rows: String) throws -> String
  ) throws -> PublishedEdition {
    var recorded: PublishedEdition?
    var stepFailure: (any Error)?
    do {
      let database = try openedForWriting()
      try database.transaction {
        // Checked again under the lock: another process may have published in the meantime.
        let next = try nextPublication(
          after: revisions(of: review.edition, database), edition: review.edition, digest: digest, revise: revise)
        let edition = PublishedEdition(
          review, revision: next.revision, reason: next.reason, inputs: digest, fingerprint: fingerprint,
          accepted: accepted)
        let id: Int64
        if next.isRecorded {
          id = try recordedID(edition, database)
        } else {
          let new = try insert(
            edition, review, tool: tool, currency: currency, modelText: modelText, feed: feed, database)
          try insert(inputs, edition: new, database)
          try insert(arrivals?.feeds ?? [], accepted, edition: new, database)
          let accounts = try positions(of: review, database)
          try insert(review, edition: new, accounts: accounts, arrivals, database)
          try insert(books: review, edition: new, accounts: accounts, database)
          try insert(forecastOf: review, edition: new, accounts: accounts, database)
          try insert(pages, edition: new, database)
          id = new
        }
        do {
          let archive = try lastStep(try self.digest(of: id, database))
          recorded = edition
          if !next.isRecorded {
            try database.run("UPDATE edition SET archive_digest = ? WHERE id = ?", [archive, id])
          }
        } catch {
          stepFailure = error
          return false
        }
        return !next.isRecorded
      }
    } catch let error as LedgerError {
      throw error
    } catch {
      throw LedgerError(error, file: file)
    }
    if let stepFailure { throw stepFailure }
    guard let recorded else { throw LedgerError.unusable(file: file, reason: "nothing was recorded") }
    return recorded
  }

  private func recordedID(_ edition: PublishedEdition, _ database: Database) throws -> Int64 {
    try database.first(
      "SELECT id FROM edition WHERE label = ? AND revision = ?", [edition.edition.description, edition.revision]) ?? 0
  }

  /// The publications of a week, the last one last.
  private func revisions(of edition: Edition, _ database: Database) throws -> [RecordedRevision] {
    let withdrawn = try withdrawals(database)
    let rows = try database.prepare(
      "SELECT id, revision, inputs, reason FROM edition WHERE label = ? ORDER BY revision")
    try rows.bind([edition.description])
    var revisions: [RecordedRevision] = []
    while try rows.step() {
      revisions.append(
        RecordedRevision(
          revision: try rows.value(1), inputs: try rows.value(2), reason: try rows.value(3),
          withdrawn: withdrawn[try rows.value(0)]))
    }
    return revisions
  }

  private func insert(
    _ edition: PublishedEdition, _ review: Review, tool: String, currency: String, modelText: String, feed: String?,
    _ database: Database
  ) throws -> Int64 {
    try database.run("INSERT INTO model (text) VALUES (?) ON CONFLICT DO NOTHING", [modelText])
    try database.run(
      """
      INSERT INTO edition (label, revision, as_of, reason, tool, inputs, model_version, models, currency, arr_at_risk,
        gross, net, open_divergences, model, fingerprint, renewals_not_agreed, sentiment_overdue, feed,
        at_risk_accounts, at_risk_unknown, renewals_accounts, renewals_unknown)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT id FROM model WHERE text = ?), ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        edition.edition.description, edition.revision, edition.asOf.description, edition.reason, tool, edition.inputs,
        edition.modelVersion, try ModelRecord.json(review.models), currency, edition.atRisk.known, edition.gross,
        edition.net, edition.openDivergences, modelText, edition.fingerprint, edition.renewalsNotAgreed?.known,
        edition.sentimentOverdue, feed, edition.atRisk.count, edition.atRisk.unknown,
        edition.renewalsNotAgreed?.count ?? 0, edition.renewalsNotAgreed?.unknown ?? 0,
      ])
    let id = database.lastInsertedRow
    for band in Band.allCases {
      try database.run(
        "INSERT INTO band (edition, band, accounts, arr, arr_unknown) VALUES (?, ?, ?, ?, ?)",
        [
          id, band.rawValue, edition.bands[band].count, edition.bands[band].known, edition.bands[band].unknown,
        ])
    }
    return id
  }

  private func insert(_ inputs: [Input], edition: Int64, _ database: Database) throws {
    for (position, input) in inputs.enumerated() {
      try database.run("INSERT INTO input VALUES (?, ?, ?, ?)", [edition, position, input.name, input.sha256])
    }
  }

  private func insert(
    _ feeds: [Arrivals.Feed], _ accepted: [AcceptedGuard], edition: Int64, _ database: Database
  ) throws {
    for (position, feed) in feeds.enumerated() {
      let (kind, name) = feed.name.recorded
      try database.run(
        "INSERT INTO feed VALUES (?, ?, ?, ?, ?, ?)",
        [edition, position, kind, name, feed.rows, feed.newest?.description])
    }
    for (position, one) in accepted.enumerated() {
      try database.run("INSERT INTO accepted VALUES (?, ?, ?, ?)", [edition, position, one.kind.rawValue, one.reason])
    }
  }

  /// The ledger's own number of every active account; new accounts get one.
  private func positions(of review: Review, _ database: Database) throws -> [Int: Int64] {
    let find = try database.prepare("SELECT id FROM account WHERE account_id = ?")
    let add = try database.prepare("INSERT INTO account (account_id) VALUES (?)")
    var positions: [Int: Int64] = [:]
    for account in review.accounts {
      let id = Array(review.evidence.accounts[account.account].id.text.utf8)
      try find.bind([id])
      if try find.step() {
        positions[account.account] = try find.value(0)
      } else {
        try add.run([id])
        positions[account.account] = database.lastInsertedRow
      }
    }
    return positions
  }

  private func insert(
    _ review: Review, edition: Int64, accounts: [Int: Int64], _ arrivals: Arrivals?, _ database: Database
  ) throws {
    let score = try database.prepare(
      "INSERT INTO score VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for account in review.accounts {
      let own = account.score
      let dimensions = account.detail.dimensions.map { $0?.score }
      let measures = account.detail.measures.flatMap { [$0?.observation.value, $0?.counted] }
      try score.run([
        edition, accounts[account.account], review.models.segments[account.segment].id,
        review.models.segments[account.segment].model, own.published, own.exact, own.low, own.high, own.coverage,
        own.band.rawValue, own.uncappedBand.rawValue, account.currentFlag?.rawValue,
        account.currentFlag == nil ? nil : account.sentiment?.date.description,
        review.evidence.accounts[account.account].arr, account.points.total, account.exposure,
        bytes(dimensions), bytes(measures), review.evidence.accounts[account.account].name,
        arrivals.map { bytes($0.newest[account.account]) },
      ])
    }
    let item = try database.prepare("INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    for list in ListID.allCases {
      for (position, entry) in review[list].enumerated() {
        try item.run([
          edition, list.rawValue, position, accounts[entry.account], entry.since.description, entry.weeks,
          entry.state.rawValue, entry.isOverdue,
        ])
      }
    }
  }
}
