import Health

/// The urgency of an account, 0–100, with the sources of its points.
///
/// The sources are what the score lacks to be healthy, its fall in thirteen weeks beyond noise, a current yellow or
/// red flag, and the severity of open risks; together they give at most 100.
/// A score of 90 that was 100 thirteen weeks ago has 14 points; a steady 70 has none.
public struct RiskPoints: Hashable, Sendable {
  /// Points for a low score or a missing one.
  public let score: Int
  /// Points for the fall over 13 weeks.
  public let fall: Int
  /// Points for a current yellow or red flag.
  public let flag: Int
  /// Points for open risks.
  public let risks: Int

  /// The lowest score without points for it: where green usually begins.
  public static let healthyScore = 70
  /// The fewest points for a missing score: half of those for the worst score, since nothing is known.
  public static let leastUnscored = 35
  /// Points for each point of a fall: a fall says more than a low score.
  public static let perPointFallen = 2
  /// The fall in thirteen weeks that adds no points: it is noise.
  public static let forgivenFall = 3
  /// Points for a current yellow flag: as much as a score of 55.
  public static let yellowFlag = 15
  /// Points for a current red flag: as much as a score of 40.
  public static let redFlag = 30
  /// Points for each degree of an open risk's severity: a grave one weighs nearly as much as a red flag.
  public static let perSeverity = 5
  /// The most points of an account, so that exposure never exceeds its revenue.
  public static let most = 100

  /// The sum, at most `most`.
  public var total: Int { min(Self.most, score + fall + flag + risks) }

  init(score: Score, changes: ScoreChanges, flag: Sentiment.Flag?, openRisks: [Risk]) {
    if let published = score.published {
      self.score = max(0, Self.healthyScore - published)
    } else {
      // This is not a published score, so it lacks the allowance for arithmetic in that one's rounding.
      let missing = score.exact.map { Self.healthyScore - Int(($0 + 0.5).rounded(.down)) }
      self.score = max(Self.leastUnscored, missing ?? 0)
    }
    fall = Self.perPointFallen * max(0, -(changes.thirteenWeeks ?? 0) - Self.forgivenFall)
    self.flag =
      switch flag {
      case .yellow: Self.yellowFlag
      case .red: Self.redFlag
      case .green, nil: 0
      }
    risks = Self.perSeverity * openRisks.map(\.severity).reduce(0, +)
  }
}
