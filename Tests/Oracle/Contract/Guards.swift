// "Guards" in docs/scoring.md.

import Foundation

/// The guards that hold, each with what it names, when files are compared with an edition that was published.
///
/// The edition is computed again from the files as they were.
func guards(_ now: World, since then: World, today: Day) throws -> [String: Any] {
  let settings = now.settings
  let counts = now.portfolio.rowsOfTables
  let active = now.activeAccounts(on: now.asOf)
  var held: [String: Any] = [:]

  if !active.contains(where: { now.score(of: $0, on: now.asOf).band != nil }) { held["no-accounts"] = active.count }

  if let accounts = counts["accounts"], accounts.refused > 0 {
    held["account-refused"] = [accounts.refused, accounts.read]
  }

  func isTooMuch(_ refused: Int, of all: Int) -> Bool {
    refused > 5 && Double(refused) > settings.maxRefused * Double(all)
  }
  var tooMuch: [String: [Int]] = [:]
  for (table, rows) in counts {
    // Nothing is missing with the rows of those who are known to be gone.
    let (refused, read) = (rows.refused - rows.departed, rows.read - rows.departed)
    if isTooMuch(refused, of: read) { tooMuch[table] = [refused, read] }
    for (column, refused) in rows.refusedIn {
      let filled = rows.filled[column] ?? 0
      if isTooMuch(refused, of: filled) { tooMuch["\(table).\(column.text)"] = [refused, filled] }
    }
  }
  if !tooMuch.isEmpty { held["rows-refused"] = tooMuch }

  // Who is there today, by the id of today; a row that was refused is a row.
  var vanished: [Account] = []
  // Two accounts may have become one, with the ARR of both.
  var arrThen: [Name: [Double?]] = [:]
  for account in then.activeAccounts(on: then.asOf) {
    let id = try settings.today(account.id.text)
    if now.portfolio.listedIDs.contains(id) {
      arrThen[id, default: []].append(account.arr)
    } else if !settings.departed.contains(id), !settings.departed.contains(account.id) {
      vanished.append(account)
    }
  }
  if !vanished.isEmpty {
    held["vanished"] = vanished.sorted { $0.id < $1.id }.map { [$0.id.text, orNull($0.arr)] as [Any] }
  }

  let cutOff = counts.filter(\.value.isCutOff).keys.sorted()
  if !cutOff.isEmpty { held["cut-off"] = cutOff }

  let (before, after) = (then.arrivals(), now.arrivals())
  var wentBack: [String: Any] = [:]
  for (feed, old) in before {
    let new = after[feed]
    let isBack =
      if let newest = old.newest { new?.newest.map { $0 < newest } ?? true } else {
        old.rows > 0 && new?.rows ?? 0 == 0
      }
    if isBack { wentBack[feed] = [orNull(old.newest?.iso), orNull(new?.newest?.iso)] }
  }
  if !wentBack.isEmpty { held["feed-went-back"] = wentBack }

  var (arr, unexplained) = (0.0, 0.0)
  for account in active {
    guard let parts = arrThen[account.id], !parts.contains(nil) else { continue }
    let was = parts.reduce(0) { $0 + ($1 ?? 0) }
    arr += was
    // What is unknown now counts as gone, whatever its outcomes say.
    guard let today = account.arr else {
      unexplained -= was
      continue
    }
    // By its outcomes it should be `expected` now; what lies between the two needs no other reason.
    var expected = was
    for outcome in account.outcomes where outcome.day > then.asOf && outcome.day <= now.asOf {
      if let to = outcome.arrAfter { expected += to - (outcome.arrBefore ?? expected) }
    }
    if today > max(was, expected) { unexplained += today - max(was, expected) }
    if today < min(was, expected) { unexplained += today - min(was, expected) }
  }
  if abs(unexplained) > settings.maxARRChange * arr + 1e-9 { held["arr-jump"] = [arr, unexplained] }

  if now.asOf > today { held["future"] = today.iso }
  return held
}

extension World {
  /// By table or measure: the rows that are used, and the newest day up to T.
  fileprivate func arrivals() -> [String: (rows: Int, newest: Day?)] {
    let accounts = portfolio.accounts
    func newest(_ days: [Day?]) -> Day? { days.compactMap(\.self).filter { $0 <= asOf }.max() }
    let days: [String: [Day?]] = [
      "sentiment": accounts.flatMap { $0.sentiment.map(\.day) }, "risks": accounts.flatMap { $0.risks.map(\.seenOn) },
      "touchpoints": accounts.flatMap { $0.touchpoints.map(\.day) },
      "tickets": accounts.flatMap { $0.tickets.map(\.openedOn) },
      "contacts": accounts.flatMap { $0.contacts.map(\.since) }, "goals": [],
      "outcomes": accounts.flatMap { $0.outcomes.map(\.day) }, "reviews": accounts.flatMap { $0.reviews.map(\.day) },
      "measures": portfolio.measureDays,
    ]
    var arrivals: [String: (rows: Int, newest: Day?)] = [:]
    for (table, days) in days {
      if let rows = portfolio.rowsOfTables[table] { arrivals[table] = (rows.used, newest(days)) }
    }
    for measure in Set(accounts.flatMap(\.observations.keys)) {
      let days = accounts.flatMap { $0.observations[measure] ?? [] }.map(\.day).filter { $0 <= asOf }
      if !days.isEmpty { arrivals["measure \(measure.text)"] = (days.count, days.max()) }
    }
    return arrivals
  }
}
