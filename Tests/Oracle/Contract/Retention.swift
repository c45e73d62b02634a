// "Retention" in docs/scoring.md.

struct Retention {
  let grr: Double?
  let nrr: Double?
  let logo: Double?
  let cohortAccounts: Int
  let cohortARR: Double
  let unavoidableARR: Double
  let addressable: Double?
}

/// The figures of a cohort: A at the start, B at the end, and which losses were unavoidable.
func retention(of cohort: [(a: Double, b: Double, isUnavoidable: Bool)]) -> Retention {
  let start = cohort.reduce(0) { $0 + $1.a }
  let end = cohort.reduce(0) { $0 + $1.b }
  let kept = cohort.reduce(0) { $0 + min($1.a, $1.b) }
  let lost = start - kept
  let unavoidable = cohort.filter(\.isUnavoidable).reduce(0) { $0 + $1.a }
  let alive = Double(cohort.filter { $0.b > 0 }.count)
  return Retention(
    grr: ratio(kept, start), nrr: ratio(end, start), logo: ratio(alive, Double(cohort.count)),
    cohortAccounts: cohort.count, cohortARR: start, unavoidableARR: unavoidable,
    addressable: ratio(lost - unavoidable, start - unavoidable).map { 1 - $0 })
}

/// Nil when there is nothing to divide by.
func ratio(_ a: Double, _ b: Double) -> Double? { b > 0 ? a / b : nil }

extension World {
  func retention() -> Retention {
    var cohort: [(a: Double, b: Double, isUnavoidable: Bool)] = []
    for account in portfolio.accounts {
      let a = arr(of: account, on: asOf - 365)
      let b = arr(of: account, on: asOf)
      guard a > 0 else { continue }
      let latest = account.outcomes.last { $0.day <= asOf }
      let isUnavoidable =
        b == 0 && latest?.kind == .churned && latest?.avoidable == .no && latest?.hasEvidence == true
      cohort.append((a, b, isUnavoidable))
    }
    return Oracle.retention(of: cohort)
  }

  /// What an account paid on a day; it looks past the day, but only up to T.
  func arr(of account: Account, on day: Day) -> Double {
    if let started = account.startedOn, day < started { return 0 }
    if let ended = account.endedOn, day >= ended { return 0 }
    let past = account.outcomes.filter { $0.day <= day }
    if let churn = past.lastIndex(where: { $0.kind == .churned }),
      !past[(churn + 1)...].contains(where: { $0.arrAfter != nil })
    {
      return 0
    }
    let future = account.outcomes.filter { $0.day > day && $0.day <= asOf }
    return past.last { $0.arrAfter != nil }?.arrAfter
      ?? future.first { $0.arrBefore != nil }?.arrBefore
      ?? account.arr
      ?? 0
  }
}
