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

  /// False when no account of the cohort has an outcome row: the figures then rest on no record.
  public var isConfirmed: Bool { cohortAccounts == 0 || accountsWithoutOutcome < cohortAccounts }

  /// The share of the lost revenue that was unavoidable; nil when nothing was lost.
  public var unavoidableShare: Double? { lostARR > 0 ? unavoidableARR / lostARR : nil }

  /// Computes retention over the `days` up to a day, for the accounts at the given positions.
  public init(of accounts: some Sequence<Int>, in evidence: Evidence, on day: Day) {
    self.init(evidence.cohort(of: accounts, on: day))
  }

  /// Computes the retention of a cohort.
  public init(_ cohort: [CohortAccount]) {
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
  }
}

extension Evidence {
  /// The annual recurring revenue of an account on a day, 0 while it is not a customer.
  ///
  /// It is the amount after the latest outcome, or else the amount before the next one (up to the as-of day), or else
  /// today's figure.
  public func arr(of account: Int, on day: Day) -> Double {
    let row = accounts[account]
    if let started = row.startedOn, day < started { return 0 }
    if let ended = row.endedOn, day >= ended { return 0 }
    guard !outcomes[account].isEmpty else { return row.arr ?? 0 }
    var left: Double?
    var isLost = false
    var found: Double?
    for outcome in outcomesByDate(of: account) where outcome.date <= asOf {
      if outcome.date > day {
        found = found ?? outcome.arrBefore
      } else if outcome.kind == .churned {
        isLost = true
      } else if let after = outcome.arrAfter {
        isLost = false
        left = after
      }
    }
    return isLost ? 0 : left ?? found ?? row.arr ?? 0
  }

  /// The outcomes of an account by date; of two on one day, the later in the file comes later.
  private func outcomesByDate(of account: Int) -> ArraySlice<Outcome> {
    let rows = outcomes[account]
    // Most files are already in order, and this is called a hundred times for every account.
    guard zip(rows, rows.dropFirst()).contains(where: { $0.date > $1.date }) else { return rows }
    return rows.sorted { $0.date < $1.date }[...]
  }
}
