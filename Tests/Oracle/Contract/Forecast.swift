// "What renewals are expected to bring" in docs/scoring.md.

/// What the renewals of one quarter should keep.
struct QuarterForecast {
  let quarter: String
  let accounts: Int
  let arr: Double?
  let expected: Double
  let low: Double
  let high: Double
}

/// What renewals are compared by: the band, nil for none, and whether the current flag is green, worse, or not there.
private struct RenewalGroup: Hashable {
  let band: Band?
  let says: Int

  init(_ band: Band?, _ flag: Flag?) {
    self.band = band
    says = flag == nil ? 0 : flag == .green ? 1 : 2
  }
}

extension World {
  /// Nil with fewer than ten that left or ten that stayed.
  func forecast() -> [QuarterForecast]? {
    let decided = backtestUnits(horizon: 90)
    let stayed = decided.filter { !$0.isChurned }.count
    guard stayed >= 10, decided.count - stayed >= 10 else { return nil }
    let prior = Double(stayed + 1) / Double(decided.count + 2)
    let year = Int(asOf.iso.prefix(4)) ?? 0
    let quarter = quarterOfYear(asOf)
    let next = quarter == 4 ? "\(year + 1)-Q1" : "\(year)-Q\(quarter + 1)"
    return ["\(year)-Q\(quarter)", next].map { name in
      let renewing = activeAccounts(on: asOf).filter { quarterOfRenewal($0) == name }
      var (expected, variance) = (0.0, 0.0)
      for cell in Set(renewing.map { cell(of: $0) }) {
        let like = decided.filter { RenewalGroup($0.band, $0.flag) == cell }
        let alpha = Double(like.filter { !$0.isChurned }.count) + 20 * prior
        let beta = Double(like.filter(\.isChurned).count) + 20 * (1 - prior)
        let p = alpha / (alpha + beta)
        let v = alpha * beta / ((alpha + beta) * (alpha + beta) * (alpha + beta + 1))
        let amounts = renewing.filter { self.cell(of: $0) == cell }.compactMap(\.arr)
        let sum = amounts.reduce(0, +)
        expected += p * sum
        variance += (p - p * p - v) * amounts.map { $0 * $0 }.reduce(0, +) + v * sum * sum
      }
      let known = renewing.compactMap(\.arr)
      let margin = 1.281552 * variance.squareRoot()
      return QuarterForecast(
        quarter: name, accounts: renewing.count, arr: known.isEmpty && !renewing.isEmpty ? nil : known.reduce(0, +),
        expected: expected, low: max(0, expected - margin), high: min(known.reduce(0, +), expected + margin))
    }
  }

  private func cell(of account: Account) -> RenewalGroup {
    RenewalGroup(score(of: account, on: asOf).band, currentFlag(of: account, on: asOf))
  }

  private func quarterOfYear(_ day: Day) -> Int { ((Int(day.iso.dropFirst(5).prefix(2)) ?? 1) + 2) / 3 }

  /// A lapsed renewal is due now; one that an outcome of the 90 days before it settles is none.
  private func quarterOfRenewal(_ account: Account) -> String? {
    guard let day = account.renewsOn else { return nil }
    let decisions: [OutcomeKind] = [.renewed, .contracted, .churned]
    if account.outcomes.contains(where: { decisions.contains($0.kind) && $0.day >= day - 90 && $0.day <= asOf }) {
      return nil
    }
    let counted = day < asOf ? asOf : day
    return "\(counted.iso.prefix(4))-Q\(quarterOfYear(counted))"
  }
}
