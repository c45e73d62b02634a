/// The parts of an account's score on an earlier day that are used later.
public struct TrendScore: Sendable {
  /// The published score; nil when unscored.
  public let published: Int?
  /// The band after caps.
  public let band: Band
  /// The score of the dimension `usage`, 0–100; nil when the model has no such dimension or it is excluded.
  public let usage: Double?
  /// True when the measure of the expansion rule is fresh and high enough.
  public let meetsExpansion: Bool
}

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
  private let scores: [[TrendScore?]]

  /// Scores every account on the as-of day and on the 64 days 1, 2, … weeks before it.
  ///
  /// The days do not depend on each other, so they are scored in parallel.
  public init(_ scorer: Scorer) async {
    let asOf = scorer.evidence.asOf
    let count = Trend.weeks + Trend.longestChange
    scores = await withTaskGroup(of: (Int, [TrendScore?]).self) { group in
      for week in 0..<count {
        group.addTask { (week, scorer.scores(on: asOf - 7 * week)) }
      }
      var weeks = [[TrendScore?]](repeating: [], count: count)
      for await (week, scores) in group { weeks[week] = scores }
      return weeks
    }
    self.asOf = asOf
  }

  /// The score of an account a number of weeks ago, at most 64; nil when it was not active.
  public func score(of account: Int, weeksAgo: Int) -> TrendScore? { scores[weeksAgo][account] }

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

extension Scorer {
  /// The score of every account on a day; nil for one that is not active.
  public func scores(on day: Day) -> [TrendScore?] {
    let session = session(on: day)
    let usageOf = models.all.map { model in model.dimensions.firstIndex { $0.id == Dimension.usage } }
    var workspace = DayScorer.Workspace()
    return evidence.accounts.indices.map { account in
      guard let score = session.score(of: account, using: &workspace) else { return nil }
      let usage = usageOf[models.segments[segmentOf[account]].model].flatMap { workspace.dimensions[$0]?.score }
      return TrendScore(
        published: score.published, band: score.band, usage: usage,
        meetsExpansion: session.meetsExpansion(account, in: workspace))
    }
  }
}
