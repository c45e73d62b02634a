public import Health

/// The course of retention: as editions published it, and as today's data show it.
public struct RetentionTrend: Sendable {
  /// The number of weeks that are restated.
  public static let weeks = 52

  /// A day and the retention up to it, from today's data.
  public struct Restated: Sendable {
    /// The day.
    public let day: Day
    /// Retention up to it.
    public let retention: Retention
  }

  /// The weekly days up to the as-of day, oldest first.
  public let restated: [Restated]
  /// The editions that count, oldest first.
  public let published: [PublishedEdition]

  /// Looks back from the as-of day of the evidence.
  init(_ revenue: RevenueHistory, history: History) {
    let evidence = revenue.evidence
    restated = (0...Self.weeks).reversed().map { week in
      let day = evidence.asOf - 7 * week
      return Restated(day: day, retention: Retention(of: evidence.accounts.indices, in: revenue, on: day))
    }
    published = history.standing
  }

  /// Retention a number of weeks ago, at most 52, from today's data.
  public func retention(weeksAgo: Int) -> Retention { restated[restated.count - 1 - weeksAgo].retention }

  /// The published editions in runs: a week without an edition ends a run.
  public var runs: [[PublishedEdition]] {
    published.reduce(into: []) { runs, edition in
      if let last = runs.last?.last, edition.asOf.monday - last.asOf.monday <= 7 {
        runs[runs.count - 1].append(edition)
      } else {
        runs.append([edition])
      }
    }
  }
}

extension Review {
  /// The cohort of the portfolio, including lost accounts.
  public var cohort: Cohort { revenue.cohort(of: evidence.accounts.indices, on: asOf) }

  /// The cohort of a segment, including lost accounts.
  public func cohort(of segment: Int) -> Cohort {
    revenue.cohort(of: evidence.accounts.indices.filter { scorer.segmentOf[$0] == segment }, on: asOf)
  }
}
