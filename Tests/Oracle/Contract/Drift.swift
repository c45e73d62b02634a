import Foundation

// "Did the portfolio change?" in docs/scoring.md.

/// The values of one account, of two days.
private typealias Pair = (then: Double?, now: Double?)

extension World {
  /// By what is compared: the accounts then and now, the size of the difference, p, and 1 where it holds.
  func drift() -> [String: [Double]] {
    let accounts = portfolio.accounts.sorted { $0.id < $1.id }
    let then = asOf - 364
    func bandNumber(_ account: Account, _ day: Day) -> Double? {
      guard isActive(account, on: day) else { return nil }
      return score(of: account, on: day, isRescoring: true).band.map { Double($0.rawValue) } ?? 9
    }
    var compared: [(name: String, pairs: [Pair])] = [
      ("bands", accounts.map { (bandNumber($0, then), bandNumber($0, asOf)) })
    ]
    let telling = ([scoring.base] + scoring.overriding).flatMap { $0.weighted().flatMap(\.measures) }
      .filter { $0.read != .peers && $0.of != "tenure_days" && $0.per != "tenure_days" }
    for key in Set(telling.map(\.key)) {
      func value(_ account: Account, _ day: Day) -> Double? {
        let own = model(of: account).weighted().flatMap(\.measures).first { $0.key == key }
        guard isActive(account, on: day), let own, own.of != "tenure_days", own.per != "tenure_days",
          own.read != .peers, !readsAccountColumn(own, on: day)
        else { return nil }
        return read(own, of: account, on: day).value
      }
      compared.append((key.text, accounts.map { (value($0, then), value($0, asOf)) }))
    }
    compared = compared.filter { _, pairs in
      pairs.filter { $0.then != nil }.count >= 20 && pairs.filter { $0.now != nil }.count >= 20
    }
    let ps = compared.map { name, pairs in chance(pairs, isBands: name == "bands") }
    let ordered = ps.sorted()
    // Holm: the first that does not hold ends it.
    let failed = ordered.indices.first { ordered[$0] * Double(ps.count - $0) > 0.05 } ?? ps.count
    var report: [String: [Double]] = [:]
    for ((name, pairs), p) in zip(compared, ps) {
      let isReal = failed == ps.count || p < ordered[failed]
      report[name] = [
        Double(pairs.filter { $0.then != nil }.count), Double(pairs.filter { $0.now != nil }.count),
        size(pairs, isBands: name == "bands"), p, isReal ? 1 : 0,
      ]
    }
    return report
  }

  private func chance(_ pairs: [Pair], isBands: Bool) -> Double {
    let real = size(pairs, isBands: isBands)
    var state: UInt64 = 0
    var larger = 0.0
    for tries in 1...999 {
      var bits: [UInt64] = []
      while bits.count * 64 < pairs.count { bits.append(splitMix(&state)) }
      let exchanged: [Pair] = pairs.enumerated().map { number, pair in
        (bits[number / 64] >> UInt64(number % 64)) % 2 == 1 ? (then: pair.now, now: pair.then) : pair
      }
      if size(exchanged, isBands: isBands) >= real - 1e-9 { larger += 1 }
      if larger == 60 { return 60 / Double(tries) }
    }
    return (larger + 1) / 1000
  }

  private func size(_ pairs: [Pair], isBands: Bool) -> Double {
    let (then, now) = (pairs.compactMap(\.then).sorted(), pairs.compactMap(\.now).sorted())
    guard !then.isEmpty, !now.isEmpty else { return 0 }
    if isBands {
      return Set(then + now).reduce(0) { sum, band in
        let seen = [then, now].map { side in Double(side.filter { $0 == band }.count) }
        let all = Double(then.count + now.count)
        let wanted = [then, now].map { (seen[0] + seen[1]) * Double($0.count) / all }
        return sum + pow(seen[0] - wanted[0], 2) / wanted[0] + pow(seen[1] - wanted[1], 2) / wanted[1]
      }
    }
    // At every value, how much of each side is at most it.
    var (sum, i, j) = (0.0, 0, 0)
    for value in (then + now).sorted() {
      while i < then.count, then[i] <= value { i += 1 }
      while j < now.count, now[j] <= value { j += 1 }
      sum += pow(Double(i) / Double(then.count) - Double(j) / Double(now.count), 2)
    }
    return sqrt(sum / Double(then.count + now.count))
  }

  private func splitMix(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
