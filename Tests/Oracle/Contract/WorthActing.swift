// "Worth acting on" in docs/scoring.md.

extension World {
  /// For each list about losses how many of the accounts on it 90 days before they decided left, and how many there
  /// were.
  func listedThen() -> [String: [Int]] {
    var counts: [String: [Int]] = [:]
    for list in ListID.allCases where ![.renewals, .spotCheck, .expansion].contains(list) {
      counts[list.rawValue] = [0, 0]
    }
    for account in portfolio.accounts {
      let decisions: [OutcomeKind] = [.churned, .renewed, .contracted]
      guard let decision = account.outcomes.last(where: { $0.day <= asOf && decisions.contains($0.kind) }) else {
        continue
      }
      let day = (decision.noticeOn ?? decision.day) - 90
      guard isActive(account, on: day) else { continue }
      for list in ListID.allCases where counts[list.rawValue] != nil && wasListed(account, on: list, day: day) {
        counts[list.rawValue]?[0] += decision.kind == .churned ? 1 : 0
        counts[list.rawValue]?[1] += 1
      }
    }
    return counts
  }

  /// As `isListed`, with scores as the backtest makes them again.
  private func wasListed(_ account: Account, on list: ListID, day: Day) -> Bool {
    func band(_ day: Day) -> Band? { score(of: account, on: day, isRescoring: true).band }
    let (row, status) = sentiment(of: account, on: day)
    let flag = currentFlag(of: account, on: day)
    switch list {
    case .greenButYellow: return band(day) == .green && (flag == .yellow || flag == .red)
    case .greenButFalling: return band(day) == .green && isFallingThen(account, day)
    case .greenWithRisks: return band(day) == .green && !openRisks(of: account, on: day).isEmpty
    case .quiet: return [.green, .yellow].contains(band(day)) && wasQuiet(account, day)
    case .sentimentOverdue: return status != .fresh
    case .leftGreen:
      return [.yellow, .red].contains(band(day))
        && [7, 14, 21, 28].contains { isActive(account, on: day - $0) && band(day - $0) == .green }
    case .csmMoreConfident: return [.yellow, .red].contains(band(day)) && row?.flag == .green && status == .fresh
    case .unscored: return band(day) == nil
    case .renewals, .spotCheck, .expansion: return false
    }
  }

  private func isFallingThen(_ account: Account, _ day: Day) -> Bool {
    func change(_ days: Int) -> Int {
      guard isActive(account, on: day - days), let now = score(of: account, on: day, isRescoring: true).published,
        let then = score(of: account, on: day - days, isRescoring: true).published
      else { return 0 }
      return now - then
    }
    return change(7) <= -10 || change(28) <= -15 || change(28) <= -5 || change(91) <= -10
  }

  private func wasQuiet(_ account: Account, _ day: Day) -> Bool {
    func usage(_ day: Day) -> Double? {
      score(of: account, on: day, isRescoring: true).dimensions.first { $0.id == "usage" }?.score
    }
    let spoken = account.touchpoints.map(\.day).filter { $0 <= day }.max()
    if let spoken, day - spoken < 45 { return false }
    let opened = tickets(of: account, openedBy: day).map(\.openedOn)
    guard
      opened.filter({ isWithin($0, last: 90, of: day) }).count
        < opened.filter({ isWithin($0, last: 90, of: day - 90) }).count,
      isActive(account, on: day - 91), let now = usage(day), let then = usage(day - 91)
    else { return false }
    return now <= then + 1e-9
  }
}
