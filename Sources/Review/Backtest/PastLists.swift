import Health

/// The lists about losses that an account was on at a past day, by what was known then.
struct PastLists {
  /// What some lists ask about the time before that day.
  struct Before {
    /// True when it was green on one of the `ListID.leftGreenWeeks` weekly days before.
    let wasGreen: Bool
    /// The score of the dimension of usage on the day and 13 weeks earlier.
    let usage: Double?
    let usageEarlier: Double?
  }

  let account: Int
  let day: Day
  /// The band that was published, or scored again where none was.
  let band: Band
  let evidence: Evidence
  let judgement: Judgement

  /// The lists; none without `before`.
  func lists(direction: Direction?, before: Before?) -> Set<ListID> {
    guard let before else { return [] }
    let isWorse = judgement.currentFlag(of: account, on: day).map { $0 != .green } ?? false
    let sentiment = judgement.latestSentiment(of: account, on: day)
    let isFresh = sentiment?.status(on: day) == .fresh
    let isGreen = band == .green
    let isLow = band == .yellow || band == .red
    let held: [(ListID, Bool)] = [
      (.greenButYellow, isGreen && isWorse), (.greenButFalling, isGreen && direction?.isFall ?? false),
      (.greenWithRisks, isGreen && judgement.hasOpenRisk(account, on: day)),
      (.quiet, (isGreen || band == .yellow) && isQuiet(before)), (.sentimentOverdue, !isFresh),
      (.leftGreen, isLow && before.wasGreen), (.csmMoreConfident, isLow && isFresh && sentiment?.flag == .green),
      (.unscored, band == .unscored),
    ]
    return Set(held.filter(\.1).map(\.0))
  }

  private func isQuiet(_ before: Before) -> Bool {
    guard evidence.isQuiet(account, on: day), let usage = before.usage, let earlier = before.usageEarlier else {
      return false
    }
    return usage <= earlier + Score.tolerance
  }
}

extension Evidence {
  /// True when nobody has spoken for `ListID.quietAfterDays`, and tickets have fallen against as many days before.
  func isQuiet(_ account: Int, on day: Day) -> Bool {
    if let contact = lastContact(of: account, on: day), day - contact < ListID.quietAfterDays { return false }
    return ticketsOpened(by: account, endingOn: day, asOf: day)
      < ticketsOpened(by: account, endingOn: day - DerivedMeasure.recentDays, asOf: day)
  }
}
