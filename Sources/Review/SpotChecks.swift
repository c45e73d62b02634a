import Health

/// What the spot checks of a quarter show about the greens that nothing else points at.
public struct SpotChecks: Sendable {
  /// The weeks of checks that count: a quarter, in which everybody is looked at once by default.
  public static let weeks = 13
  /// The same span in days.
  static let days = 7 * weeks

  /// Checks made: decisions on `spot-check` that say who was right, without deferrals.
  public let made: Int
  /// The checks among them at which the CSM knew of a problem that the score did not show.
  public let problems: Int
  /// The checks that the score passed: those at which the CSM knew of nothing that it did not show.
  public var passed: Int { made - problems }
  /// The accounts that have turned since they passed, once for each such check, in order of id; see `Trend.hasTurned`.
  public let turned: [Int]
  /// The share of such greens that hide a problem, at most, with 95 % confidence; 1 while nobody has looked.
  public let upperBound: Double
  /// Current green accounts that are on none of the lists about greens: the ones that checks draw from.
  public let greens: Int

  /// The highest number of greens that may hide a problem, rounded up.
  public var mostHidden: Int { min(greens, Int((upperBound * Double(greens) - 1e-9).rounded(.up))) }

  /// - Parameters:
  ///   - accounts: how many accounts the decisions may be about.
  ///   - hasTurned: whether an account has turned since the day of a check.
  init(
    decisions: RowsByAccount<ReviewDecision>, accounts: Int, greens: Int, on day: Day,
    hasTurned: (_ account: Int, _ since: Day) -> Bool
  ) {
    let checks = (0..<accounts).flatMap { account in
      decisions[account].filter { review in
        review.list == .spotCheck && review.date <= day && day - review.date < Self.days && review.decision.isVerdict
      }.map { (account: account, check: $0) }
    }
    made = checks.count
    problems = checks.count { $0.check.decision == .csmRight }
    turned = checks.filter { $0.check.decision != .csmRight && hasTurned($0.account, $0.check.date) }.map(\.account)
    upperBound = clopperPearsonUpperBound(problems, of: made)
    self.greens = greens
  }
}

extension Trend {
  /// True when an account is no longer what it was found to be on a day: it left since, was yellow or red on one of the
  /// weekly days after it, or was given a yellow or red flag.
  ///
  /// An account that was found green on 3 August and flagged yellow on the 22nd has turned.
  func hasTurned(_ account: Int, since day: Day, evidence: Evidence, judgement: Judgement) -> Bool {
    let asOf = evidence.asOf
    let hasLeft = evidence.churn(of: account, on: asOf).map { $0.date > day } ?? false
    let isDoubted = judgement.sentiment[account].contains { $0.flag != .green && $0.date > day && $0.date <= asOf }
    return hasLeft || isDoubted
      || (0..<SpotChecks.weeks).contains { weeksAgo in
        let band = self.day(weeksAgo: weeksAgo) > day ? score(of: account, weeksAgo: weeksAgo)?.band : nil
        return band == .yellow || band == .red
      }
  }
}

extension ReviewDecision.Decision {
  /// True for decisions that say who was right.
  var isVerdict: Bool { self == .scoreRight || self == .csmRight || self == .both }
}

/// The exact one-sided 95 % upper bound of a share, given `count` of `n`, after Clopper and Pearson (1934).
///
/// It is the share at which so few or fewer have a probability of 5 %: for 0 of 20 it is 1 − 0.05^(1/20) = 0.1391,
/// for 1 of 24 it is 0.1829, and 1 when `n` is 0.
public func clopperPearsonUpperBound(_ count: Int, of n: Int) -> Double {
  guard n > 0, count < n else { return 1 }
  var low = 0.0
  var high = 1.0
  // The probability falls as the share grows, so bisection finds the share to the last bit.
  for _ in 0..<60 {
    let middle = (low + high) / 2
    if probabilityOfAtMost(count, of: n, at: middle) > 0.05 { low = middle } else { high = middle }
  }
  return (low + high) / 2
}

/// P(X ≤ count) of a binomial distribution; its terms are relative to the greatest, so that none underflows.
private func probabilityOfAtMost(_ count: Int, of n: Int, at share: Double) -> Double {
  guard share > 0 else { return 1 }
  guard share < 1 else { return count >= n ? 1 : 0 }
  let odds = share / (1 - share)
  let mode = min(n, Int(Double(n + 1) * share))
  var below = mode <= count ? 1.0 : 0
  var whole = 1.0
  var term = 1.0
  for index in stride(from: mode, to: 0, by: -1) {
    term *= Double(index) / (Double(n - index + 1) * odds)
    whole += term
    if index - 1 <= count { below += term }
  }
  term = 1
  for index in mode..<n {
    term *= Double(n - index) * odds / Double(index + 1)
    whole += term
    if index + 1 <= count { below += term }
  }
  return below / whole
}
