import SeededRandom

extension Plan {
  /// A day no younger than `dead`, except occasionally one after T.
  private func day(within days: Int, dead: Int, with random: inout SplitMix64) -> Day {
    if random.chance(2) { return asOf + random.int(1...20) }
    return asOf - random.int(dead...(dead + days))
  }

  func touchpoints(_ accounts: [RandomAccount], with random: inout SplitMix64) -> RandomTable {
    var table = RandomTable(["account_id", "date", "kind", "by", "with", "note"])
    for account in accounts where random.chance(85) {
      // An account that nobody talks to any longer.
      let silence = touchpointsDead + (random.chance(35) ? random.pick([44, 45, 46, 119, 120, 121]) : 0)
      if silence > touchpointsDead { table.add(["account_id": account.id, "date": (asOf - silence).iso]) }
      for _ in 0..<random.int(0...account.vigour / 8 + 1) {
        let day = random.chance(2) ? asOf + 5 : asOf - (silence + random.int(0...random.pick([60, 400])))
        table.add([
          "account_id": account.id, "date": day.iso,
          "kind": random.pick(["meeting", "call", "email", "event", "qbr", "fax", ""]),
          "by": random.pick(["Ann", "BEA", "Zo\u{eb} Lee", ""]),
        ])
      }
    }
    table.spoil(dates: ["date"], with: &random)
    return table
  }

  func tickets(_ accounts: [RandomAccount], with random: inout SplitMix64) -> RandomTable {
    var table = RandomTable(["account_id", "ticket_id", "opened_on", "closed_on", "severity", "csat", "subject"])
    var number = 0
    for account in accounts where random.chance(80) {
      // Some have stopped asking: their tickets are all more than 90 days old.
      let dead = random.chance(40) ? max(ticketsDead, 90) : ticketsDead
      for _ in 0..<random.int(0...9) {
        number += 1
        let opened = day(within: random.pick([80, 89, 300]), dead: dead, with: &random)
        // Few ids are those of another account's ticket, too.
        let ticket = [
          "account_id": account.id, "ticket_id": random.chance(4) ? "T1" : "T\(number)", "opened_on": opened.iso,
          "closed_on": random.chance(75) ? (opened + random.int(0...40)).iso : "",
          "severity": random.pick(["", "low", "normal", "normal", "high", "urgent", random.pick(["low", "dire"])]),
          "csat": random.pick(["", "", "1", "3", "5"]), "subject": "a \"subject\", quoted",
        ]
        table.add(ticket)
        guard random.chance(6) else { continue }
        // A later export has it again, as it was by then.
        let again = ["opened_on": (opened + random.pick([0, 0, 5, 100])).iso, "closed_on": "", "severity": "high"]
        table.add(ticket.merging(random.chance(50) ? again : ["csat": "2", "closed_on": asOf.iso]) { $1 })
      }
    }
    table.spoil(dates: ["opened_on", "closed_on"], numbers: ["csat"], with: &random)
    return table
  }

  func contacts(_ accounts: [RandomAccount], with random: inout SplitMix64) -> RandomTable {
    var table = RandomTable(["account_id", "name", "role", "since", "left_on"])
    let allHaveDates = random.chance(30)
    for account in accounts where random.chance(80) {
      for index in 0..<random.int(1...3) {
        let hasDate = allHaveDates || random.chance(60)
        table.add([
          "account_id": account.id, "name": "Person \(index)",
          "role": random.pick([
            "champion", "champion", "sponsor", "economic_buyer", "user", "", "sponsor; champion", "champion;boss",
          ]),
          "since": hasDate ? day(within: allHaveDates ? 60 : 500, with: &random) : "",
          "left_on": random.chance(25) ? day(within: 200, with: &random) : "",
        ])
      }
    }
    table.spoil(dates: ["since", "left_on"], words: ["role"], with: &random)
    return table
  }

  func goals(_ accounts: [RandomAccount], with random: inout SplitMix64) -> RandomTable {
    var table = RandomTable(["account_id", "goal", "unit", "baseline", "target", "latest", "due_on", "met_on"])
    for account in accounts where random.chance(70) {
      for index in 0..<random.int(1...4) {
        table.add([
          "account_id": account.id, "goal": "Goal \(index)", "baseline": "10", "target": "20.5", "latest": "",
          "due_on": random.chance(70) ? day(within: 300, with: &random) : (asOf + random.int(1...200)).iso,
          "met_on": random.chance(50) ? day(within: 300, with: &random) : "",
        ])
      }
    }
    table.spoil(dates: ["due_on", "met_on"], numbers: ["baseline", "target", "latest"], with: &random)
    return table
  }
}
