import Health

/// Why a renewal may not happen, or what nobody vouches for.
public enum RenewalDoubt: String, CaseIterable, Sendable {
  /// The renewal day has passed and nothing says what became of it.
  case lapsed
  /// The band is not green.
  case band
  /// The current flag is yellow or red.
  case flag
  /// A risk is open.
  case risk
  /// Green by score, and no flag is current: nothing speaks against it and nobody for it.
  case noFlag

  /// True for the doubts that put an account on the list `renewals`.
  public var isListed: Bool { self != .noFlag }
}

extension Review {
  /// The number of days ahead for renewals: a quarter, in which most of a renewal can still be changed.
  ///
  /// An outcome may come as many days before the renewal day that it settles.
  public static let renewalDays = 90
}

extension Evidence {
  /// True when the contract comes up for renewal today or within the next `Review.renewalDays`.
  func renewsSoon(_ account: Int, on day: Day) -> Bool {
    renewalDay(of: account, on: day).map { (0...Review.renewalDays).contains($0 - day) } ?? false
  }

  /// True when the renewal day, as known today, lies before a day and no decision up to that day settles it.
  ///
  /// A decision in the `Review.renewalDays` before the renewal day settles it: 90 days before does, 91 days do not.
  func isLapsed(_ account: Int, on day: Day) -> Bool {
    guard let due = accounts[account].renewsOn, due < day else { return false }
    return !renewalIsSettled(account, on: day)
  }

  /// True when a decision up to a day, and no earlier than `Review.renewalDays` before the renewal day known today,
  /// says what became of that renewal.
  func renewalIsSettled(_ account: Int, on day: Day) -> Bool {
    guard let due = accounts[account].renewsOn else { return false }
    return outcomes[account].contains {
      $0.kind.isDecision && $0.date >= due - Review.renewalDays && $0.date <= day
    }
  }
}

extension ListConditions {
  /// The doubts about the renewal of an active account; nil when it neither comes up soon nor has lapsed.
  ///
  /// The list `renewals` and the front page's figure both go by them, so that what one counts and the other does not is
  /// `noFlag` alone.
  func renewalDoubts(about account: Int, band: Band, on day: Day) -> Set<RenewalDoubt>? {
    let isLapsed = evidence.isLapsed(account, on: day)
    guard isLapsed || evidence.renewsSoon(account, on: day) else { return nil }
    var doubts: Set<RenewalDoubt> = isLapsed ? [.lapsed] : []
    if band != .green { doubts.insert(.band) }
    if flagIsWorseThanGreen(account, on: day) { doubts.insert(.flag) }
    if judgement.hasOpenRisk(account, on: day) { doubts.insert(.risk) }
    if doubts.isEmpty, judgement.currentFlag(of: account, on: day) == nil { doubts.insert(.noFlag) }
    return doubts
  }
}

/// True when the account counts towards ARR at risk: red by score, red by a current flag, up for renewal soon with
/// either yellow, or lapsed.
func accountIsAtRisk(_ account: Int, band: Band, flag: Sentiment.Flag?, on day: Day, in evidence: Evidence) -> Bool {
  band == .red || flag == .red || evidence.isLapsed(account, on: day)
    || (band == .yellow || flag == .yellow) && evidence.renewsSoon(account, on: day)
}
