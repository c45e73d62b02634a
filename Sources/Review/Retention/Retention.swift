public import Health

/// What happened to last year's revenue.
///
/// The cohort is the accounts with revenue `days` before the as-of day; lost accounts stay in it. For revenues of
/// (100, 100) that became (150, 60), gross retention is 80 %.
public struct Retention: Sendable {
  /// The number of days that retention looks back: a year, in which a yearly contract is decided once.
  public static let days = 365
  /// The same span in months, for sentences.
  public static let months = 12
  /// Gross: Σ min(then, now) ÷ Σ then; nil without a cohort.
  public let gross: Double?
  /// Net: Σ now ÷ Σ then; nil without a cohort.
  public let net: Double?
  /// The share of the cohort's accounts that still have revenue; nil without a cohort.
  public let logo: Double?
  /// The number of accounts with revenue then.
  public let cohortAccounts: Int
  /// Their revenue then.
  public let cohortARR: Double
  /// The revenue then of lost accounts whose loss was judged unavoidable, with evidence.
  public let unavoidableARR: Double
  /// The lost revenue: Σ then − Σ min(then, now).
  public let lostARR: Double
  /// 1 − (lost − unavoidable) ÷ (Σ then − unavoidable); nil without such a cohort.
  public let addressable: Double?
  /// Accounts of the cohort without any outcome row, which count as kept unchanged.
  public let accountsWithoutOutcome: Int
  /// Their revenue then.
  public let arrWithoutOutcome: Double

  /// Accounts of the cohort of which it is not known since when they are customers; they count as such all along.
  public let accountsWithoutStart: Int
  /// Their revenue then.
  public let arrWithoutStart: Double
  /// Accounts left out because their revenue then, or now, is unknown.
  public let unknownAccounts: Int
  /// Accounts of the cohort that shrank by an unknown amount and count as unchanged, so that the shares are the most that
  /// they can be.
  public let shrankUnknown: Int
  private let unknownHaveOutcome: Bool

  /// False when no account that had revenue then has an outcome row: the figures then rest on no record.
  public var isConfirmed: Bool {
    cohortAccounts == 0 || accountsWithoutOutcome < cohortAccounts || unknownHaveOutcome
  }

  /// The share of the lost revenue that was unavoidable; nil when nothing was lost.
  public var unavoidableShare: Double? { lostARR > 0 ? unavoidableARR / lostARR : nil }

  /// Computes retention over the `days` up to a day, for the accounts at the given positions.
  public init(of accounts: some Sequence<Int>, in revenue: RevenueHistory, on day: Day) {
    self.init(revenue.cohort(of: accounts, on: day))
  }

  /// Computes the retention of a cohort.
  public init(_ whole: Cohort) {
    let cohort = whole.accounts
    let then = cohort.reduce(0) { $0 + $1.then }
    let lowest = cohort.reduce(0) { $0 + min($1.then, $1.now) }
    let unavoidable = cohort.reduce(0) { $0 + ($1.isUnavoidable ? $1.then : 0) }
    let kept = cohort.count { $0.now > 0 }
    gross = then > 0 ? lowest / then : nil
    net = then > 0 ? cohort.reduce(0) { $0 + $1.now } / then : nil
    logo = cohort.isEmpty ? nil : Double(kept) / Double(cohort.count)
    cohortAccounts = cohort.count
    cohortARR = then
    unavoidableARR = unavoidable
    lostARR = then - lowest
    addressable = then - unavoidable > 0 ? 1 - (then - lowest - unavoidable) / (then - unavoidable) : nil
    accountsWithoutOutcome = cohort.count { !$0.hasOutcome }
    arrWithoutOutcome = cohort.reduce(0) { $0 + ($1.hasOutcome ? 0 : $1.then) }
    accountsWithoutStart = cohort.count { !$0.hasStart }
    arrWithoutStart = cohort.reduce(0) { $0 + ($1.hasStart ? 0 : $1.then) }
    unknownAccounts = whole.unknown.count
    shrankUnknown = cohort.count { $0.shrankUnknown }
    unknownHaveOutcome = whole.unknownHaveOutcome
  }
}
