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
      guard let (a, b) = cohortFigures(of: account) else { continue }
      let latest = account.outcomes.last { $0.day <= asOf }
      let isUnavoidable =
        b == 0 && latest?.kind == .churned && latest?.avoidable == .no && latest?.hasEvidence == true
      cohort.append((a, b, isUnavoidable))
    }
    return Oracle.retention(of: cohort)
  }

  /// What a member of the cohort paid a year ago and pays now; nil for others, and where either is unknown.
  func cohortFigures(of account: Account) -> (a: Double, b: Double)? {
    guard let a = arr(of: account, on: asOf - 365), a > 0, let b = arr(of: account, on: asOf) else { return nil }
    return (a, b)
  }

  /// What an account paid on a day; nil is unknown.
  ///
  /// It looks past the day, but only up to T.
  func arr(of account: Account, on day: Day) -> Double? {
    guard hasBegun(account, on: day) else { return 0 }
    if let ended = account.endedOn, day >= ended { return 0 }
    var past = account.outcomes.filter { $0.day <= day }
    if let churn = past.lastIndex(where: { $0.kind == .churned }) {
      let churnedOn = past[churn].day
      past.removeFirst(churn + 1)
      let startedAgain = account.startedOn.map { $0 > churnedOn && $0 <= day } ?? false
      if past.isEmpty, !startedAgain { return 0 }
    }
    let future = account.outcomes.filter { $0.day > day && $0.day <= asOf }
    return past.last { $0.arrAfter != nil }?.arrAfter
      ?? future.first { $0.arrBefore != nil }?.arrBefore
      ?? account.arr
  }

  /// Whether an account was there on a day: by its start, or by its first row.
  private func hasBegun(_ account: Account, on day: Day) -> Bool {
    if let started = startedOn(of: account, asSeenOn: day) { return started <= day }
    let firstRows = Dictionary(rowDays(of: account), uniquingKeysWith: min)
    guard let first = firstRows.values.min() else { return true }
    // A table that had just begun says nothing about what was before it.
    let saysNothing = firstRows.contains { table, row in
      row == first && firstDays[table].map { isWithin(first, last: 28, of: $0 + 27) } ?? false
    }
    return saysNothing || first <= day
  }

  /// The tables whose rows have days, outcomes and goals aside, each with the days that count at T.
  func rowDays(of account: Account) -> [(String, Day)] {
    let days: [(String, [Day])] = [
      ("measures", account.observations.values.flatMap { $0.map(\.day) }),
      ("sentiment", account.sentiment.map(\.day)), ("risks", account.risks.map(\.seenOn)),
      ("touchpoints", account.touchpoints.map(\.day)), ("tickets", account.tickets.map(\.openedOn)),
      ("contacts", account.contacts.compactMap(\.since)), ("reviews", account.reviews.map(\.day)),
    ]
    return days.flatMap { table, days in days.filter { $0 <= asOf }.map { (table, $0) } }
  }
}
