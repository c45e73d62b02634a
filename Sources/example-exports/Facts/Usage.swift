/// The number of rows that the product's export has.
let usageRows = 140_000

/// What every user did on every day of 26 weeks and of the morning of the export, in the order of time.
func makeUsage(_ accounts: [Account], seed: UInt64) -> [UsageEvent] {
  var events: [UsageEvent] = []
  for (index, account) in accounts.enumerated() {
    var usage = AccountUsage(account, firstUser: 10_000 + 200 * index, seed: seed)
    events += usage.events()
  }
  let testers = testing(accounts, seed: seed)
  precondition(events.count + testers.count >= usageRows, "only \(events.count + testers.count) rows")
  // Leaving out a few at random gives a round number without a bias.
  var chance = Chance(seed: seed, topic: "rows that are left out")
  let keys = events.map { _ in chance.bits() }
  let limit = keys.sorted()[usageRows - testers.count - 1]
  let kept = zip(events, keys).filter { $0.1 <= limit }.map(\.0) + testers
  return kept.map { (key: ($0.at, $0.user.id, $0.event), event: $0) }.sorted { $0.key < $1.key }.map(\.event)
}

/// The team's own testers, who try things in most weeks.
private func testing(_ accounts: [Account], seed: UInt64) -> [UsageEvent] {
  var chance = Chance(seed: seed, topic: "testers")
  var events: [UsageEvent] = []
  for week in 0..<Calendar.weeks {
    for _ in 0..<chance.whole(in: 3...6) {
      let account = chance.pick(accounts)
      let day = Calendar.firstMonday + 7 * week + chance.whole(in: 0...4)
      guard day >= account.started, day < account.lastDay else { continue }
      let tester = UsageEvent.User.tester(chance.whole(in: 1...3))
      for event in chance.shuffled(Words.events).prefix(chance.whole(in: 2...5)) {
        let at = Moment(day, second: chance.whole(in: 8 * 3600...16 * 3600))
        events.append(UsageEvent(account: account, at: at, user: tester, event: event))
      }
    }
  }
  return events
}

private struct AccountUsage {
  let account: Account
  private let firstUser: Int
  private var chance: Chance
  /// How likely each of the people is to be among those who come; lower is likelier.
  private let reluctance: [Double]

  init(_ account: Account, firstUser: Int, seed: UInt64) {
    self.account = account
    self.firstUser = firstUser
    chance = Chance(seed: seed, topic: "usage of \(account.name)")
    var chance = self.chance
    reluctance = (0..<account.users).map { _ in chance.fraction() }
    self.chance = chance
  }

  mutating func events() -> [UsageEvent] {
    var events: [UsageEvent] = []
    for week in 0...Calendar.weeks {
      let monday = Calendar.firstMonday + 7 * week
      if let ended = account.ended, monday >= ended { break }
      for user in activeUsers(monday) {
        // On the day of the export only the early ones have begun.
        let days = week == Calendar.weeks ? (chance.happens(0.2) ? [0] : []) : workingDays()
        for day in days where monday + day >= account.started && monday + day < (account.ended ?? monday + 7) {
          let isEarly = week == Calendar.weeks
          for event in actions() { events.append(self.event(event, user, monday + day, isEarly: isEarly)) }
        }
      }
    }
    return events
  }

  private mutating func activeUsers(_ monday: Day) -> [Int] {
    var progress = Double(monday - Calendar.firstMonday) / Double(7 * Calendar.weeks)
    if let ended = account.ended { progress = 1 - min(1, max(0, Double(ended - monday) / 150)) }
    if account.course == .fresh {
      progress = min(1, max(0, Double(monday - account.started) / Double(7 * Calendar.weeks)))
      if monday + 6 < account.started { return [] }
    }
    // Summer costs most where people go on holiday, and is the season of hotels.
    let isSummer = monday >= ("2026-07-06" as Day) && monday <= ("2026-08-24" as Day)
    let season = isSummer ? (account.industry == .hotels ? 1.08 : 0.86) : 1
    let share = min(1, account.course.usage(progress) * season * chance.factor(spread: 0.09))
    let count = Int((share * Double(account.users)).rounded())
    let order = reluctance.map { $0 + 0.3 * chance.fraction() }.enumerated().sorted { $0.element < $1.element }
    return order.prefix(count).map(\.offset)
  }

  /// Days of a week, from Monday.
  private mutating func workingDays() -> [Int] {
    let weekend = account.industry.neverCloses ? 0.4 : 0.03
    let days = (0..<7).filter { chance.happens($0 < 5 ? 0.62 : weekend) }
    return days.isEmpty ? [chance.whole(in: 0...4)] : days
  }

  private mutating func actions() -> [String] {
    let count = chance.happens(0.52) ? 1 : chance.happens(0.7) ? 2 : 3
    let first = chance.whole(in: 0...2)
    return (0..<count).map { Words.events[(first + 2 * $0) % Words.events.count] }
  }

  private mutating func event(_ name: String, _ user: Int, _ day: Day, isEarly: Bool) -> UsageEvent {
    // Nights of Sundays are free of events, so that no time zone of the customers moves one into another week.
    let isNight = account.industry.neverCloses && day.weekday != 6 && chance.happens(0.06)
    let hours = isEarly ? 4...5 : isNight ? 22...23 : 5...19
    let second = chance.whole(in: hours.lowerBound * 3600...hours.upperBound * 3600 + 3599)
    return UsageEvent(
      account: account, at: Moment(day, second: second), user: .customer(firstUser + user), event: name)
  }
}
