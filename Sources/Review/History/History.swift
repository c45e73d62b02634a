public import Health

/// The published editions, and what they recorded about the current accounts.
public struct History: Sendable {
  /// By week, then revision: the last one of a week counts, whatever day of the week it reports on.
  public let editions: [PublishedEdition]
  /// For each edition the models that scored it; nil when they are not on record or can no longer be read.
  public let models: [Models?]
  /// For each account, by position in the evidence, what the editions recorded, oldest first.
  public let scores: RowsByAccount<PublishedScore>
  /// For lost accounts, the lists that named them, oldest edition first.
  public let listings: RowsByAccount<Listing>
  /// The last edition of an earlier week, with everything that it recorded about the accounts.
  public let previous: EditionRecord?
  /// The addresses that the editions of the last year had, sorted.
  public let formerPages: [FormerPage]
  /// The id of the portfolio's feed; nil where no edition has kept one.
  public let feed: String?
  /// The editions that were taken back, in the order of publishing; none is among `editions`.
  public let withdrawn: [WithdrawnEdition]
  /// What the editions that count expected of renewals, in the order of the editions.
  public let forecasts: [PublishedForecast]
  /// The lists of the editions that count, as far back as they are looked at, oldest first.
  public let lists: [EditionLists]
  private let replaced: [Bool]

  /// An account on a list of an edition.
  public struct Listing: Hashable, Sendable {
    /// The position of the edition in `editions`.
    public let edition: Int
    /// The id of the list.
    public let list: ListID

    /// Creates a listing from the contents of a ledger.
    public init(edition: Int, list: ListID) {
      self.edition = edition
      self.list = list
    }
  }

  /// Creates a history from the contents of a ledger; `scores` and `listings` name editions by their position.
  public init(
    editions: [PublishedEdition], models: [Models?], scores: RowsByAccount<PublishedScore>,
    listings: RowsByAccount<Listing>, previous: EditionRecord?, formerPages: [FormerPage] = [],
    feed: String? = nil, withdrawn: [WithdrawnEdition] = [], forecasts: [PublishedForecast] = [],
    lists: [EditionLists] = []
  ) {
    precondition(editions.count == models.count, "every edition has its models, or nil")
    self.editions = editions
    self.models = models
    self.scores = scores
    self.listings = listings
    self.previous = previous
    self.formerPages = formerPages
    self.feed = feed
    self.withdrawn = withdrawn
    self.forecasts = forecasts
    self.lists = lists
    // The last revision of a week comes last.
    replaced = editions.indices.map { $0 + 1 < editions.count && editions[$0 + 1].edition == editions[$0].edition }
  }

  /// Creates a history without editions.
  public init(accounts: Int) {
    self.init(
      editions: [], models: [], scores: RowsByAccount(accounts: accounts), listings: RowsByAccount(accounts: accounts),
      previous: nil)
  }

  /// What the newest edition on or before a day, within a number of days, recorded about an account.
  public func published(of account: Int, onOrBefore day: Day, within days: Int) -> PublishedScore? {
    scores[account].last { score in
      let asOf = editions[score.edition].asOf
      return asOf <= day && day - asOf <= days
    }
  }

  /// The editions of the weeks before the week of a day.
  public func beforeWeek(of asOf: Day) -> History {
    let kept = editions.indices.filter { editions[$0].asOf < asOf.monday }
    let position = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    return History(
      editions: kept.map { editions[$0] }, models: kept.map { models[$0] },
      scores: scores.compactMap { score in
        position[score.edition].map {
          PublishedScore(edition: $0, score: score.score, band: score.band, flag: score.flag)
        }
      },
      listings: listings.compactMap { listing in
        position[listing.edition].map { Listing(edition: $0, list: listing.list) }
      },
      previous: previous, formerPages: formerPages, feed: feed, withdrawn: withdrawn,
      forecasts: forecasts.filter { $0.asOf < asOf.monday }, lists: lists.filter { $0.asOf < asOf.monday })
  }

  /// The editions that count: the last revision of each week.
  public var standing: [PublishedEdition] {
    editions.indices.filter { !isReplaced($0) }.map { editions[$0] }
  }

  /// True when the edition at a position is followed by a later revision of the same week.
  public func isReplaced(_ position: Int) -> Bool {
    replaced[position]
  }
}
