import SeededRandom

/// A made-up account: what its rows in all tables have in common.
struct RandomAccount {
  enum Life { case old, undated, appeared, new, future, ended, ending, churned, returned, restarted, renewed }
  enum Course: CaseIterable { case level, falling, droppingNow, rising, silent, gappy }

  let id: String
  let life: Life
  let course: Course
  let startedOn: Day?
  let seats: Int
  /// The oldest first; rows may still have them.
  let oldIDs: [String]
  /// The first day of which any row says something; nil for most.
  let appearedOn: Day?
  /// Out of 100: the level of usage, and how completely it is known.
  let vigour: Int
}

extension Plan {
  func accounts(with random: inout SplitMix64) -> [RandomAccount] {
    (0..<accountCount).map { index in
      let life: RandomAccount.Life =
        hasManyOutcomes && random.chance(60)
        ? random.pick([.churned, .churned, .renewed])
        : random.pick([
          .old, .old, .old, .old, .undated, .undated, .appeared, .new, .future, .ended, .ending, .churned, .returned,
          .restarted, .renewed,
        ])
      let started: Day? =
        switch life {
        case .undated, .appeared: nil
        case .restarted: asOf - random.pick([-10, 0, 1, 30, 90, 91, 200, 364, 365, 366])
        case .new: asOf - random.pick([0, 5, 20, 60, 90, 91, 92, 100])
        case .future: asOf + random.int(1...20)
        default: asOf - random.int(200...1500)
        }
      return RandomAccount(
        id: id(index), life: life, course: random.pick(RandomAccount.Course.allCases), startedOn: started,
        seats: random.pick([10, 20, 40, 50, 100]),
        oldIDs: (3...5).contains(index) || !random.chance(10)
          ? [] : random.pick([["old-\(index)"], ["older-\(index)", "old-\(index)"]]),
        appearedOn: life == .appeared ? asOf - random.pick([20, 60, 200, 330, 336, 340, 364, 365, 366]) : nil,
        vigour: random.pick([5, 20, 40, 60, 70, 80, 90, 100]))
    }
  }

  /// Two spellings of one accented letter are two accounts.
  private func id(_ index: Int) -> String {
    switch index {
    case 3: "caf\u{e9}"
    case 4: "cafe\u{301}"
    case 5: "a, \"b\""
    default: "A\(index * 7 % 100)-\(index)"
    }
  }

  func accountsTable(_ accounts: [RandomAccount], with random: inout SplitMix64) -> RandomTable {
    var table = RandomTable([
      "account_id", "name", "csm", "arr", "currency", "segment", "industry", "employees", "plan", "region", "seats",
      "started_on",
      "renews_on", "ended_on", "tier", "quota",
    ])
    for account in accounts {
      var row = ["account_id": account.id, "name": "Name of \(account.id)"]
      row["csm"] = random.pick(["Ann", "Bea", "C, D", "Zo\u{eb} Lee", ""])
      row["arr"] = hasNoARR ? "" : random.pick(["1000", "1000", "2000", "12000.5", "5e4", "0", ""])
      if hasCurrencies { row["currency"] = random.pick(["", "EUR", "eur", "USD", "usd", "CHF", "GBP"]) }
      row["segment"] =
        random.chance(20)
        ? random.pick(["enterprise", "Enterprise", "core", "gold", "Gold", "Banks", "small", "nothing"]) : ""
      row["industry"] = random.pick(["retail", "bank", "Bank", ""])
      row["employees"] = random.pick(["999", "1000", "1001", "50", "49", ""])
      row["plan"] = random.pick(["gold", "silver", "GOLD", ""])
      row["region"] = random.pick(["emea", "Emea", "apac", "amer", ""])
      row["seats"] = random.chance(90) ? "\(account.seats)" : random.pick(["0", ""])
      row["started_on"] = account.startedOn?.iso
      row["renews_on"] =
        random.chance(85) ? (asOf + random.pick([-400, -91, -30, -1, 0, 1, 30, 60, 89, 90, 91, 200, 300])).iso : ""
      switch account.life {
      case .ended: row["ended_on"] = (asOf - random.pick([0, 1, 30, 100])).iso
      case .ending: row["ended_on"] = (asOf + random.int(1...90)).iso
      default: break
      }
      row["tier"] = random.pick(["1", "2", "1.0", "one", ""])
      row["quota"] = random.pick(["100", "50", "n/a", "-5", ""])
      table.add(row)
    }
    spoilAccounts(&table, with: &random)
    return table
  }

  /// Spoilt rows have ids of their own: a second row with the same id would stop the build.
  private func spoilAccounts(_ table: inout RandomTable, with random: inout SplitMix64) {
    let faults = [
      ["arr": "about 5"], ["seats": "many"], ["started_on": "2025-02-29"], ["renews_on": "soon"], ["name": ""],
      ["name": "-"], ["employees": "nan"], ["ended_on": "never"],
    ]
    for index in 0..<random.int(0...2) {
      table.add(["account_id": "refused-\(index)", "name": "Refused"].merging(random.pick(faults)) { $1 })
    }
    if random.chance(20) { table.add(["account_id": "", "name": "Without an id"]) }
  }
}
