public import Health

/// Something that is missing in the data and holds up no publication, which is told with the guards.
public enum MissingNote: Hashable, Sendable {
  /// A feed goes on and has lost rows of some accounts.
  case thinned(ThinnedFeed, since: Edition)
  /// Tables whose rows nobody takes out have fewer of them.
  case shortened([ShortenedTable], since: Edition)
  /// Accounts that were active in the newest edition and are not, though nothing happened since.
  case inactive([InactiveAccount], since: Edition)
  /// Accounts that are active and were not in the newest edition, though they were customers then by today's data.
  case reappeared([Int], since: Edition)
  /// Accounts whose revenue the newest edition knew and that is unknown now; the revenue then.
  case arrGone([HeldGuard.Missing], since: Edition)
  /// Accounts whose renewal the newest edition doubted and that have no renewal day now, and no outcome since.
  case renewalGone([Int], since: Edition)
  /// Accounts of editions before the newest that are in no row, and nothing says why; the most revenue first.
  case stillGone([PastAccount])
  /// Feeds that have not come back to the days that they had before the newest edition.
  case stillEnded([PastEnd])

  /// A table with fewer rows than it had.
  public struct ShortenedTable: Hashable, Sendable {
    /// Which.
    public let table: Table
    /// The rows that could be used then.
    public let then: Int
    /// The rows that can be used now.
    public let now: Int
  }

  /// An account that a day in its row takes out of the report.
  public struct InactiveAccount: Hashable, Sendable {
    /// Its position in the evidence.
    public let account: Int
    /// Its revenue in the newest edition; nil where it was unknown.
    public let arr: Double?
    /// The day that says so.
    public let reason: Reason

    /// Why an account is not active.
    public enum Reason: Hashable, Sendable {
      /// It begins on a day to come.
      case startsOn(Day)
      /// It left on a day so long ago that the newest edition should have known.
      case leftOn(Day)
    }
  }

  /// An account, and the last edition that had it.
  public struct PastAccount: Hashable, Sendable {
    /// Which account.
    public let account: HeldGuard.Missing
    /// The last edition in which it was active.
    public let last: Edition

    /// Creates what a ledger knows.
    public init(_ account: HeldGuard.Missing, last: Edition) {
      self.account = account
      self.last = last
    }
  }

  /// A feed that ends earlier than it did, and the edition that had more.
  public struct PastEnd: Hashable, Sendable {
    /// The feed with both days.
    public let end: HeldGuard.EarlierEnd
    /// The edition.
    public let edition: Edition
  }
}

extension MissingNote {
  /// What some guards do not say already; nil where nothing is left.
  public func without(_ held: [HeldGuard]) -> MissingNote? {
    var accounts: Set<HeldGuard.Missing> = []
    var feeds: Set<FeedName> = []
    for held in held {
      switch held {
      case .vanished(let missing, _): accounts.formUnion(missing)
      case .feedWentBack(let ends, _): feeds.formUnion(ends.map(\.feed))
      default: break
      }
    }
    switch self {
    case .stillGone(let gone):
      let rest = gone.filter { !accounts.contains($0.account) }
      return rest.isEmpty ? nil : .stillGone(rest)
    case .stillEnded(let ends):
      let rest = ends.filter { !feeds.contains($0.end.feed) }
      return rest.isEmpty ? nil : .stillEnded(rest)
    case .thinned, .shortened, .inactive, .reappeared, .arrGone, .renewalGone: return self
    }
  }
}

/// What the editions before the newest one had.
public struct EarlierEditions: Sendable {
  /// The days over which an edition still counts: for accounts a year, as for retention.
  public static let accountDays = Retention.days
  /// For feeds a quarter: a feed that was given up is not told for ever.
  public static let feedDays = 7 * Trend.longestChange

  /// Accounts of which the evidence knows nothing and that the newest edition did not have, by their last edition.
  public let accounts: [MissingNote.PastAccount]
  /// Of each feed, what the edition with its newest day had.
  public let feeds: [(feed: Arrivals.Feed, edition: Edition)]

  /// Creates what a ledger knows.
  public init(
    accounts: [MissingNote.PastAccount] = [], feeds: [(feed: Arrivals.Feed, edition: Edition)] = []
  ) {
    self.accounts = accounts
    self.feeds = feeds
  }
}

extension GuardCheck {
  /// What is missing beside the guards, in the order in which it is told.
  public var notes: [MissingNote] {
    [inactive, reappeared, arrGone, renewalGone, shortened].compactMap(\.self) + thinned
      + [stillGone, stillEnded].compactMap(\.self)
  }

