public import Health

/// The editions that were published, and what they said about the accounts of today.
public struct History: Sendable {
  /// By week, then revision: of one week the last counts, whatever day of the week it reports on.
  public let editions: [PublishedEdition]
  /// For each account, by position in the evidence, what the editions said, oldest first.
  public let scores: RowsByAccount<PublishedScore>

  /// Takes what a ledger holds; `scores` name editions by their position.
  public init(editions: [PublishedEdition], scores: RowsByAccount<PublishedScore>) {
    self.editions = editions
    self.scores = scores
  }

  /// Nothing published yet.
  public init(accounts: Int) {
    self.init(editions: [], scores: RowsByAccount(accounts: accounts))
  }

  /// What the newest edition of a day or before, but not more than so many days before, said about an account.
  public func published(of account: Int, onOrBefore day: Day, within days: Int) -> PublishedScore? {
    scores[account].last { score in
      let asOf = editions[score.edition].asOf
      return asOf <= day && day - asOf <= days
    }
  }

  /// The editions of the weeks before that of a day.
  public func beforeWeek(of asOf: Day) -> History {
    let kept = editions.indices.filter { editions[$0].asOf < asOf.monday }
    let position = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    return History(
      editions: kept.map { editions[$0] },
      scores: scores.compactMap { score in
        position[score.edition].map {
          PublishedScore(edition: $0, score: score.score, band: score.band, flag: score.flag)
        }
      })
  }

  /// The editions that stand: of each week the last revision.
  public var standing: [PublishedEdition] {
    editions.indices.filter { !isReplaced($0) }.map { editions[$0] }
  }

  /// True when a later revision of the same week follows the edition at a position.
  public func isReplaced(_ position: Int) -> Bool {
    editions[(position + 1)...].contains { $0.edition == editions[position].edition }
  }
}
