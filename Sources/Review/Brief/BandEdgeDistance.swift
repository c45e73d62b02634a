public import Health

/// How far a score is above the band below it.
public struct BandEdgeDistance: Sendable, Equatable {
  /// The band below.
  public let below: Band
  /// The points above the lower edge of its own band; 0 on the edge itself.
  public let points: Int
  /// The weeks in which a falling score leaves its band at the pace of the last four, rounded up; nil when it does not
  /// fall, or would need more than a quarter.
  public let weeks: Int?
}

extension AccountReview {
  /// The distance to the band below; nil without a score, in the lowest band, and where a cap decides.
  ///
  /// 73 is 1 point above an edge of 72. Having lost 4 points in four weeks it needs two for the 2 points to 71.
  public var bandEdgeDistance: BandEdgeDistance? {
    guard let published = score.published, score.cap == nil else { return nil }
    let (edge, below): (Int, Band)
    switch score.band {
    case .green: (edge, below) = (model.bands.green, .yellow)
    case .yellow: (edge, below) = (model.bands.yellow, .red)
    case .red, .unscored: return nil
    }
    let points = published - edge
    let fall = direction.isFall ? -(changes.fourWeeks ?? 0) : 0
    let span = ScoreChanges.spans[1]
    let weeks = fall > 0 ? ((points + 1) * span + fall - 1) / fall : nil
    return BandEdgeDistance(
      below: below, points: points, weeks: weeks.flatMap { $0 <= Trend.longestChange ? $0 : nil })
  }
}
