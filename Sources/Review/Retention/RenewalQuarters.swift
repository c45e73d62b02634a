public import Health

/// The contracts that come up for renewal in one quarter, by score and flag.
public struct RenewalQuarter: Sendable {
  /// A span of renewal days.
  public enum Span: Hashable, Sendable {
    /// The day has passed, without an outcome on record.
    case passed
    /// A calendar quarter, 1–4.
    case quarter(year: Int, quarter: Int)
    /// Any time after the quarters that are distinguished.
    case later
    /// No renewal day is on record.
    case unknown
  }

  /// The number of calendar quarters distinguished, starting with that of the as-of day.
  public static let quarters = 5

  /// The span of renewal days.
  public let span: Span
  /// The accounts.
  public let accounts: [AccountReview]

  /// The accounts of a band, optionally those on which person and score agree or differ.
  public func accounts(_ band: Band, _ agreement: Agreement? = nil) -> [AccountReview] {
    accounts.filter { account in
      account.score.band == band
        && (agreement.map { Agreement(band: account.score.band, flag: account.currentFlag) == $0 } ?? true)
    }
  }
}

extension Review {
  /// The active accounts by the quarter of their renewal, in order of time; empty quarters are omitted.
  public var renewalQuarters: [RenewalQuarter] {
    let present = Quarter(of: asOf)
    let quarters = Array(sequence(first: present, next: \.next).prefix(RenewalQuarter.quarters))
    func named(_ quarter: Quarter) -> RenewalQuarter.Span { .quarter(year: quarter.year, quarter: quarter.ofYear) }
    func span(_ account: AccountReview) -> RenewalQuarter.Span {
      guard let days = account.daysToRenewal else { return .unknown }
      guard days >= 0 else { return .passed }
      let quarter = Quarter(of: asOf + days)
      return quarters.contains(quarter) ? named(quarter) : .later
    }
    let bySpan = Dictionary(grouping: byExposure, by: span)
    return ([.passed] + quarters.map(named) + [.later, .unknown]).compactMap { span in
      bySpan[span].map { RenewalQuarter(span: span, accounts: $0) }
    }
  }
}
