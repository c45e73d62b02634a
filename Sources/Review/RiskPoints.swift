import Health

/// How urgently an account asks for attention, 0–100, with what the points come from.
///
/// 70 less the score (at least 35 when unscored), twice what it fell beyond 3 points in 13 weeks, 15 for a current
/// yellow flag or 30 for a red one, and 5 for each degree of severity of an open risk; at most 100 together.
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

  /// The sum, at most 100.
  public var total: Int { min(100, score + fall + flag + risks) }

  init(score: Score, changes: ScoreChanges, flag: Sentiment.Flag?, openRisks: [Risk]) {
    if let published = score.published {
      self.score = max(0, 70 - published)
    } else {
      // Not a published score, so without the allowance that its rounding makes for arithmetic.
      self.score = max(35, 70 - (score.exact.map { Int(($0 + 0.5).rounded(.down)) } ?? 100))
    }
    fall = 2 * max(0, -(changes.thirteenWeeks ?? 0) - 3)
    self.flag =
      switch flag {
      case .yellow: 15
      case .red: 30
      case .green, nil: 0
      }
    risks = 5 * openRisks.map(\.severity).reduce(0, +)
  }
}
