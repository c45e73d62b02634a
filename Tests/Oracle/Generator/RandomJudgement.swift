import SeededRandom

extension Plan {
  func sentiment(_ accounts: [RandomAccount], with random: inout SplitMix64) -> RandomTable {
    var table = RandomTable(["account_id", "date", "flag", "csm", "reason", "note"])
    for account in accounts {
      for _ in 0..<random.int(0...5) {
        let flag = random.pick(["green", "green", "green", "yellow", "red"])
        let day = day(within: random.pick([30, 95, 400]), with: &random)
        // It varies by day, so that the same reason occurs in several spellings.
        let reasons = ["line\nbreak", "Line  break.", "they left", "They left. ", ""]
        let reason = reasons[day.utf8.reduce(0) { $0 + Int($1) } % reasons.count]
        table.add([
          "account_id": account.id, "date": day, "flag": flag, "csm": random.pick(["Ann", "ann", "Zo\u{eb} Lee", ""]),
          "reason": reason, "note": "said",
        ])
        if random.chance(10) { table.add(["account_id": account.id, "date": day, "flag": "yellow"]) }
      }
    }
    table.spoil(dates: ["date"], words: ["flag"], with: &random)
    return table
  }

  func risks(_ accounts: [RandomAccount], with random: inout SplitMix64) -> RandomTable {
    var table = RandomTable(["account_id", "seen_on", "kind", "severity", "note", "source", "closed_on"])
    let kinds = [
      "champion_change", "strategic_pivot", "silent_dissatisfaction", "competitive_threat", "budget_pressure",
      "relationship_decline", "other",
    ]
    for account in accounts where random.chance(35) {
      for _ in 0..<random.int(1...3) {
        table.add([
          "account_id": account.id, "seen_on": day(within: 300, with: &random), "kind": random.pick(kinds),
          "severity": random.pick(["", "1", "3", "5"]),
          "closed_on": random.chance(60) ? day(within: 60, with: &random) : "",
        ])
      }
    }
    table.spoil(dates: ["seen_on", "closed_on"], numbers: ["severity"], words: ["kind"], with: &random)
    return table
  }

  func reviews(_ accounts: [RandomAccount], with random: inout SplitMix64) -> RandomTable {
    var table = RandomTable(["account_id", "date", "list", "decision", "by", "note", "next_step", "due_on"])
    for account in accounts {
      for _ in 0..<random.int(0...4) {
        let day = day(within: random.pick([10, 40, 90]), with: &random)
        let due = random.pick(["", asOf.iso, (asOf + 10).iso, (asOf - 20).iso, (asOf - 200).iso])
        let row = [
          "account_id": account.id, "date": day, "list": random.pick(ListID.allCases).rawValue,
          "decision": random.pick(["score_right", "csm_right", "both", "defer", "defer", "not_pursued"]),
          "by": random.pick(["Ann", "Bea", "zo\u{eb} lee", ""]), "due_on": due,
        ]
        table.add(row)
        if random.chance(10) { table.add(row.merging(["decision": "both"]) { $1 }) }
      }
    }
    table.spoil(dates: ["date", "due_on"], words: ["decision"], with: &random)
    return table
  }

  func outcomes(_ accounts: [RandomAccount], with random: inout SplitMix64) -> RandomTable {
    var table = RandomTable([
      "account_id", "date", "kind", "arr_before", "arr_after", "currency", "notice_on", "reason", "avoidable",
      "evidence",
    ])
    func add(_ account: RandomAccount, _ kind: String, daysAgo: Int) {
      let before = random.chance(3) ? "-500" : random.pick(["", "1000", "2000", "3000"])
      let after = kind == "churned" ? random.pick(["", "0"]) : random.pick(["", "500", "1000", "4000"])
      table.add([
        "account_id": account.id, "date": (asOf - daysAgo).iso, "kind": kind, "arr_before": before, "arr_after": after,
        "currency": hasCurrencies ? random.pick(["", "EUR", "USD", "GBP"]) : "",
        "notice_on": random.chance(40) ? (asOf - daysAgo - random.int(0...60)).iso : "",
        "avoidable": kind == "churned" ? random.pick(["yes", "no", "no", ""]) : "",
        "evidence": random.chance(60) ? "a mail" : "",
      ])
    }
    for account in accounts {
      let daysAgo = random.pick([0, 1, 20, 60, 100, 180, 200, 250, 364, 365, 366, 500])
      switch account.life {
      case .churned:
        if random.chance(30) { add(account, random.pick(["renewed", "expanded"]), daysAgo: daysAgo + 200) }
        add(account, "churned", daysAgo: daysAgo)
      case .returned:
        add(account, "churned", daysAgo: daysAgo + random.pick([0, 60]))
        add(account, random.pick(["renewed", "expanded", "contracted"]), daysAgo: daysAgo)
      case .renewed: add(account, random.pick(["renewed", "contracted"]), daysAgo: daysAgo)
      case .restarted:
        if let started = account.startedOn {
          if random.chance(30) { add(account, "renewed", daysAgo: asOf - started + 500) }
          add(account, "churned", daysAgo: asOf - started + random.pick([0, 1, 30, 200, 400]))
          if random.chance(30) { add(account, "expanded", daysAgo: asOf - started - random.int(0...5)) }
        }
      case .old, .undated, .appeared, .ending, .ended:
        if random.chance(25) { add(account, random.pick(["renewed", "expanded", "contracted"]), daysAgo: daysAgo) }
      case .new, .future: break
      }
      if random.chance(5) { add(account, random.pick(["churned", "renewed"]), daysAgo: -random.int(1...40)) }
    }
    table.spoil(
      dates: ["date", "notice_on"], numbers: ["arr_before", "arr_after"], words: ["kind", "avoidable"], with: &random)
    return table
  }
}
