public import Health

extension Review {
  /// How long the accounts at some positions stayed, lost ones too; with how many of them are left out since nothing
  /// says when they began.
  public func spells(of accounts: some Sequence<Int>) -> (spells: [StayingCurve.Spell], withoutStart: Int) {
    guard let recorded = lossesRecordedFrom else { return ([], 0) }
    var spells: [StayingCurve.Spell] = []
    var withoutStart = 0
    for account in accounts {
      guard let start = revenue.start(of: account, on: asOf) else {
        withoutStart += 1
        continue
      }
      let end = evidence.firstLoss(of: account, from: start)
      // The day before the first record is seen, so that the loss on its day is.
      let entry = max(0, recorded - 1 - start)
      let exit = max(1, (end ?? asOf) - start)
      if start <= asOf, exit > entry { spells.append(.init(entry: entry, exit: exit, isLost: end != nil)) }
    }
    return (spells, withoutStart)
  }

  /// The day from which losses are on record: that of the first outcome or end of any account; nil without one.
  public var lossesRecordedFrom: Day? {
    let ends = evidence.accounts.compactMap(\.endedOn).filter { $0 <= asOf }
    return (evidence.outcomes.all.map(\.date).filter { $0 <= asOf } + ends).min()
  }

  /// The positions of all accounts by the year in which they began, as far as that is known, the latest first.
  public var startCohorts: [(year: Int, accounts: [Int])] {
    let known = evidence.accounts.indices.compactMap { account in
      revenue.start(of: account, on: asOf).map { (year: $0.civil.year, account: account) }
    }
    let byYear = Dictionary(grouping: known, by: \.year)
    return byYear.keys.sorted(by: >).map { year in (year, (byYear[year] ?? []).map(\.account)) }
  }
}

extension Evidence {
  /// The day on which an account that began on a day first left, by a churn or an end, up to the as-of day; nil when
  /// it is still there.
  fileprivate func firstLoss(of account: Int, from start: Day) -> Day? {
    let churns = outcomes[account].filter { $0.kind == .churned }.map(\.date)
    return (churns + [accounts[account].endedOn].compactMap(\.self)).filter { $0 >= start && $0 <= asOf }.min()
  }
}
