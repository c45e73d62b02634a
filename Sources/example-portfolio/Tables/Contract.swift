/// The goals for which each customer bought the product: the story's, or three of the usual ones.
func goalsTable(_ accounts: [Account], seed: UInt64) -> Table {
  var table = Table(
    "data/goals.csv",
    columns: ["account_id", "goal", "unit", "baseline", "target", "latest", "due_on", "met_on"])
  for account in accounts {
    for goal in account.goals.isEmpty ? usualGoals(of: account, seed: seed) : account.goals {
      table.append(
        account.id, goal.goal, goal.unit, plain(goal.baseline), plain(goal.target), plain(goal.latest), goal.due,
        goal.met)
    }
  }
  return table
}

private func usualGoals(of account: Account, seed: UInt64) -> [Goal] {
  guard account.hasTelemetry else { return [] }
  var chance = SeededGenerator(seed: seed, topic: "goals of \(account.id)")
  return chance.shuffled(Phrases.goals).prefix(3).enumerated().map { index, aim in
    let isMet = index < account.profile.goalsMet
    let due = max(account.started + 180, account.lastDay - chance.whole(in: 40...260))
    let share = isMet ? 1 + 0.15 * chance.fraction() : 0.2 + 0.5 * chance.fraction()
    let baseline = (aim.baseline * chance.factor(spread: 0.2)).rounded()
    let latest = (baseline + (aim.target - baseline) * share).rounded()
    return Goal(
      goal: aim.goal, unit: aim.unit, baseline: baseline, target: aim.target,
      latest: aim.unit.hasPrefix("%") ? min(latest, 100) : latest, due: due,
      met: isMet ? min(due - chance.whole(in: 5...60), account.lastDay) : nil)
  }
}

private func plain(_ value: Double) -> String {
  value == value.rounded() ? "\(Int(value))" : "\(value)"
}

/// The outcome of every term that ended, newest first: the story's outcomes, and renewals on the other anniversaries.
///
/// The ARR after each outcome is the ARR before the next one, back from today's figure.
func outcomes(of account: Account, seed: UInt64) -> [Outcome] {
  var chance = SeededGenerator(seed: seed, topic: "terms of \(account.id)")
  let told = account.outcomes
  let plainRenewals = account.anniversaries.filter { day in
    day > Timeline.firstSunday && day <= account.lastDay && told.allSatisfy { abs($0.day - day) > 20 }
  }
  var arr = told.contains { $0.kind == "churned" } ? 0 : account.arr
  var all: [Outcome] = []
  for day in (told.map(\.day) + plainRenewals).sorted().reversed() {
    if let outcome = told.first(where: { $0.day == day }) {
      precondition(outcome.after == arr, "\(account.id): ARR \(outcome.after) after \(day), then \(arr)")
      all.append(outcome)
    } else {
      // An earlier outcome of the story says what the ARR was then.
      let rise = told.contains { $0.day < day } ? 0 : chance.pick([0, 0, 0.02, 0.03, 0.03, 0.05])
      let before = Int((Double(arr) / (1 + rise) / 100).rounded()) * 100
      all.append(Outcome(day: day, kind: "renewed", before: rise == 0 ? arr : before, after: arr))
    }
    arr = all.last?.before ?? arr
  }
  return all
}

func outcomesTable(_ accounts: [Account], seed: UInt64) -> Table {
  var table = Table(
    "data/outcomes.csv",
    columns: ["account_id", "date", "kind", "arr_before", "arr_after", "notice_on", "reason", "avoidable", "evidence"])
  let all = accounts.flatMap { account in outcomes(of: account, seed: seed).map { (account.id, $0) } }
  for (id, outcome) in all.sorted(by: { ($0.1.day, $0.0) < ($1.1.day, $1.0) }) {
    table.append(
      id, outcome.day, outcome.kind, outcome.before, outcome.after, outcome.notice, outcome.reason, outcome.avoidable,
      outcome.evidence)
  }
  return table
}
