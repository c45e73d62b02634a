public import Health

/// What had arrived by the as-of day: every table and every observed measure with its newest day.
public struct Arrivals: Hashable, Sendable {
  /// A table or measure.
  public struct Feed: Hashable, Sendable {
    /// Which.
    public let name: FeedName
    /// Its rows, or observations, that could be used.
    public let rows: Int
    /// Its newest day up to the as-of day; nil where its rows have no days, or it has none.
    public let newest: Day?

    /// Takes what is known of a feed.
    public init(_ name: FeedName, rows: Int, newest: Day?) {
      self.name = name
      self.rows = rows
      self.newest = newest
    }
  }

  /// Tables that have a file, then measures.
  public let feeds: [Feed]
  /// For each account, by position in the evidence, its newest day in each feed, in their order.
  ///
  /// Nil where it has none, or where the feed is not followed account by account; empty for accounts that were not active.
  public let newest: [[Day?]]
  /// For each feed its first day, as far as it is known: an export may hold the last months only.
  private let first: [Day?]

  /// Takes what a ledger holds.
  public init(feeds: [Feed], newest: [[Day?]]) {
    self.feeds = feeds
    self.newest = newest
    first = []
  }

  /// Looks at what was read.
  public init(_ evidence: Evidence, _ judgement: Judgement, _ quality: DataQuality) {
    let tables = Table.allCases.compactMap { table -> Feed? in
      let feeds = quality.feeds.filter { $0.table == table }
      // Accounts that are missing are missed one by one.
      guard table != .accounts, !feeds.isEmpty else { return nil }
      return Feed(
        .table(table), rows: feeds.reduce(0) { $0 + $1.rows.used }, newest: feeds.compactMap(\.newestDay).max())
    }
    let measures = evidence.series.filter { $0.count > 0 }.map {
      Feed(.measure($0.name), rows: $0.count, newest: $0.lastDay)
    }
    feeds = tables + measures
    first = feeds.map { feed in
      switch feed.name {
      case .measure(let name): evidence.series.first { $0.name == name }?.firstDay
      case .table(.touchpoints): evidence.touchpoints.all.map(\.date).min()
      case .table(.tickets): evidence.tickets.all.map(\.openedOn).min()
      case .table(.sentiment): judgement.sentiment.all.map(\.date).min()
      case .table: nil
      }
    }
    let series = Dictionary(evidence.series.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    newest = evidence.accounts.indices.map { account in
      guard evidence.isActive(account, on: evidence.asOf) else { return [] }
      return (tables + measures).map { feed in
        switch feed.name {
        case .measure(let name): series[name]?.latest(of: account, onOrBefore: evidence.asOf)?.day
        case .table(.touchpoints): evidence.touchpoints[account].map(\.date).max()
        case .table(.tickets): evidence.tickets[account].map(\.openedOn).max()
        case .table(.sentiment): judgement.sentiment[account].map(\.date).max()
        // The rows of the others come when something happens, and may end.
        case .table: nil
        }
      }
    }
  }

  subscript(name: FeedName) -> Feed? { feeds.first { $0.name == name } }

  /// The feeds that end earlier than they did, or had rows and have none.
  func earlierEnds(since then: Arrivals) -> [HeldGuard.EarlierEnd] {
    then.feeds.compactMap { old in
      let now = self[old.name]
      let isEarlier =
        if let newest = old.newest { now?.newest.map { $0 < newest } ?? true } else {
          old.rows > 0 && now?.rows ?? 0 == 0
        }
      return isEarlier ? HeldGuard.EarlierEnd(feed: old.name, then: old.newest, now: now?.newest) : nil
    }
  }
}

/// Feeds that had rows of some accounts for the newest edition and have lost them, while they go on for others.
public struct ThinnedFeed: Hashable, Sendable {
  /// The tables and measures that lost the same.
  public var feeds: [FeedName]
  /// For how many of the accounts that are active in both they had rows then.
  public let then: Int
  /// For how many of them they have rows now.
  public let now: Int
  /// The accounts whose rows are gone, all of them or the newest, by position in the evidence.
  public let accounts: [Int]
}

extension Arrivals {
  /// The feeds that go on and have lost rows of some accounts, those that lost most accounts first.
  public func thinned(since then: Arrivals) -> [ThinnedFeed] {
    let ended = Set(earlierEnds(since: then).map(\.feed))
    let lost = then.feeds.enumerated().compactMap { position, old -> ThinnedFeed? in
      guard let place = feeds.firstIndex(where: { $0.name == old.name }), !ended.contains(old.name) else { return nil }
      var (had, has) = (0, 0)
      var accounts: [Int] = []
      for account in newest.indices where !newest[account].isEmpty {
        guard account < then.newest.count, position < then.newest[account].count,
          let before = then.newest[account][position]
        else { continue }
        let day = newest[account][place]
        had += 1
        if day != nil { has += 1 }
        // Rows from before the first day of an export that moves along are not lost.
        let isOld = place < first.count && first[place].map { before < $0 } ?? true
        if day.map({ $0 < before }) ?? !isOld { accounts.append(account) }
      }
      return accounts.isEmpty ? nil : ThinnedFeed(feeds: [old.name], then: had, now: has, accounts: accounts)
    }
    let together = lost.reduce(into: [ThinnedFeed]()) { all, one in
      let alike = all.firstIndex { $0.then == one.then && $0.now == one.now && $0.accounts == one.accounts }
      if let alike { all[alike].feeds += one.feeds } else { all.append(one) }
    }
    return together.sorted { $0.accounts.count > $1.accounts.count }
  }
}
