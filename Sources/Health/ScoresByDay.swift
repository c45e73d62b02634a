/// The parts of an account's score on an earlier day that are used later.
public struct TrendScore: Hashable, Sendable {
  /// The score of the dimension `usage`, 0–100; nil when the model has no such dimension or it is excluded.
  public let usage: Double?
  /// The band after caps.
  public let band: Band
  // As short as it can be: there is one for every account and week.
  private let points: Int16?
  /// True when the measure of the expansion rule is fresh and high enough.
  public let meetsExpansion: Bool

  /// The published score; nil when unscored.
  public var published: Int? { points.map(Int.init) }

  init(_ score: Score, usage: Double?, meetsExpansion: Bool) {
    points = score.published.map(Int16.init)
    band = score.band
    self.usage = usage
    self.meetsExpansion = meetsExpansion
  }
}

/// The scores of every account on some days.
public struct ScoresByDay: Sendable {
  /// Account after account, each on all days.
  private var scores: [TrendScore?]
  private let days: Int

  fileprivate init(_ scores: [TrendScore?], days: Int) {
    self.scores = scores
    self.days = days
  }

  /// The score of an account on the day at an index; nil when it was not active.
  public subscript(account: Int, day: Int) -> TrendScore? { scores[account * days + day] }

  /// The same without the accounts that are not included.
  public func only(_ isIncluded: [Bool]) -> ScoresByDay {
    var kept = self
    for (account, isIncluded) in isIncluded.enumerated() where !isIncluded {
      for day in 0..<days { kept.scores[account * days + day] = nil }
    }
    return kept
  }
}

extension Scorer {
  /// The number of neighbouring accounts that a task takes at a time.
  private static let run = 256

  /// The scores of every account on days in any order, each the same as on its own.
  ///
  /// Accounts do not depend on each other, so they are scored in parallel.
  public func scores(on days: [Day]) async -> ScoresByDay {
    let inOrder = Set(days).sorted()
    let sweep = Sweep(self, on: inOrder)
    let places = days.map { day in inOrder.partitioningIndex { $0 >= day } }
    let accounts = evidence.accounts.indices
    let scores = await withTaskGroup(of: (Int, [TrendScore?]).self) { group in
      for start in stride(from: 0, to: accounts.count, by: Self.run) {
        group.addTask { (start, sweep.scores(of: start..<min(start + Self.run, accounts.count), on: places)) }
      }
      var scores = [TrendScore?](repeating: nil, count: accounts.count * days.count)
      for await (start, run) in group {
        scores.replaceSubrange(start * days.count..<(start * days.count + run.count), with: run)
      }
      return scores
    }
    return ScoresByDay(scores, days: days.count)
  }
}

extension Sweep {
  /// The scores of neighbouring accounts, account after account, each on the days at some indexes.
  fileprivate func scores(of accounts: Range<Int>, on places: [Int]) -> [TrendScore?] {
    let usageOf = scorer.models.all.map { model in model.dimensions.firstIndex { $0.id == Dimension.usage } }
    var workspace = Workspace()
    var scores: [TrendScore?] = []
    scores.reserveCapacity(accounts.count * places.count)
    for account in accounts {
      let usage = usageOf[scorer.modelIndex(of: account)]
      read(account, into: &workspace)
      for day in places {
        let score = score(of: account, on: day, using: &workspace)
        scores.append(
          score.map {
            TrendScore(
              $0, usage: usage.flatMap { workspace.dimensions[$0]?.score },
              meetsExpansion: meetsExpansion(account, on: day, in: workspace))
          })
      }
    }
    return scores
  }
}
