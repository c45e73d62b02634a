public import Health

/// Did the score foresee what happened? Outcomes, held against what was scored some time before.
public struct Backtest: Sendable {
  /// Days before an outcome at which the score is judged.
  public static let horizons = [30, 90, 180]

  /// One result a horizon, in the order of `horizons`.
  public let results: [Result]

  /// For each account lost in the year before the as-of day, what was said of it one week before it decided to leave,
  /// two weeks before, and so on; nil for a week in which it was no customer.
  public let approaches: [Int: [Call?]]

  /// Weeks before a loss that are looked at one by one.
  public static let approachWeeks = 26

  /// The result for a horizon in days.
  public subscript(horizon: Int) -> Result? { results.first { $0.horizon == horizon } }

  /// The accounts that had decided to stay or go, with how they were scored at one horizon.
  public struct Result: Sendable {
    /// Days before the outcome.
    public let horizon: Int
    /// Every account that was active then, in order of account.
    public let calls: [Call]
    /// Keys of weighted measures that re-scoring left out, in the order of the models.
    public let leftOut: [String]
  }

  /// What was said of one account before its outcome.
  public struct Call: Sendable {
    /// The position of the account.
    public let account: Int
    /// The day of the decision: of the notice, else of the outcome.
    public let decidedOn: Day
    /// True when it churned, false when it stayed.
    public let churned: Bool
    /// The published score then; nil when unscored.
    public let score: Int?
    /// The band then.
    public let band: Band
    /// The flag that was current then.
    public let flag: Sentiment.Flag?
    /// True when no edition of the fortnight before had published a score, so that today's model gave it.
    public let isRescored: Bool
    /// Days from the start of the last unbroken run of yellow or red bands to the decision; nil for an account that
    /// was kept, or that was not active a week before.
    public let leadTime: Int?
  }
}

extension Backtest.Result {
  private var scored: [Backtest.Call] { calls.filter { $0.score != nil } }

  /// Scored accounts.
  public var n: Int { scored.count }
  /// Scored accounts that churned.
  public var churned: Int { scored.count(where: \.churned) }

  /// How many accounts of a band churned.
  public func rate(of band: Band) -> Rate {
    let inBand = calls.filter { $0.band == band }
    return Rate(inBand.count(where: \.churned), of: inBand.count)
  }

  /// Of the churned accounts, those that were green.
  public var missed: Rate { Rate(rate(of: .green).count, of: churned) }
  /// Of the churned accounts, those that were red.
  public var recall: Rate { Rate(rate(of: .red).count, of: churned) }
  /// Of the red accounts, those that churned.
  public var precision: Rate { rate(of: .red) }
  /// How much more often red accounts churned than all; nil where either is unknown.
  public var lift: Double? {
    guard let precision = precision.share, churned > 0 else { return nil }
    return precision / (Double(churned) / Double(n))
  }

  /// How well low scores single out the churned; nil when there are not enough outcomes.
  public var auc: AUC? {
    AUC(
      churned: scored.filter(\.churned).compactMap { $0.score.map(Double.init) },
      kept: scored.filter { !$0.churned }.compactMap { $0.score.map(Double.init) })
  }

  /// The median lead time of the churned accounts that were scored, in days.
  public var leadTimeMedian: Double? {
    median(scored.filter(\.churned).compactMap { $0.leadTime.map(Double.init) })
  }

  /// How many green accounts churned, by the flag that was current; nil stands for no current flag.
  public func rateWithinGreen(flag: Sentiment.Flag?) -> Rate {
    let calls = calls.filter { $0.band == .green && $0.flag == flag }
    return Rate(calls.count(where: \.churned), of: calls.count)
  }
}
