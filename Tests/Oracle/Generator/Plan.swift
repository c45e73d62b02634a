import SeededRandom

/// The properties of a whole made-up portfolio.
struct Plan {
  let asOf: Day
  let accountCount: Int
  let weeks: Int
  let isDaily: Bool
  let isLong: Bool
  /// One measure makes the score, in halves and whole numbers, so that bands and thresholds are hit exactly.
  let isSharp: Bool
  /// The factor of every account's usage in the last week, which falls, stays the same or rises.
  let lastWeekFactor: Int
  /// Whether many accounts have an outcome long enough ago to be tested on.
  let hasManyOutcomes: Bool
  /// Whether every measure is excluded when it is not fresh, so that an account may have no score at all.
  let excludesAll: Bool
  /// Days before T of the first row of the dated measure `seats`; nil when there is none.
  let datedSeatsSince: Int?
  /// Days since the newest row of touchpoints and of tickets.
  let touchpointsDead: Int
  let ticketsDead: Int
  /// Days before T on which the measures of everybody end.
  let measuresDead: Int
  /// Whether no account has a figure of its revenue.
  let hasNoARR: Bool
  let hasCurrencies: Bool

  init(with random: inout SplitMix64) {
    asOf = Day(number: 20_240 + random.int(0...700))
    hasManyOutcomes = random.chance(35)
    accountCount = hasManyOutcomes || random.chance(20) ? random.int(45...85) : random.int(15...44)
    isDaily = random.chance(20)
    weeks = random.chance(6) ? 0 : isDaily ? random.int(2...16) : random.int(random.chance(60) ? 40...70 : 1...70)
    isLong = weeks > 0 && random.chance(50)
    isSharp = random.chance(30)
    excludesAll = random.chance(12)
    lastWeekFactor = random.chance(75) ? 4 : random.pick([1, 8])
    datedSeatsSince = weeks > 3 && random.chance(40) ? random.int(1...(weeks - 1)) * 7 : nil
    touchpointsDead = random.chance(80) ? random.int(0...3) : random.int(13...40)
    ticketsDead = random.chance(80) ? random.int(0...3) : random.int(13...40)
    measuresDead = random.chance(88) ? 0 : random.int(8...45)
    hasNoARR = random.chance(6)
    hasCurrencies = random.chance(35)
  }

  func settings(_ accounts: [RandomAccount], with random: inout SplitMix64) -> String {
    var lines = ["title: Portfolio \(random.int(1...99))", "locale: \(random.pick(["en", "fr"]))", "currency: EUR"]
    if random.chance(60) { lines.append("spot_check_weeks: \(random.pick([1, 2, 3, 13, 26]))") }
    if random.chance(30) { lines.append("feed_max_age: \(random.pick([7, 14, 30]))") }
    if random.chance(20) { lines.append("max_refused: \(random.pick(["0", "0.02", "0.5"]))") }
    if random.chance(20) { lines.append("max_arr_change: \(random.pick(["0.05", "0.2", "1"]))") }
    if hasCurrencies { lines.append("fx: {USD: 0.92, chf: \(random.pick(["1.05", "2"]))}") }
    // Each old id leads to the next one, and the last of them to the account.
    let aliases = accounts.flatMap { account in zip(account.oldIDs, account.oldIDs.dropFirst() + [account.id]) }
    if !aliases.isEmpty {
      lines.append("aliases:")
      lines += aliases.map { "  '\($0)': '\($1)'" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A day around T: rarely after it, and often one of the ages at which something changes.
  func day(within days: Int, with random: inout SplitMix64) -> String {
    if random.chance(5) { return (asOf + random.int(1...30)).iso }
    let edges = [0, 7, 13, 14, 15, 27, 28, 30, 31, 45, 89, 90, 91].filter { $0 <= days }
    if random.chance(25) { return (asOf - random.pick(edges)).iso }
    return (asOf - random.int(0...days)).iso + (random.chance(3) ? "T09:30:00Z" : "")
  }
}
