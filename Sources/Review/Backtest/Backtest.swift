public import Health

/// Did the score foresee what happened? Outcomes, held against what was scored some time before.
public struct Backtest: Sendable {
  /// Days before an outcome at which the score is judged: too late to act, time to act, and time to plan.
  public static let horizons = [30, 90, 180]

  /// One result a horizon, in the order of `horizons`.
  public let results: [Result]

  /// For each account lost in the year before the as-of day, what was said of it one week before it decided to leave,
  /// two weeks before, and so on; nil for a week in which it was no customer.
  public let approaches: [Int: [Call?]]

  /// Weeks before a loss that are looked at one by one: half a year, as far as the horizons reach.
  public static let approachWeeks = 26

  /// The result for a horizon in days.
  public subscript(horizon: Int) -> Result? { results.first { $0.horizon == horizon } }

  /// The same over the accounts that decided on a day or after it, such as those that a model's author had not seen.
  public func since(_ day: Day) -> Backtest {
    Backtest(results: results.map { $0.since(day) }, approaches: approaches)
  }

  /// The accounts that had decided to stay or go, with how they were scored at one horizon.
  public struct Result: Sendable {
    /// Days before the outcome.
    public let horizon: Int
    /// Every account that was active then, in order of account.
    public let calls: [Call]
    /// Keys of weighted measures that re-scoring left out, in the order of the models.
    public let leftOut: [String]
  }
}

extension Backtest.Result {
  /// Accounts with a score, in order of account.
  public var scored: [Backtest.Call] { calls.filter { $0.score != nil } }

  /// Scored accounts.
  public var n: Int { calls.count { $0.score != nil } }
  /// Scored accounts that churned.
  public var churned: Int { calls.count { $0.score != nil && $0.churned } }

  /// The same horizon over some of the accounts, such as those of one segment.
  public func restricted(to isIncluded: (Backtest.Call) -> Bool) -> Backtest.Result {
    Backtest.Result(horizon: horizon, calls: calls.filter(isIncluded), leftOut: leftOut)
  }

  /// The same horizon over the accounts that decided on a day or after it.
  public func since(_ day: Day) -> Backtest.Result { restricted { $0.decidedOn >= day } }

  /// How many accounts of a band churned.
  public func rate(of band: Band) -> Rate { rate { $0.band == band } }

  /// How many of the accounts that match churned, unscored ones included.
  public func rate(where matches: (Backtest.Call) -> Bool) -> Rate {
    Rate(calls.count { matches($0) && $0.churned }, of: calls.count(where: matches))
  }

  /// Of the churned accounts, those that were green.
  public var missed: Rate { Rate(rate(of: .green).count, of: churned) }
  /// Of the churned accounts, those that were red.
  public var recall: Rate { Rate(rate(of: .red).count, of: churned) }
  /// Of the red accounts, those that churned.
  public var precision: Rate { rate(of: .red) }
  /// Of the scored accounts, those that churned.
  public var baseRate: Rate { Rate(churned, of: n) }
  /// How much more often red accounts churned than all; nil where either is unknown.
  public var lift: Double? {
    guard let precision = precision.share, churned > 0 else { return nil }
    return precision / (Double(churned) / Double(n))
  }

  /// How well low scores single out the churned; nil when there are not enough outcomes.
  public var auc: AUC? { AUC(of: calls) { $0.score.map(Double.init) } }

  /// The median lead time of the churned accounts that were scored, in days.
  public var leadTimeMedian: Double? { median(leadTimes) }

  /// True when the median might be longer, had more been known of the times before the runs that are cut short.
  public var leadTimeMedianIsCut: Bool {
    // A run that is cut can be of any length from there on, as that of 104 weeks.
    median(leadTimes)
      != median(
        scored.filter(\.churned).compactMap { call in
          call.leadTime.map { call.leadTimeIsCut ? .greatestFiniteMagnitude / 2 : Double($0) }
        })
  }

  /// Runs of the scored churned accounts that were followed to where nothing is known.
  public var leadTimesCut: Int { scored.count { $0.churned && $0.leadTimeIsCut } }

  private var leadTimes: [Double] { scored.filter(\.churned).compactMap { $0.leadTime.map(Double.init) } }

  /// How many green accounts churned, by the flag that was current; nil stands for no current flag.
  public func rateWithinGreen(flag: Sentiment.Flag?) -> Rate { rate { $0.band == .green && $0.flag == flag } }

  /// The accounts whose score an edition had published.
  public var published: Backtest.Result { restricted { !$0.isRescored } }
  /// The accounts that today's model scored again.
  public var rescored: Backtest.Result { restricted { $0.isRescored } }
}
