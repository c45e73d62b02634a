import Foundation

// "Flags, risks and decisions" in docs/scoring.md: human judgement, next to the score.

enum SentimentStatus: String { case fresh, ageing, stale, none }

extension World {
  func sentiment(of account: Account, on day: Day) -> (row: SentimentRow?, status: SentimentStatus) {
    // The latest day; of several rows on one day, the last in the file.
    guard let row = inDayOrder(account.sentiment, day: \.day).last(where: { $0.day <= day }) else {
      return (nil, .none)
    }
    let age = day - row.day
    return (row, age <= 30 ? .fresh : age <= 90 ? .ageing : .stale)
  }

  /// A fresh or ageing flag.
  func currentFlag(of account: Account, on day: Day) -> Flag? {
    let (row, status) = sentiment(of: account, on: day)
    return status == .fresh || status == .ageing ? row?.flag : nil
  }

  func openRisks(of account: Account, on day: Day) -> [RiskRow] {
    account.risks.filter { $0.seenOn <= day && $0.closedOn.map { $0 > day } ?? true }
  }

  /// At most 100.
  func riskPoints(of account: Account) -> Double {
    let score = score(of: account, on: asOf)
    let fromScore: Double
    if let published = score.published {
      fromScore = max(0, 70 - Double(published))
    } else {
      fromScore = max(35, score.exact.map { 70 - floor($0 + 0.5) } ?? 35)
    }
    let quarter = change(of: account, over: 91, to: asOf).map(Double.init) ?? 0
    let fromFall = 2 * max(0, -quarter - 3)
    let fromFlag: Double =
      switch currentFlag(of: account, on: asOf) {
      case .yellow: 15
      case .red: 30
      case .green, nil: 0
      }
    let fromRisks = 5 * openRisks(of: account, on: asOf).reduce(0) { $0 + $1.severity }
    return min(100, fromScore + fromFall + fromFlag + fromRisks)
  }

  /// ARR × points ÷ 100; nil for an unknown ARR.
  func exposure(of account: Account) -> Double? {
    account.arr.map { $0 * riskPoints(of: account) / 100 }
  }

  func renewsWithin90Days(_ account: Account, on day: Day) -> Bool {
    renewalDay(of: account, on: day).map { (0...90).contains($0 - day) } ?? false
  }

  /// Its renewal day is past, and nobody has said what became of it: by today's `renews_on`, on an earlier day, too.
  func isLapsed(_ account: Account, on day: Day) -> Bool {
    guard isActive(account, on: day), let renewal = account.renewsOn, renewal < day else { return false }
    let decisions: [OutcomeKind] = [.renewed, .contracted, .churned]
    return !account.outcomes.contains {
      decisions.contains($0.kind) && $0.day >= renewal - 90 && $0.day <= day
    }
  }

  func isAtRisk(_ account: Account) -> Bool {
    let band = score(of: account, on: asOf).band
    let flag = currentFlag(of: account, on: asOf)
    return band == .red || flag == .red || isLapsed(account, on: asOf)
      || (renewsWithin90Days(account, on: asOf) && (band == .yellow || flag == .yellow))
  }
}
