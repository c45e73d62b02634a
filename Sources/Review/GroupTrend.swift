public import Health

/// The weekly scores of a group of accounts, under today's models.
///
/// Accounts count in the weeks in which they were active, so a group loses and gains members on the way.
public struct GroupTrend: Sendable {
  private let trend: Trend
  private let accounts: [Int]
  /// The number of weeks since the last edition; 1 when there is none within `WeekFigures.weeks`.
  public let weeksSinceEdition: Int

  init(_ review: Review, accounts: [Int]) {
    trend = review.trend
    self.accounts = accounts
    let weeks = review.history.previous.map { (review.asOf.monday - $0.asOf.monday) / 7 }
    weeksSinceEdition = weeks.flatMap { (1...WeekFigures.weeks).contains($0) ? $0 : nil } ?? 1
  }

  /// The day a number of weeks ago.
  public func day(weeksAgo: Int) -> Day { trend.day(weeksAgo: weeksAgo) }

  /// The median of the published scores a number of weeks ago, at most 64; nil when there was none.
  public func median(weeksAgo: Int) -> Double? {
    Health.median(accounts.compactMap { trend.score(of: $0, weeksAgo: weeksAgo)?.published.map(Double.init) })
  }

  /// How many accounts were in each band a number of weeks ago, at most 64.
  public func counts(weeksAgo: Int) -> [Band: Int] {
    accounts.reduce(into: [:]) { counts, account in
      if let band = trend.score(of: account, weeksAgo: weeksAgo)?.band { counts[band, default: 0] += 1 }
    }
  }
}

extension Review {
  /// The weekly scores of everybody who is or was in a segment.
  public func trend(of segment: SegmentReview) -> GroupTrend {
    let position = models.segments.firstIndex { $0.id == segment.segment.id }
    return GroupTrend(self, accounts: evidence.accounts.indices.filter { scorer.segmentOf[$0] == position })
  }

  /// The weekly scores of the portfolio.
  public var trendOfAll: GroupTrend { GroupTrend(self, accounts: Array(evidence.accounts.indices)) }
}
