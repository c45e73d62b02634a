import Health

/// The revenue that some renewals are expected to keep.
public struct Expectation: Hashable, Sendable {
  /// The renewals, with the revenue that is up for them.
  public let renewals: AmountSum
  /// The revenue expected to be kept; those of unknown revenue add nothing.
  public let expected: Double
  /// The range in which it should lie `RenewalForecast.confidence` per cent of the time.
  public let interval: ClosedRange<Double>

  /// Creates an expectation from its figures.
  public init(renewals: AmountSum, expected: Double, interval: ClosedRange<Double>) {
    self.renewals = renewals
    self.expected = expected
    self.interval = interval
  }

  /// What some renewals should keep, each with its cell and its revenue.
  ///
  /// Whether an account stays is one draw; how often accounts of its cell stay is not known exactly either, and all
  /// accounts of a cell share that doubt. With p and v the mean and variance of a cell's chance, and a the revenues
  /// in it, the variance is Σ (p − p² − v)·Σa² + v·(Σa)² over the cells, and the ends are `RenewalForecast.z`
  /// standard deviations away, within 0 and Σa.
  init(_ renewals: [(cell: RenewalCell, arr: Double?)], at rates: KeptRates) {
    let sum = AmountSum(renewals.map(\.arr))
    var expected = 0.0
    var variance = 0.0
    for cell in RenewalCell.all {
      let amounts = renewals.filter { $0.cell == cell }.compactMap(\.arr)
      let (p, v) = rates.chance(of: cell)
      let total = amounts.reduce(0, +)
      expected += p * total
      variance += (p - p * p - v) * amounts.reduce(0) { $0 + $1 * $1 } + v * total * total
    }
    let margin = RenewalForecast.z * max(0, variance).squareRoot()
    self.init(
      renewals: sum, expected: expected, interval: max(0, expected - margin)...min(sum.known, expected + margin))
  }
}

extension Expectation {
  fileprivate init(of accounts: [AccountReview], in evidence: Evidence, at rates: KeptRates) {
    self.init(
      accounts.map { account in
        (RenewalCell(band: account.score.band, flag: account.currentFlag), evidence.accounts[account.account].arr)
      }, at: rates)
  }
}

/// What the renewals of this quarter and the next are expected to bring, by what became of accounts like them.
///
/// It uses flags, and so stays out of every score.
public struct RenewalForecast: Sendable {
  /// How often, in per cent, what comes should lie within an interval.
  public static let confidence = 80
  /// The two-sided quantile of the standard normal distribution for that confidence.
  static let z = 1.281552

  /// The renewals of one quarter.
  public struct OfQuarter: Sendable {
    /// The quarter.
    public let quarter: Quarter
    /// The active accounts whose renewal it brings, in order of account.
    public let accounts: [AccountReview]
    /// What they should keep.
    public let expectation: Expectation
  }

  /// How often accounts stayed.
  public let rates: KeptRates
  /// This quarter and the next, also where nothing renews.
  public let quarters: [OfQuarter]
  private let evidence: Evidence

  private init(rates: KeptRates, evidence: Evidence, renewals: [(quarter: Quarter, accounts: [AccountReview])]) {
    self.rates = rates
    self.evidence = evidence
    quarters = renewals.map { quarter, accounts in
      OfQuarter(
        quarter: quarter, accounts: accounts, expectation: Expectation(of: accounts, in: evidence, at: rates))
    }
  }

  /// What the renewals of all its quarters together should keep.
  public var whole: Expectation { Expectation(of: quarters.flatMap(\.accounts), in: evidence, at: rates) }

  /// The forecast for some active accounts; nil while too few have decided.
  ///
  /// - Parameter calls: what was said of the accounts that decided, `Review.callHorizon` days before.
  init?(of accounts: [AccountReview], in evidence: Evidence, calls: [Backtest.Call]) {
    guard let rates = KeptRates(calls) else { return nil }
    let present = Quarter(of: evidence.asOf)
    self.init(
      rates: rates, evidence: evidence,
      renewals: [present, present.next].map { quarter in
        (quarter, accounts.filter { evidence.renewalQuarter(of: $0.account) == quarter })
      })
  }

  /// The forecast for some of the same accounts, such as those of a segment, by the same rates.
  public func restricted(to isIncluded: (AccountReview) -> Bool) -> RenewalForecast {
    RenewalForecast(
      rates: rates, evidence: evidence, renewals: quarters.map { ($0.quarter, $0.accounts.filter(isIncluded)) })
  }
}

extension Evidence {
  /// The quarter in which an account is up for renewal on the as-of day; nil without a renewal day, or where an
  /// outcome already settles it.
  ///
  /// A lapsed renewal is due now.
  func renewalQuarter(of account: Int) -> Quarter? {
    if isLapsed(account, on: asOf) { return Quarter(of: asOf) }
    guard let day = renewalDay(of: account, on: asOf), day >= asOf, !renewalIsSettled(account, on: asOf) else {
      return nil
    }
    return Quarter(of: day)
  }
}
