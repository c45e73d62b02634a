// Where the contract itself lets a figure look better although something is missing: each with its reason, and no
// wider than that.

extension CalmLaw {
  /// Why an account may leave the portfolio.
  func mayLeave(_ removal: Removal, isOwn: Bool) -> String? {
    switch removal.kind {
    case "row of accounts" where isOwn: "a removed account: guards name it (vanished)"
    case "row of outcomes" where isOwn, "file of outcomes": "a removed outcome by which a lost account had come back"
    case "started_on of accounts" where isOwn: "a refused second start: without it the account is lost"
    default: nil
    }
  }

  /// Why the ARR of an account may leave the ARR at risk, its score aside.
  func riskExcuse(_ removal: Removal, _ old: CalmReport.Member, isOwn: Bool) -> String? {
    switch removal.kind {
    case "row of sentiment" where isOwn:
      // A removed green flag excuses nothing.
      let word = removal.line.flatMap { tables.cell("flag", of: $0, in: "sentiment") } ?? ""
      return FlagWord(rawValue: choiceWord(word))?.flag == .green ? nil : "a removed yellow or red flag"
    case "file of sentiment":
      return old.currentFlag == "yellow" || old.currentFlag == "red" ? "a removed yellow or red flag" : nil
    case "renews_on of accounts" where isOwn: return "a refused renews_on: the front page names it"
    case "arr of accounts" where isOwn: return "a refused arr: sums say how many are unknown"
    default: return nil
    }
  }

  /// Why what a measure counts may rise and still be fresh.
  func mayLift(_ measure: Measure, _ removal: Removal, isOwn: Bool, rest: Account?) -> String? {
    if measure.read == .peers { return "peers: the reading moves with the others" }
    let names = [measure.of, measure.per].compactMap(\.self)
    func reads(_ derived: Name...) -> Bool { names.contains { derived.contains($0) } }
    let isObserved = names.contains { facts.firstObservation[$0] != nil }
    switch (removal.table, removal.column) {
    case ("measures", _) where isObserved && isOwn:
      return "a removed observation: the one before it may be better, or a divisor smaller"
    case ("measures", _) where measure.read == .rhythm, ("accounts", nil) where measure.read == .rhythm:
      return "rhythm: the newest day of anybody ends the windows of all"
    case ("measures", _) where reads("seats"), ("accounts", nil) where reads("seats"):
      return "an attribute counts until its dated namesake has a row"
    case ("tickets", nil)
    where isOwn && reads("open_tickets", "tickets_90d", "urgent_tickets_90d", "days_to_close_90d", "csat_90d"):
      return "a removed ticket is one ticket less"
    case ("tickets", "csat") where isOwn && reads("csat_90d"): return "a refused csat: the mean is over the others"
    case ("tickets", "closed_on") where isOwn && reads("days_to_close_90d"):
      return "a refused closed_on: the median is over the tickets that were closed"
    case ("goals", nil) where isOwn && reads("goals_met"): return "a removed goal that was due and not met"
    case ("contacts", "since") where isOwn && reads("champions"): return "a refused since: there all along"
    case ("touchpoints", nil) where isOwn && reads("days_since_contact") && rest?.touchpoints.isEmpty ?? true:
      return "without a contact the start stands for it"
    default: return nil
    }
  }

  /// Why other accounts may be in the cohort of retention.
  func mayMoveCohort(_ removal: Removal) -> String? {
    switch (removal.table, removal.column) {
    case ("measures", nil), ("sentiment", nil), ("risks", nil), ("touchpoints", nil), ("tickets", nil),
      ("contacts", nil), ("reviews", nil), ("contacts", "since"):
      // Only where the start is blank, or was not known yet a year ago.
      "without a start the first row says since when"
    case ("accounts", nil): "a removed account: guards name it (vanished)"
    case ("accounts", "arr"): "a refused arr: retention says how many it leaves out"
    case ("accounts", "started_on"), ("accounts", "ended_on"): "a refused start or end: the front page names it"
    case ("outcomes", nil): "a removed outcome: accounts.arr stands for its figures"
    case ("outcomes", "arr_before"), ("outcomes", "arr_after"): "a refused figure: accounts.arr stands for it"
    default: nil
    }
  }

  /// Why the rates of the same cohort may rise.
  func mayLiftRetention(_ removal: Removal) -> String? {
    switch removal.kind {
    case "file of outcomes": return "a removed churn or contraction"
    case "row of outcomes":
      let kind = removal.line.flatMap { tables.cell("kind", of: $0, in: "outcomes") }.map { choiceWord($0) }
      if kind == "churned" || kind == "contracted" { return "a removed churn or contraction" }
      let hasFigure = ["arr_before", "arr_after"].contains { (column: Name) in
        removal.line.flatMap { tables.cell(column, of: $0, in: "outcomes") } != nil
      }
      return hasFigure ? "a removed outcome: accounts.arr stands for its figures" : nil
    case "arr_before of outcomes", "arr_after of outcomes": return "a refused figure: accounts.arr stands for it"
    case "ended_on of accounts": return "a refused start or end: the front page names it"
    default: return nil
    }
  }
}
