import Foundation

// "How long accounts stay" in docs/scoring.md.

extension World {
  /// For everybody, each segment and each year of start: how many accounts, how many lost, and what holds after some
  /// months.
  func stayingReport() -> [String: Any] {
    var report: [String: Any] = ["all": staying(portfolio.accounts)]
    for segment in scoring.segments {
      report["segment \(segment.id.text)"] = staying(
        portfolio.accounts.filter { self.segment(of: $0).id == segment.id })
    }
    for year in Set(portfolio.accounts.compactMap { begin($0)?.iso.prefix(4) }) {
      report["began \(year)"] = staying(portfolio.accounts.filter { begin($0)?.iso.prefix(4) == year })
    }
    return report
  }

  private func staying(_ accounts: [Account]) -> [Any] {
    let ends = portfolio.accounts.flatMap { account in
      account.outcomes.map(\.day).filter { $0 <= asOf } + [account.endedOn].compactMap { $0 }.filter { $0 <= asOf }
    }
    guard let recorded = ends.min() else { return [0, 0] + Array(repeating: NSNull(), count: 6) }
    var seen: [(from: Int, to: Int, isLost: Bool)] = []
    for account in accounts {
      guard let start = begin(account), start <= asOf else { continue }
      let left =
        (account.outcomes.filter { $0.kind == .churned }.map(\.day) + [account.endedOn].compactMap { $0 })
        .filter { $0 >= start && $0 <= asOf }.min()
      let (from, to) = (max(0, recorded - start - 1), max(1, (left ?? asOf) - start))
      if to > from { seen.append((from, to, left != nil)) }
    }
    var figures: [Any] = [seen.count, seen.filter(\.isLost).count]
    for months in [1, 3, 6, 12, 24, 36] { figures.append(kept(seen, at: (months * 365 + 6) / 12)) }
    return figures
  }

  /// Day by day, as long as 20 accounts are seen.
  private func kept(_ seen: [(from: Int, to: Int, isLost: Bool)], at age: Int) -> Any {
    func after(_ day: Int) -> Int { seen.filter { $0.from <= day && $0.to > day }.count }
    guard let first = (0...(seen.map(\.to).max() ?? 0)).first(where: { after($0) >= 20 }), age >= first else {
      return NSNull()
    }
    var (share, sum, day) = (1.0, 0.0, first)
    while day < age {
      guard after(day) >= 20 else { return NSNull() }
      day += 1
      let atRisk = seen.filter { $0.from < day && $0.to >= day }
      let lost = Double(atRisk.filter { $0.to == day && $0.isLost }.count)
      let n = Double(atRisk.count)
      guard lost > 0 else { continue }
      share *= 1 - lost / n
      sum += lost / (n * (n - lost))
    }
    guard share > 0, share < 1 else { return [share] }
    let width = 1.959964 * sum.squareRoot() / -log(share)
    return [share, pow(share, exp(width)), pow(share, exp(-width))]
  }

  /// The first day as a customer, as retention knows it.
  private func begin(_ account: Account) -> Day? {
    if let started = startedOn(of: account, asSeenOn: asOf) { return started }
    let firstRows = Dictionary(rowDays(of: account), uniquingKeysWith: min)
    guard let first = firstRows.values.min() else { return nil }
    let saysNothing = firstRows.contains { table, row in
      row == first && firstDays[table].map { isWithin(first, last: 28, of: $0 + 27) } ?? false
    }
    return saysNothing ? nil : first
  }
}
