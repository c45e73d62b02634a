public import Health

/// How many outcomes are still missing for a forecast, and when there will be enough at the present pace.
public struct OutcomesToCome: Hashable, Sendable {
  /// The days whose outcomes give the pace: a year, in which a yearly contract is decided once.
  static let days = 365
  /// The years beyond which a date would be a guess.
  public static let mostYears = 10

  /// The accounts that left, and those that stayed, at their latest decision.
  public let lost: Int
  /// The accounts that stayed at their latest decision.
  public let kept: Int
  /// The day on which there are `AUC.fewest` of both, if as many are added as in the last year; nil where that is
  /// never, or more than `mostYears` away.
  public let enoughOn: Day?

  /// Counts the accounts that decided by the as-of day and were customers `Review.callHorizon` days before.
  ///
  /// With 4 lost accounts, 1 of them a year ago, 3 are added in a year, and the 6 that are missing take 2 years.
  init(_ evidence: Evidence) {
    let now = evidence.decided(by: evidence.asOf)
    let before = evidence.decided(by: evidence.asOf - Self.days)
    lost = now.lost
    kept = now.kept
    let waits = [(now.lost, before.lost), (now.kept, before.kept)].map { now, before -> Int? in
      let missing = max(0, AUC.fewest - now)
      guard missing > 0 else { return 0 }
      return now > before ? (missing * Self.days + now - before - 1) / (now - before) : nil
    }
    let known = waits.compactMap(\.self)
    guard known.count == waits.count, let wait = known.max(), wait <= Self.mostYears * Self.days else {
      enoughOn = nil
      return
    }
    enoughOn = evidence.asOf + wait
  }
}

extension Evidence {
  /// The accounts that left and that stayed at their latest decision up to a day, as far as they were customers
  /// `Review.callHorizon` days before it.
  fileprivate func decided(by day: Day) -> (lost: Int, kept: Int) {
    accounts.indices.reduce(into: (lost: 0, kept: 0)) { counts, account in
      guard let decision = latestDecision(of: account, by: day),
        isActive(account, on: (decision.noticeOn ?? decision.date) - Review.callHorizon)
      else { return }
      if decision.kind == .churned { counts.lost += 1 } else { counts.kept += 1 }
    }
  }
}
