public import Health

/// What moved a score over one of the spans of `ScoreChanges`.
public struct ScoreWindow: Sendable {
  /// Its length in weeks.
  public let weeks: Int
  /// The score at its beginning; nil when the account was not active.
  public let before: Score?
  /// The score of the as-of day.
  public let after: Score
  /// The measures that moved the score by `smallestMove` or more, the largest effect first.
  public let moves: [MeasureMove]

  /// The smallest effect that explains anything, in points: less than that is lost in rounding.
  public static let smallestMove = 0.5

  /// The change of the published score; nil when either end has none.
  public var change: Int? {
    guard let before = before?.published, let after = after.published else { return nil }
    return after - before
  }
}

/// The scorers of the days from which changes are counted, made once for all accounts.
public struct EarlierDays: Sendable {
  let days: [(weeks: Int, scorer: DayScorer)]
}

extension Review {
  /// The scorers of the beginning of each span of `ScoreChanges`.
  public var earlierDays: EarlierDays {
    EarlierDays(days: ScoreChanges.spans.map { ($0, scorer.session(on: asOf - 7 * $0)) })
  }

  /// What moved an account's score over a week, a month and a quarter.
  public func windows(of account: AccountReview, since earlier: EarlierDays) -> [ScoreWindow] {
    earlier.days.map { weeks, scorer in
      let before = scorer.detail(of: account.account)
      let moves = before.map { MeasureMove.all(from: $0, to: account.detail, by: account.model) } ?? []
      return ScoreWindow(
        weeks: weeks, before: before?.score, after: account.score,
        moves: moves.filter { abs($0.points) >= ScoreWindow.smallestMove }
          .enumerated().sorted { (-abs($0.element.points), $0.offset) < (-abs($1.element.points), $1.offset) }
          .map(\.element))
    }
  }
}
