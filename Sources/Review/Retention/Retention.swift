public import Health

/// What became of last year's revenue.
///
/// The cohort are the accounts with revenue 365 days before the as-of day; lost accounts stay in it. Of revenues
/// (100, 100) that became (150, 60), gross retention is 80 %.
public struct Retention: Sendable {
  /// Gross: Σ min(then, now) ÷ Σ then; nil without a cohort.
  public let gross: Double?
  /// Net: Σ now ÷ Σ then; nil without a cohort.
  public let net: Double?
  /// The share of the cohort's accounts that still have revenue; nil without a cohort.
  public let logo: Double?
  /// How many accounts had revenue then.
  public let cohortAccounts: Int
  /// Their revenue then.
  public let cohortARR: Double
  /// The revenue then of lost accounts whose loss was judged unavoidable, with evidence.
  public let unavoidableARR: Double
  /// The revenue that was lost: Σ then − Σ min(then, now).
  public let lostARR: Double
  /// 1 − (lost − unavoidable) ÷ (Σ then − unavoidable); nil without such a cohort.
  public let addressable: Double?
  /// Accounts of the cohort without any outcome row, which count as kept unchanged.
  public let accountsWithoutOutcome: Int
  /// Their revenue then.
  public let arrWithoutOutcome: Double

  /// Retention over the 365 days up to a day, of the accounts at the given positions.
  public init(of accounts: some Sequence<Int>, in evidence: Evidence, on day: Day) {
    var cohort = 0
    var kept = 0
    var then = 0.0
    var now = 0.0
    var lowest = 0.0
    var unavoidable = 0.0
    var silentAccounts = 0
    var silentARR = 0.0
    for account in accounts {
      let before = evidence.arr(of: account, on: day - 365)
      guard before > 0 else { continue }
      let after = evidence.arr(of: account, on: day)
      cohort += 1
      then += before
      now += after
      lowest += min(before, after)
      if after > 0 { kept += 1 } else if evidence.lossWasUnavoidable(account, on: day) { unavoidable += before }
      if !evidence.outcomes[account].contains(where: { $0.date <= day }) {
        silentAccounts += 1
        silentARR += before
      }
    }
    gross = then > 0 ? lowest / then : nil
    net = then > 0 ? now / then : nil
    logo = cohort > 0 ? Double(kept) / Double(cohort) : nil
    cohortAccounts = cohort
    cohortARR = then
    unavoidableARR = unavoidable
    lostARR = then - lowest
    addressable = then - unavoidable > 0 ? 1 - (then - lowest - unavoidable) / (then - unavoidable) : nil
    accountsWithoutOutcome = silentAccounts
    arrWithoutOutcome = silentARR
  }
}

extension Evidence {
  /// The annual recurring revenue of an account on a day, 0 while it is no customer.
  ///
  /// It is what the latest outcome left, else what the next one (up to the as-of day) found, else today's figure.
  public func arr(of account: Int, on day: Day) -> Double {
    let row = accounts[account]
    if let started = row.startedOn, day < started { return 0 }
    if let ended = row.endedOn, day >= ended { return 0 }
    // Stable by date, so that of two outcomes on one day the later in the file counts.
    let ordered = outcomes[account].enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
    var left: Double?
    var isLost = false
    var found: Double?
    for (_, outcome) in ordered where outcome.date <= asOf {
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

  /// True when the account's latest outcome is a churn judged unavoidable; without evidence it counts as avoidable.
  func lossWasUnavoidable(_ account: Int, on day: Day) -> Bool {
    guard let outcome = latestOutcome(of: account, on: day), outcome.kind == .churned else { return false }
    return outcome.isAvoidable == false && outcome.evidence != nil
  }
}
