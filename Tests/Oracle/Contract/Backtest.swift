// "Backtest" in docs/scoring.md, without a ledger: every unit is scored again.

/// One decision, H days before its day.
struct BacktestUnit {
  let isChurned: Bool
  /// Nil when unscored.
  let band: Band?
  let published: Int?
  let flag: Flag?
  /// For a churned account that was active a week before; otherwise nil.
  let leadTime: Int?
  let leftOut: [Name]
}

extension World {
  /// Past values of account columns are unknown, and so is the past renewal day; `started_on` is excepted.
  func readsAccountColumn(_ measure: Measure, on day: Day) -> Bool {
    [measure.of, measure.per].compactMap(\.self).contains { name in
      name == "days_to_renewal" || source(of: name, on: day) == .accountColumn
    }
  }

  /// One unit for each account that was active at r − H.
  func backtestUnits(horizon: Int) -> [BacktestUnit] {
    portfolio.accounts.compactMap { account in
      let decisions: [OutcomeKind] = [.churned, .renewed, .contracted]
      guard let decision = account.outcomes.last(where: { $0.day <= asOf && decisions.contains($0.kind) }) else {
        return nil
      }
      let decidedOn = decision.noticeOn ?? decision.day
      let day = decidedOn - horizon
      guard isActive(account, on: day) else { return nil }
      let score = score(of: account, on: day, isRescoring: true)
      let isChurned = decision.kind == .churned
      let leftOut = model(of: account).weighted().flatMap(\.measures).filter { readsAccountColumn($0, on: day) }
      return BacktestUnit(
        isChurned: isChurned, band: score.band, published: score.published, flag: currentFlag(of: account, on: day),
        leadTime: isChurned ? leadTime(of: account, before: decidedOn) : nil, leftOut: leftOut.map(\.key))
    }
  }

  /// For how many days the weeks before r were all yellow or red, counted back from r − 7 over at most 104 weeks.
  func leadTime(of account: Account, before decidedOn: Day) -> Int? {
    guard isActive(account, on: decidedOn - 7) else { return nil }
    var weeks = 0
    while weeks < 104 {
      let day = decidedOn - 7 * (weeks + 1)
      guard isActive(account, on: day),
        [.yellow, .red].contains(score(of: account, on: day, isRescoring: true).band)
      else { break }
      weeks += 1
    }
    return 7 * weeks
  }
}

/// The figures over units; rates are null when there is nothing to divide by.
struct BacktestFigures {
  let scored: [BacktestUnit]
  let unscored: [BacktestUnit]

  init(_ units: [BacktestUnit]) {
    scored = units.filter { $0.band != nil }
    unscored = units.filter { $0.band == nil }
  }

  var churned: [BacktestUnit] { scored.filter(\.isChurned) }
  var kept: [BacktestUnit] { scored.filter { !$0.isChurned } }

  func share(_ part: [BacktestUnit], of whole: [BacktestUnit]) -> Double? {
    ratio(Double(part.count), Double(whole.count))
  }

  /// Churned and green ÷ churned.
  var missed: Double? { share(churned.filter { $0.band == .green }, of: churned) }
  var recall: Double? { share(churned.filter { $0.band == .red }, of: churned) }
  var precision: Double? { share(churned.filter { $0.band == .red }, of: scored.filter { $0.band == .red }) }

  /// Precision ÷ base rate.
  var lift: Double? {
    precision.flatMap { precision in share(churned, of: scored).flatMap { ratio(precision, $0) } }
  }

  /// The AUC of the published score; nil below 10 churned or 10 kept.
  var auc: Double? {
    guard churned.count >= 10, kept.count >= 10 else { return nil }
    return areaUnderCurve(
      churned: churned.compactMap(\.published).map(Double.init), kept: kept.compactMap(\.published).map(Double.init))
  }

  var aucInterval: (low: Double, high: Double)? {
    auc.map { hanleyMcNeil($0, churned: churned.count, kept: kept.count) }
  }

  var leadTimeMedian: Double? { median(churned.compactMap(\.leadTime).map(Double.init)) }
}
