import Health

/// A movement of the whole portfolio: one notice about a measure instead of eighty about accounts.
public struct PortfolioShift: Hashable, Sendable {
  /// The median change over one week, in points of the score.
  public let change: Double
  /// The key of the measure that accounts for most of the change of the mean.
  public let measure: String?

  /// The smallest median change over one week, in points, that counts as one of the portfolio: when half of all
  /// accounts move this far in a week, the cause is hardly in each of them.
  public static let smallest = 3.0

  /// Finds the shift; nil unless the median change over one week is at least `smallest` in size.
  ///
  /// A measure's effect on the mean is the mean change in what it counts times its share of the model's whole
  /// weight; accounts for which it is excluded on either day add nothing.
  init?(_ accounts: [AccountReview]) {
    let scored = accounts.filter { $0.changes.week != nil }
    guard let change = median(scored.compactMap { $0.changes.week.map(Double.init) }), abs(change) >= Self.smallest
    else {
      return nil
    }
    self.change = change
    var moved: [String: Double] = [:]
    var order: [String] = []
    for account in scored {
      guard let before = account.detailWeekBefore else { continue }
      for (position, share) in account.model.weightShares.enumerated() where share.weight > 0 {
        if moved[share.key] == nil { order.append(share.key) }
        guard let now = account.detail.measures[position]?.counted, let then = before.measures[position]?.counted
        else {
          moved[share.key, default: 0] += 0
          continue
        }
        moved[share.key, default: 0] += (now - then) * share.weight
      }
    }
    // `max(by:)` would return the last of equal ones; the model's order should decide.
    measure = order.reduce(nil) { best, key in
      guard let best else { return key }
      return abs(moved[key] ?? 0) > abs(moved[best] ?? 0) ? key : best
    }
  }
}
