/// Weekly scores under today's models, from the as-of day backwards.
///
/// No score of the past uses data of a later date than its own.
public struct Trend: Sendable {
  /// The number of weeks over which an unbroken run can be counted: a year.
  public static let weeks = 52
  /// The number of weeks of the longest change: a quarter.
  public static let longestChange = 13

  /// The as-of day.
  public let asOf: Day
  /// The scores of the as-of day and of the 64 days 1, 2, … weeks before it, in this order.
  public let scores: ScoresByDay

  /// Scores every account on these days.
  public init(_ scorer: Scorer) async {
    let asOf = scorer.evidence.asOf
    self.asOf = asOf
    scores = await scorer.scores(on: (0..<(Trend.weeks + Trend.longestChange)).map { asOf - 7 * $0 })
  }

  /// The score of an account a number of weeks ago, at most 64; nil when it was not active.
  public func score(of account: Int, weeksAgo: Int) -> TrendScore? { scores[account, weeksAgo] }

  /// The score on the last weekly day up to the given day; nil unless that is fewer than a number of weeks ago, at
  /// most 65.
  public func score(of account: Int, onOrBefore day: Day, within weeks: Int = weeks + longestChange) -> TrendScore? {
    let weeksAgo = (asOf - day + 6) / 7
    return weeksAgo < weeks ? score(of: account, weeksAgo: weeksAgo) : nil
  }

  /// The day a number of weeks ago.
  public func day(weeksAgo: Int) -> Day { asOf - 7 * weeksAgo }

  /// The changes of the published score up to the day a number of weeks ago, at most 51.
  public func changes(of account: Int, weeksAgo: Int = 0) -> ScoreChanges {
    let now = score(of: account, weeksAgo: weeksAgo)?.published
    func change(over weeks: Int) -> Int? {
      guard let now, let then = score(of: account, weeksAgo: weeksAgo + weeks)?.published else { return nil }
      return now - then
    }
    return ScoreChanges(over: change)
  }
}
