/// The opportunities of all accounts, in the order of their closing: first contracts, additions, renewals, open ones.
func makeDeals(_ accounts: [Account], _ prospects: [Prospect], seed: UInt64) -> [Deal] {
  var deals = accounts.flatMap { account in
    var history = History(account, seed: seed)
    return history.deals() + history.open()
  }
  var chance = Chance(seed: seed, topic: "prospects")
  for (index, prospect) in prospects.enumerated() {
    // The last one said no, which is no churn: it was never a customer.
    let isLost = index == prospects.count - 1
    let amount = prospect.employees * chance.whole(in: 60...90) / 100 * 100
    deals.append(
      Deal(
        name: "\(prospect.name) - first contract", id: prospect.id, accountName: prospect.name, kind: .new,
        stage: isLost ? .lost : index == 0 ? .qualification : .proposal, amount: index == 0 ? nil : amount,
        close: isLost ? Calendar.asOf - 33 : (Calendar.asOf + chance.whole(in: 20...90)).workingDay,
        lossReason: isLost ? "No decision" : nil))
  }
  return deals.sorted { ($0.close, $0.name) < ($1.close, $1.name) }
}

/// The contract of one account, told backward from today's ARR.
private struct History {
  private let account: Account
  private var chance: Chance
  private var arr: Int

  init(_ account: Account, seed: UInt64) {
    self.account = account
    chance = Chance(seed: seed, topic: "contract of \(account.name)")
    arr = account.arr
  }

  private func deal(
    _ what: String, _ kind: Deal.Kind, _ stage: Deal.Stage, _ amount: Int?, _ close: Day, reason: String? = nil,
    _ outcome: Deal.Outcome? = nil
  ) -> Deal {
    Deal(
      name: "\(account.name) - \(what)", id: account.id, accountName: account.name, kind: kind, stage: stage,
      amount: amount, close: close, lossReason: reason, outcome: outcome)
  }

  /// What was won and lost, newest first.
  mutating func deals() -> [Deal] {
    var deals: [Deal] = []
    let last = account.course.hasLapsed ? account.renews - 1 : Calendar.asOf
    for day in account.anniversaries.filter({ $0 <= min(last, account.lastDay) }).reversed() {
      if day == account.ended {
        deals.append(
          deal(
            "renewal \(day.parts.year)", .renewal, .lost, arr, day, reason: chance.pick(Words.lossReasons),
            .init(kind: "churned", before: arr, after: 0)))
        continue
      }
      let middle = day + chance.whole(in: 120...240)
      if middle < account.lastDay - 30, chance.happens(account.course == .growing ? 0.9 : 0.22) {
        let added = hundreds(Double(arr) * (0.08 + 0.12 * chance.fraction()))
        deals.append(
          deal(
            "more users", .existing, .won, added, middle.workingDay,
            .init(kind: "expanded", before: arr - added, after: arr)))
        arr -= added
      }
      let isReduced = account.course == .reduced && day + 365 > Calendar.asOf
      let rise = isReduced ? -0.22 : chance.pick([0, 0, 0.02, 0.03, 0.04, 0.05])
      let before = rise == 0 ? arr : hundreds(Double(arr) / (1 + rise))
      deals.append(
        deal(
          "renewal \(day.parts.year)", .renewal, .won, arr, (day - chance.whole(in: 0...16)).workingDay,
          .init(kind: isReduced ? "contracted" : "renewed", before: before, after: arr)))
      arr = before
    }
    deals.append(
      deal("first contract", .new, .won, arr, (account.started - chance.whole(in: 6...30)).workingDay))
    return deals
  }

  /// What is not decided, and additions that came to nothing.
  mutating func open() -> [Deal] {
    guard account.ended == nil else { return [] }
    var deals: [Deal] = []
    let renews = account.renews
    if renews - Calendar.asOf < 170 {
      let stage: Deal.Stage = renews - Calendar.asOf < 75 ? .negotiation : .proposal
      deals.append(deal("renewal \(renews.parts.year)", .renewal, stage, account.arr, renews))
    }
    if account.course == .growing || account.course == .fresh {
      let amount = hundreds(Double(account.arr) * 0.15)
      deals.append(
        deal("second site", .existing, .qualification, chance.happens(0.4) ? nil : amount, Calendar.asOf + 45))
    } else if chance.happens(0.12) {
      deals.append(
        deal(
          "reporting add-on", .existing, .lost, hundreds(Double(account.arr) * 0.1),
          (Calendar.asOf - chance.whole(in: 40...300)).workingDay, reason: chance.pick(Words.noAdditionReasons)))
    }
    return deals
  }

  private func hundreds(_ amount: Double) -> Int { Int((amount / 100).rounded()) * 100 }
}