  private var inactive: MissingNote? {
    guard let record else { return nil }
    let accounts = evidence.accounts.indices.compactMap { account -> MissingNote.InactiveAccount? in
      guard let score = record.scores[account], !evidence.isActive(account, on: evidence.asOf) else { return nil }
      let reason: MissingNote.InactiveAccount.Reason
      if let start = evidence.accounts[account].startedOn, start > evidence.asOf {
        reason = .startsOn(start)
      } else if let left = evidence.churn(of: account, on: evidence.asOf)?.date ?? evidence.accounts[account].endedOn,
        evidence.asOf - left >= Retention.days
      {
        // Later losses are among those that the pages list.
        reason = .leftOn(left)
      } else {
        return nil
      }
      return MissingNote.InactiveAccount(account: account, arr: score.arr, reason: reason)
    }
    return accounts.isEmpty ? nil : .inactive(accounts, since: record.edition)
  }

  private var reappeared: MissingNote? {
    guard let record else { return nil }
    let accounts = evidence.accounts.indices.filter { account in
      record.scores[account] == nil && evidence.isActive(account, on: evidence.asOf)
        && evidence.isActive(account, on: record.asOf)
    }
    return accounts.isEmpty ? nil : .reappeared(accounts, since: record.edition)
  }

  private var arrGone: MissingNote? {
    guard let record else { return nil }
    let accounts = evidence.accounts.indices.compactMap { index -> HeldGuard.Missing? in
      let account = evidence.accounts[index]
      guard account.arr == nil, evidence.isActive(index, on: evidence.asOf), let arr = record.scores[index]?.arr else {
        return nil
      }
      return HeldGuard.Missing(id: account.id.text, name: account.name, arr: arr)
    }
    return accounts.isEmpty ? nil : .arrGone(Self.byRevenue(accounts), since: record.edition)
  }

  private var renewalGone: MissingNote? {
    guard let record else { return nil }
    let accounts = record.renewalsInDoubt.sorted().filter { account in
      evidence.isActive(account, on: evidence.asOf) && evidence.accounts[account].renewsOn == nil
        && !evidence.outcomes[account].contains { $0.date > record.asOf && $0.date <= evidence.asOf }
    }
    return accounts.isEmpty ? nil : .renewalGone(accounts, since: record.edition)
  }

  /// Tables to which rows are only added; of the others exports often hold the last months.
  private static let growing: [Table] = [.sentiment, .risks, .contacts, .goals, .outcomes, .reviews]

  private var shortened: MissingNote? {
    // Where accounts are gone their rows are, and that is told by their names.
    guard let record, record.forgotten.isEmpty, let then = record.arrivals else { return nil }
    let ended = Set(arrivals.earlierEnds(since: then).map(\.feed))
    let tables = Self.growing.compactMap { table -> MissingNote.ShortenedTable? in
      guard !ended.contains(.table(table)), let old = then[.table(table)], arrivals[.table(table)] != nil
      else { return nil }
      // Refused rows are there, and told.
      let now = rows(of: table).read
      return now < old.rows ? MissingNote.ShortenedTable(table: table, then: old.rows, now: now) : nil
    }
    return tables.isEmpty ? nil : .shortened(tables, since: record.edition)
  }

  private var thinned: [MissingNote] {
    guard let record, let then = record.arrivals else { return [] }
    return arrivals.thinned(since: then).map { .thinned($0, since: record.edition) }
  }

  private var stillGone: MissingNote? {
    let accounts = (record?.earlier.accounts ?? []).filter { isUnexplained($0.account.id) }
      .sorted { ($1.account.arr ?? 0, $0.account.id) < ($0.account.arr ?? 0, $1.account.id) }
    return accounts.isEmpty ? nil : .stillGone(accounts)
  }

  private var stillEnded: MissingNote? {
    guard let record else { return nil }
    let known = Set((record.arrivals.map { arrivals.earlierEnds(since: $0) } ?? []).map(\.feed))
    let ends = record.earlier.feeds.compactMap { earlier -> MissingNote.PastEnd? in
      guard !known.contains(earlier.feed.name),
        let end = arrivals.earlierEnds(since: Arrivals(feeds: [earlier.feed], newest: [])).first
      else { return nil }
      return MissingNote.PastEnd(end: end, edition: earlier.edition)
    }
    return ends.isEmpty ? nil : .stillEnded(ends)
  }
}
