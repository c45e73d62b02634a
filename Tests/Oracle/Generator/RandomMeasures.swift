import SeededRandom

extension Plan {
  func measuresTable(_ accounts: [RandomAccount], with random: inout SplitMix64) -> RandomTable {
    let measures = ["weekly_active_users", "sessions", "nps"] + (datedSeatsSince == nil ? [] : ["seats"])
    let columns = isLong ? ["measure", "value"] : measures
    var table = RandomTable(["account_id", "date"] + columns, isWide: !isLong)
    for (index, account) in accounts.enumerated() {
      for daysAgo in observationAges(of: account, with: &random) {
        var values: [String: String] = [:]
        for measure in measures where !random.chance(measure == "nps" ? 15 : 4) {
          values[measure] = value(of: measure, for: account, daysAgo: daysAgo, with: &random)
        }
        add(values, of: account.id, on: (asOf - daysAgo).iso, to: &table)
        // The same measure twice on one day, to check that the later line wins.
        if random.chance(1) { add(values.mapValues { _ in "7" }, of: account.id, on: (asOf - daysAgo).iso, to: &table) }
      }
      // Every measure has a row, however many are blank.
      if index == 0, weeks > 0 {
        let first = max(weeks * 7, (datedSeatsSince ?? 0))
        add(
          ["weekly_active_users": "5", "sessions": "9", "nps": "50"], of: account.id, on: (asOf - first).iso, to: &table
        )
        if let since = datedSeatsSince { add(["seats": "20"], of: account.id, on: (asOf - since).iso, to: &table) }
      }
    }
    if weeks > 0 {
      table.spoil(dates: ["date"], numbers: [isLong ? "value" : "sessions"], with: &random)
      if random.chance(30) { add(["nps": "50"], of: "refused-0", on: asOf.iso, to: &table) }
    }
    return table
  }

  private func add(_ values: [String: String], of account: String, on day: String, to table: inout RandomTable) {
    guard isLong else {
      table.add(["account_id": account, "date": day].merging(values) { $1 })
      return
    }
    for (measure, value) in values.sorted(by: { $0.key < $1.key }) {
      table.add(["account_id": account, "date": day, "measure": measure, "value": value])
    }
  }

  /// Weekly or daily, with gaps and silences; a few rows are after T.
  private func observationAges(of account: RandomAccount, with random: inout SplitMix64) -> [Int] {
    guard weeks > 0 else { return [] }
    let step = isDaily ? 1 : 7
    let offset = isDaily ? 0 : random.pick([0, 0, 0, 1, 3, 6])
    var ages = Array(stride(from: offset, to: weeks * 7, by: step))
    switch account.course {
    case .silent:
      let silence = random.pick([8, 28, 35, 36, 50, 80, 120, 500])
      ages = ages.filter { $0 >= silence }
    case .gappy: ages = ages.filter { _ in random.chance(30) }
    default: break
    }
    ages = ages.filter { $0 >= measuresDead }
    if random.chance(10) { ages.append(-random.int(1...14)) }
    return random.chance(10) ? random.shuffled(ages) : ages
  }

  private func value(
    of measure: String, for account: RandomAccount, daysAgo: Int, with random: inout SplitMix64
  ) -> String? {
    if measure == "seats" {
      guard let since = datedSeatsSince, daysAgo <= since else { return nil }
      return random.pick(["\(account.seats)", "\(account.seats)", "\(account.seats * 2)", "0", ""])
    }
    let course: Int =
      switch account.course {
      case .falling: max(0, 60 + daysAgo / 2 - 60)
      case .droppingNow: daysAgo < 7 ? 30 : 100
      case .rising: max(0, 110 - daysAgo)
      case .level, .silent, .gappy: 100
      }
    if measure == "nps", isSharp { return sharpValue(for: account, daysAgo: daysAgo, with: &random) }
    let lastWeek = daysAgo < 7 ? lastWeekFactor : 4
    let level = account.seats * account.vigour * min(course, 200) / 10_000 * lastWeek / 4
    switch measure {
    case "nps": return "\(min(100, account.vigour * min(course, 120) / 100 * lastWeek / 4))"
    case "sessions": return random.chance(10) ? "0" : "\(level * 3 + random.int(0...3)).\(random.pick([0, 25, 5, 75]))"
    default: return "\(max(0, level + random.int(-1...1)))"
    }
  }

  /// Steps of exactly the sizes that "Direction" in docs/scoring.md compares with, on and next to band edges.
  private func sharpValue(for account: RandomAccount, daysAgo: Int, with random: inout SplitMix64) -> String {
    let start = [70, 80, 85, 75, 74, 90, 50, 40][account.seats / 10 % 8]
    let step = [0, 0, -10, -5, 5, -15, -9, 4][(account.vigour / 10 + account.seats) % 8]
    let turn = [7, 28, 91][account.vigour % 3]
    let edge = random.chance(8) ? random.pick([".5", ".25", ".49", ""]) : ""
    // A feed that moves everybody by exactly the size of a portfolio shift.
    let shift = daysAgo < 7 ? [1: -3, 8: 3][lastWeekFactor] ?? 0 : 0
    return "\(start + (daysAgo < turn ? step : 0) + shift)\(edge)"
  }
}
