import Health
import SeededRandom

extension SyntheticPortfolio {
  /// Writes tickets, touchpoints, contacts and goals.
  func writeRelationship(
    _ customers: [Customer], to folder: String, using generator: inout SplitMix64
  ) throws {
    var tickets = try CSVFile(
      "tickets", in: folder, columns: "account_id,ticket_id,opened_on,closed_on,severity,csat,subject")
    var touchpoints = try CSVFile("touchpoints", in: folder, columns: "account_id,date,kind,by,with,note")
    var contacts = try CSVFile("contacts", in: folder, columns: "account_id,name,role,since,left_on")
    var goals = try CSVFile("goals", in: folder, columns: "account_id,goal,baseline,target,latest,due_on,met_on")
    for customer in customers {
      for number in 0..<generator.whole(in: 0...20) {
        let openedOn = asOf - generator.whole(in: 0...(weeks * 7))
        let closedOn = openedOn + generator.whole(in: 0...20)
        try tickets.append([
          customer.id, "T-\(customer.id)-\(number)", openedOn.description,
          closedOn <= asOf ? closedOn.description : "", generator.pick(["low", "normal", "normal", "high", "urgent"]),
          generator.happens(0.4) ? String(generator.whole(in: 2...5)) : "", generator.pick(Phrases.subjects),
        ])
      }
      for _ in 0..<(2 + Int(customer.health.last * Double(generator.whole(in: 2...24)))) {
        try touchpoints.append([
          customer.id, (asOf - generator.whole(in: 0...(weeks * 7))).description,
          generator.pick(["meeting", "call", "email", "event", "qbr"]), customer.csm, generator.pick(Phrases.people),
          generator.pick(Phrases.notes),
        ])
      }
      for role in ["champion", "sponsor", "user"].prefix(generator.whole(in: 1...3)) {
        let leftOn = generator.happens(0.08) ? (asOf - generator.whole(in: 0...200)).description : ""
        try contacts.append([customer.id, generator.pick(Phrases.people), role, customer.startedOn.description, leftOn])
      }
      for goal in Phrases.goals.prefix(generator.whole(in: 0...4)) {
        let dueOn = asOf + generator.whole(in: -200...200)
        let metOn = dueOn <= asOf && generator.happens(customer.health.last) ? dueOn.description : ""
        try goals.append([customer.id, goal, "10", "90", "50", dueOn.description, metOn])
      }
    }
    try tickets.close()
    try touchpoints.close()
    try contacts.close()
    try goals.close()
  }

  /// Writes flags, risks and reviews.
  func writeJudgement(_ customers: [Customer], to folder: String, using generator: inout SplitMix64) throws {
    var sentiment = try CSVFile("sentiment", in: folder, columns: "account_id,date,flag,csm,reason")
    var risks = try CSVFile("risks", in: folder, columns: "account_id,seen_on,kind,severity,note,source,closed_on")
    var reviews = try CSVFile("reviews", in: folder, columns: "account_id,date,list,decision,by,note")
    for customer in customers {
      for _ in 0..<generator.whole(in: 0...12) {
        // People mostly see what the figures show, and sometimes more.
        let mood = customer.health.last + generator.fraction(-0.4...0.3)
        try sentiment.append([
          customer.id, (asOf - generator.whole(in: 0...(weeks * 7))).description,
          mood > 0.6 ? "green" : mood > 0.3 ? "yellow" : "red", customer.csm, generator.pick(Phrases.reasons),
        ])
      }
      if generator.happens(0.15) {
        try risks.append([
          customer.id, (asOf - generator.whole(in: 0...120)).description,
          generator.pick(["champion_change", "budget_pressure", "competitive_threat", "relationship_decline"]),
          String(generator.whole(in: 1...5)), generator.pick(Phrases.reasons), "CSM", "",
        ])
      }
      if generator.happens(0.05) {
        try reviews.append([
          customer.id, (asOf - generator.whole(in: 0...120)).description, "green-but-yellow",
          generator.pick(["score_right", "csm_right", "both", "defer"]), customer.csm, generator.pick(Phrases.notes),
        ])
      }
    }
    try sentiment.close()
    try risks.close()
    try reviews.close()
  }
}
