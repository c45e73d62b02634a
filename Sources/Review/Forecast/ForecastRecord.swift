public import Health

/// What an edition expected of a quarter.
public struct PublishedForecast: Sendable {
  /// A renewal that it counted.
  public struct Renewal: Hashable, Sendable {
    /// The position of the account; nil where today's data do not know it.
    public let account: Int?
    /// Its revenue then; nil where it was unknown.
    public let arr: Double?

    /// Creates a renewal from the contents of a ledger.
    public init(account: Int?, arr: Double?) {
      self.account = account
      self.arr = arr
    }
  }

  /// The day that the edition reports on.
  public let asOf: Day
  /// The quarter.
  public let quarter: Quarter
  /// What it said.
  public let expectation: Expectation
  /// The renewals behind it; empty where `isJudged` is not true of the day it was read for.
  public let renewals: [Renewal]

  /// Creates a forecast from the contents of a ledger.
  public init(asOf: Day, quarter: Quarter, expectation: Expectation, renewals: [Renewal] = []) {
    self.asOf = asOf
    self.quarter = quarter
    self.expectation = expectation
    self.renewals = renewals
  }

  /// The days before the end of a quarter in which a forecast is early enough to act on, and late enough to know the
  /// contracts: from the quarter's first day to two weeks before it, so that one missed edition does not matter.
  public static let judgedBefore = 91...105

  /// Whether it is among the forecasts by which the editions are judged; one of nothing cannot be wrong.
  public var isJudged: Bool {
    Self.judgedBefore.contains(quarter.lastDay - asOf) && expectation.renewals.known > 0
  }
}

/// A forecast next to what came.
public struct JudgedForecast: Sendable {
  /// What was said.
  public let forecast: PublishedForecast
  /// The revenue, as of then, of the accounts that stayed, that left, and of which nothing says what became of them.
  public let kept: AmountSum
  /// Of those that left.
  public let lost: AmountSum
  /// Of those without an outcome.
  public let open: AmountSum

  /// What came: one amount, or a range while some renewals are open.
  public var came: ClosedRange<Double> { kept.known...(kept.known + open.known) }

  /// Whether what came lies within the interval; nil while that depends on what is open.
  public var isWithin: Bool? {
    let interval = forecast.expectation.interval
    // Sums in another order differ in their last digits.
    let (low, high) = (interval.lowerBound - Self.tolerance, interval.upperBound + Self.tolerance)
    if low <= came.lowerBound, came.upperBound <= high { return true }
    return came.upperBound < low || came.lowerBound > high ? false : nil
  }

  /// Half a hundredth of the currency.
  private static let tolerance = 0.005

  init(_ forecast: PublishedForecast, in evidence: Evidence) {
    self.forecast = forecast
    let fates = forecast.renewals.map { renewal in
      (
        fate: renewal.account.map { evidence.fate(of: $0, since: forecast.asOf, in: forecast.quarter) } ?? .open,
        arr: renewal.arr
      )
    }
    func sum(_ fate: RenewalFate) -> AmountSum { AmountSum(fates.filter { $0.fate == fate }.map(\.arr)) }
    kept = sum(.kept)
    lost = sum(.lost)
    open = sum(.open)
  }
}

/// How the forecasts of editions turned out.
public struct ForecastRecord: Sendable {
  /// The quarters that are over, the latest first, each with the forecasts by which it is judged, the latest first.
  public let quarters: [(quarter: Quarter, forecasts: [JudgedForecast])]
  /// The first quarter that is not over and for which an edition made such a forecast; nil without one.
  public let next: Quarter?

  /// Judges the forecasts of a history by the outcomes up to the as-of day of the evidence.
  init(_ history: History, in evidence: Evidence) {
    let judged = history.forecasts.filter(\.isJudged)
    let over = Dictionary(grouping: judged.filter { $0.quarter.lastDay < evidence.asOf }, by: \.quarter)
    quarters = over.keys.sorted(by: >).map { quarter in
      (quarter, (over[quarter] ?? []).sorted { $0.asOf > $1.asOf }.map { JudgedForecast($0, in: evidence) })
    }
    next = judged.map(\.quarter).filter { $0.lastDay >= evidence.asOf }.min()
  }

  /// In how many of the quarters what came lay within the interval of the last of these forecasts; quarters in which
  /// that is open are left out.
  public var within: Rate {
    let known = quarters.compactMap { $0.forecasts.first?.isWithin }
    return Rate(known.count(where: \.self), of: known.count)
  }

  /// The quarters of which it is still open.
  public var open: Int { quarters.count - within.n }
}

/// What became of a renewal.
enum RenewalFate {
  case kept, lost, open
}

extension Evidence {
  /// What became of a renewal that was expected in a quarter, since a day.
  ///
  /// The first decision after that day tells it. Without one, an account that is no customer any more left; one whose
  /// renewal day now lies after the quarter stayed; and of any other nothing is known yet.
  fileprivate func fate(of account: Int, since day: Day, in quarter: Quarter) -> RenewalFate {
    let decision = outcomes[account].filter { $0.kind.isDecision && $0.date > day && $0.date <= asOf }
      .min { $0.date < $1.date }
    if let decision { return decision.kind == .churned ? .lost : .kept }
    guard isActive(account, on: asOf) else { return .lost }
    return accounts[account].renewsOn.map { $0 > quarter.lastDay } ?? false ? .kept : .open
  }
}

extension Review {
  /// How the forecasts of earlier editions turned out.
  public var forecastRecord: ForecastRecord { ForecastRecord(history, in: evidence) }

  /// How many outcomes are missing for a forecast, and when there will be enough.
  public var outcomesToCome: OutcomesToCome { OutcomesToCome(evidence) }
}
