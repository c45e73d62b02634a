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
    let first = Self.quarter(of: asOf)
    func span(_ account: AccountReview) -> RenewalQuarter.Span {
      guard let days = account.daysToRenewal else { return .unknown }
      guard days >= 0 else { return .passed }
      let quarter = Self.quarter(of: asOf + days)
      return quarter - first < RenewalQuarter.quarters
        ? .quarter(year: quarter / 4, quarter: quarter % 4 + 1) : .later
    }
    let bySpan = Dictionary(grouping: byExposure, by: span)
    let quarters = (first..<first + RenewalQuarter.quarters).map {
      RenewalQuarter.Span.quarter(year: $0 / 4, quarter: $0 % 4 + 1)
    }
    return ([.passed] + quarters + [.later, .unknown]).compactMap { span in
      bySpan[span].map { RenewalQuarter(span: span, accounts: $0) }
    }
  }

  /// Quarters since the year 0.
  static func quarter(of day: Day) -> Int {
    let (year, month, _) = day.civil
    return 4 * year + (month - 1) / 3
  }
}
