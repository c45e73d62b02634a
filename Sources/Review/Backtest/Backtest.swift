public import Health

/// Did the score predict what happened? A comparison of outcomes with earlier scores.
public struct Backtest: Sendable {
  /// Days before an outcome at which the score is judged: too late to act, time to act, and time to plan.
  public static let horizons = [30, 90, 180]

  /// The results, one per horizon, in the order of `horizons`.
  public let results: [Result]

  /// For each account lost in the year before the as-of day, the calls one week before it decided to leave, two weeks
  /// before, and so on; nil for a week in which it was not a customer.
  public let approaches: [Int: [Call?]]

  /// The number of weeks before a loss with a call each: half a year, as far as the horizons reach.
  public static let approachWeeks = 26

  /// The result for a horizon in days.
  public subscript(horizon: Int) -> Result? { results.first { $0.horizon == horizon } }

  /// The backtest of the accounts that decided on or after a day, such as those that a model's author had not seen.
  public func since(_ day: Day) -> Backtest {
    Backtest(results: results.map { $0.since(day) }, approaches: approaches)
  }

  /// The accounts that decided to stay or go, with their scores at one horizon.
  public struct Result: Sendable {
    /// Days before the outcome.
    public let horizon: Int
    /// The calls on every account that was active then, in order of account.
    public let calls: [Call]
    /// Keys of weighted measures that re-scoring excluded, in the order of the models.
    public let leftOut: [String]
  }
}

extension Backtest.Result {
  /// The calls on accounts with a score, in order of account.
  public var scored: [Backtest.Call] { calls.filter { $0.score != nil } }

  /// The number of scored accounts.
  public var n: Int { calls.count { $0.score != nil } }
  /// The number of scored accounts that churned.
  public var churned: Int { calls.count { $0.score != nil && $0.churned } }

  /// The result for some of the accounts at the same horizon, such as those of one segment.
  public func restricted(to isIncluded: (Backtest.Call) -> Bool) -> Backtest.Result {
    Backtest.Result(horizon: horizon, calls: calls.filter(isIncluded), leftOut: leftOut)
  }

  /// The result for the accounts that decided on or after a day, at the same horizon.
  public func since(_ day: Day) -> Backtest.Result { restricted { $0.decidedOn >= day } }

  /// The churn rate of the accounts of a band.
  public func rate(of band: Band) -> Rate { rate { $0.band == band } }

  /// The churn rate of the accounts that match, including unscored ones.
  public func rate(where matches: (Backtest.Call) -> Bool) -> Rate {
    Rate(calls.count { matches($0) && $0.churned }, of: calls.count(where: matches))
  }

  /// The share of the churned accounts that were green.
  public var missed: Rate { Rate(rate(of: .green).count, of: churned) }
  /// The share of the churned accounts that were red.
  public var recall: Rate { Rate(rate(of: .red).count, of: churned) }
  /// The share of the red accounts that churned.
  public var precision: Rate { rate(of: .red) }
  /// The share of the scored accounts that churned.
  public var baseRate: Rate { Rate(churned, of: n) }
  /// The churn rate of red accounts relative to that of all; nil when either is unknown.
  public var lift: Double? {
    guard let precision = precision.share, churned > 0 else { return nil }
    return precision / (Double(churned) / Double(n))
  }

  /// How well low scores single out the churned; nil when there are not enough outcomes.
  public var auc: AUC? { AUC(of: calls) { $0.score.map(Double.init) } }

  /// The median lead time of the churned accounts that were scored, in days.
  public var leadTimeMedian: Double? { median(leadTimes) }

  /// True when the median might be longer if more were known about the time before truncated runs.
  public var leadTimeMedianIsCut: Bool {
    // A truncated run may have any longer length, as may one of 104 weeks.
    median(leadTimes)
      != median(
        scored.filter(\.churned).compactMap { call in
          call.leadTime.map { call.leadTimeIsCut ? .greatestFiniteMagnitude / 2 : Double($0) }
        })
  }

  /// The number of runs of scored churned accounts that were followed to where nothing is known.
  public var leadTimesCut: Int { scored.count { $0.churned && $0.leadTimeIsCut } }

  private var leadTimes: [Double] { scored.filter(\.churned).compactMap { $0.leadTime.map(Double.init) } }

  /// The churn rate of green accounts with a current flag; nil means no current flag.
  public func rateWithinGreen(flag: Sentiment.Flag?) -> Rate { rate { $0.band == .green && $0.flag == flag } }

  /// The result for the accounts whose score an edition published.
  public var published: Backtest.Result { restricted { !$0.isRescored } }
  /// The result for the accounts that today's model scored again.
  public var rescored: Backtest.Result { restricted { $0.isRescored } }
}
