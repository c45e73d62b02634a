/// The flags of the CSMs, about one a month: those of the story, and before them the usual one.
func sentimentTable(_ accounts: [Account], seed: UInt64) -> Table {
  var table = Table("data/sentiment.csv", columns: ["account_id", "date", "flag", "csm", "reason", "note"])
  for account in accounts {
    var chance = SeededGenerator(seed: seed, topic: "flags of \(account.id)")
    for flag in (usualFlags(of: account, chance: &chance) + account.flags).sorted(by: { $0.day < $1.day }) {
      table.append(account.id, flag.day, flag.colour.rawValue, account.csm.rawValue, flag.reason, nil)
    }
  }
  return table
}

private func usualFlags(of account: Account, chance: inout SeededGenerator) -> [Flag] {
  let colour = account.profile.flag
  var reasons = chance.shuffled(Phrases.reasons(for: colour))
  var day = account.lastFlag ?? account.lastDay - chance.whole(in: 2...24)
  if let first = account.flags.map(\.day).min() { day = min(day, first - chance.whole(in: 24...36)) }
  var flags: [Flag] = []
  while account.hasTelemetry, day > max(Timeline.firstSunday, account.started + 14) {
    // A green rarely comes with a reason; the others owe one.
    let isExplained = colour != .green || chance.happens(0.4)
    flags.append(Flag(day: day.workingDay, colour: colour, reason: isExplained ? reasons.popLast() : nil))
    if reasons.isEmpty { reasons = chance.shuffled(Phrases.reasons(for: colour)) }
    day = day - chance.whole(in: 24...37)
  }
  return flags
}

func risksTable(_ accounts: [Account]) -> Table {
  var table = Table(
    "data/risks.csv", columns: ["account_id", "seen_on", "kind", "severity", "note", "source", "closed_on"])
  for account in accounts {
    for risk in account.risks {
      table.append(account.id, risk.seen, risk.kind, risk.severity, risk.note, risk.source, risk.closed)
    }
  }
  return table
}

func reviewsTable(_ accounts: [Account]) -> Table {
  var table = Table(
    "data/reviews.csv", columns: ["account_id", "date", "list", "decision", "by", "note", "next_step", "due_on"])
  let reviews = accounts.flatMap { account in account.reviews.map { (account: account.id, review: $0) } } + spotChecks
  for (account, review) in reviews.sorted(by: { ($0.review.day, $0.account) < ($1.review.day, $1.account) }) {
    table.append(
      account, review.day, review.list, review.decision, CSM.lead, review.note, review.nextStep, review.due)
  }
  return table
}
