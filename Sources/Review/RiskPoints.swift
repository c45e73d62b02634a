import Health

/// How urgently an account asks for attention, 0–100, with what the points come from.
///
/// What the score lacks to a healthy one, what it fell in thirteen weeks beyond what happens anyway, a current yellow or
/// red flag, and the severity of open risks, at most 100 together.
/// A 90 that was 100 thirteen weeks ago has 14 points; a steady 70 has none.
public struct RiskPoints: Hashable, Sendable {
  /// Points for a low score or for having none.
  public let score: Int
  /// Points for the fall over 13 weeks.
  public let fall: Int
  /// Points for a current yellow or red flag.
  public let flag: Int
  /// Points for open risks.
  public let risks: Int

  /// The score from which on an account has no points for its score: where green usually begins.
  public static let healthyScore = 70
  /// The least points for having no score: half of what the worst score has, since nothing is known.
  public static let leastUnscored = 35
  /// Points for each point that the score fell: a fall says more than a low score.
  public static let perPointFallen = 2
  /// Points that a score may fall in thirteen weeks without a point: so much is noise.
  public static let forgivenFall = 3
  /// Points for a current yellow flag: as much as a score of 55.
  public static let yellowFlag = 15
  /// Points for a current red flag: as much as a score of 40.
  public static let redFlag = 30
  /// Points for each degree of severity of an open risk: a grave one weighs nearly as much as a red flag.
  public static let perSeverity = 5
  /// The most points that an account can have, so that exposure is never more than its revenue.
  public static let most = 100

  /// The sum, at most `most`.
  public var total: Int { min(Self.most, score + fall + flag + risks) }

  init(score: Score, changes: ScoreChanges, flag: Sentiment.Flag?, openRisks: [Risk]) {
    if let published = score.published {
      self.score = max(0, Self.healthyScore - published)
    } else {
      // Not a published score, so without the allowance that its rounding makes for arithmetic.
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
