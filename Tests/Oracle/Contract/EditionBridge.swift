import Foundation

/// From the revenue that an edition published to today's: the sum of each kind of change, and the two ends.
///
/// The edition is computed again from the files as they were, the slow and literal way: who was active on its day, and
/// what the accounts table said about them. An account that only one of the tables knows is matched by its id or not at
/// all.
func editionBridge(from then: World, to now: World) -> [String: Double] {
  func revenue(_ world: World) -> [Name: Double?] {
    Dictionary(uniqueKeysWithValues: world.activeAccounts(on: world.asOf).map { ($0.id, hundredths($0.arr)) })
  }
  let (before, after) = (revenue(then), revenue(now))
  var sums = ["new": 0.0, "expansion": 0.0, "contraction": 0.0, "churn": 0.0, "unknown": 0.0]
  for id in Set(before.keys).union(after.keys) {
    switch (before[id], after[id]) {
    case (nil, let today?): sums["new", default: 0] += today ?? 0
    case (let old?, nil): sums["churn", default: 0] -= old ?? 0
    case (let old??, let today??): sums[today >= old ? "expansion" : "contraction", default: 0] += today - old
    case (let old?, let today?): sums["unknown", default: 0] += (today ?? 0) - (old ?? 0)
    case (nil, nil): break
    }
  }
  sums["before"] = before.values.reduce(0) { $0 + ($1 ?? 0) }
  sums["after"] = after.values.reduce(0) { $0 + ($1 ?? 0) }
  return sums
}

/// An amount as bridges print it, so that steps and ends add up in print.
func hundredths(_ amount: Double?) -> Double? { amount.map { ($0 * 100).rounded() / 100 } }
