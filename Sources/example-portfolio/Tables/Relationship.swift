/// The people at the customer: those of the story, or three with names of the country.
func people(of account: Account, seed: UInt64) -> [Contact] {
  guard account.contacts.isEmpty else { return account.contacts }
  var chance = SeededGenerator(seed: seed, topic: "people of \(account.id)")
  let given = chance.shuffled(account.country.givenNames)
  let family = chance.shuffled(account.country.familyNames)
  let isThin = account.profile.flag != .green
  let roles = isThin ? ["sponsor", "user"] : ["champion", "economic_buyer", "user"]
  return zip(zip(given, family), roles).map { name, role in
    Contact(name: name.0 + " " + name.1, role: role, since: account.started + chance.whole(in: 0...90))
  }
}

func contactsTable(_ accounts: [Account], seed: UInt64) -> Table {
  var table = Table("data/contacts.csv", columns: ["account_id", "name", "role", "since", "left_on"])
  for account in accounts {
    for contact in people(of: account, seed: seed) {
      table.append(account.id, contact.name, contact.role, contact.since, contact.left)
    }
  }
  return table
}

/// Every conversation: those of the story, and the usual rhythm before them.
func touchpointsTable(_ accounts: [Account], seed: UInt64) -> Table {
  var table = Table("data/touchpoints.csv", columns: ["account_id", "date", "kind", "by", "with", "note"])
  for account in accounts {
    var chance = SeededGenerator(seed: seed, topic: "conversations with \(account.id)")
    var touchpoints = account.touchpoints
    touchpoints += usualTouchpoints(of: account, people: people(of: account, seed: seed), chance: &chance)
    for touchpoint in touchpoints.sorted(by: { $0.day < $1.day }) {
      table.append(
        account.id, touchpoint.day, touchpoint.kind, account.csm.rawValue, touchpoint.with, touchpoint.note)
    }
  }
  table.append(Faults.unknownAccount, "2026-10-29", "call", CSM.aisha.rawValue, nil, "Handover call, see CRM")
  return table
}

private func usualTouchpoints(
  of account: Account, people: [Contact], chance: inout SeededGenerator
) -> [Touchpoint] {
  var touchpoints: [Touchpoint] = []
  var notes: [String: [String]] = [:]
  var reviews = account.touchpoints.filter { $0.kind == "qbr" }.map(\.day)
  let pace = account.profile.contactEvery
  var day = account.lastContact ?? account.lastDay - chance.whole(in: 1...Int(pace.value(on: account.lastDay)) - 2)
  if let first = account.touchpoints.map(\.day).min() { day = min(day, first - chance.whole(in: 8...16)) }
  while day > max(Timeline.firstSunday, account.started) {
    let date = day.workingDay
    var kind = chance.pick(
      ["call", "call", "call", "call", "call", "meeting", "meeting", "email", "email", "email", "qbr", "qbr", "event"])
    // A review of the quarter comes once a quarter.
    if kind == "qbr", let next = reviews.min(), next - date < 80 { kind = "call" }
    if kind == "qbr" { reviews.append(date) }
    let present = people.filter { $0.since <= date && ($0.left ?? Timeline.asOf + 1) > date }
    if notes[kind, default: []].isEmpty { notes[kind] = chance.shuffled(Phrases.notes(for: kind)) }
    let note = notes[kind]?.popLast() ?? ""
    touchpoints.append(
      Touchpoint(day: date, kind: kind, with: present.isEmpty ? "" : chance.pick(present).name, note: note))
    day = day - max(4, Int(pace.value(on: day) * chance.factor(spread: 0.5)))
  }
  return touchpoints
}
