/// The unit in which readers see the values of a measure; no score depends on it.
public enum MeasureUnit: Hashable, Sendable {
  /// A bare number.
  case number
  /// A fraction, shown as a percentage: 0.57 is 57 %.
  case share
  /// A value already in per cent: 57 is 57 %.
  case percent
  case days
  /// An amount in the portfolio's currency.
  case money
  /// A rating out of five, as for satisfaction.
  case ofFive
  /// A count over a number of days.
  case inDays(Int)
  /// A ratio, shown per hundred of its divisor: 0.019 tickets a seat are 1.9 per 100 seats.
  case perHundred(String)
  /// A change in per cent, with its sign.
  case change
  /// A change of the share of active days in per cent, with its sign.
  case activeDays
  /// A percentile among peers, 0–100.
  case percentile
  /// A unit of the author's own, placed after the number.
  case own(Wording)
}

extension MeasureDefinition {
  /// The unit in which its values are shown.
  ///
  /// Changes are always shown in per cent and a rank among peers as a percentile, whatever unit is given. Without a
  /// given unit it follows from the definition: days, counts and shares of derived measures, sums over their window,
  /// revenue as money, and per hundred of its divisor for a ratio whose curve is within −1 and 1.
  public func unit(given: MeasureUnit?) -> MeasureUnit {
    switch reading {
    case .change: return .change
    case .rhythm: return .activeDays
    case .peers: return .percentile
    case .latest, .mean, .sum: break
    }
    if let given { return given }
    if let per { return curve.points.allSatisfy { abs($0.x) <= 1 } ? .perHundred(per) : .number }
    if let derived = DerivedMeasure(rawValue: of) { return derived.unit }
    if reading == .sum { return .inDays(window) }
    return AccountColumn.named(of)?.kind == .money ? .money : .number
  }
}

extension DerivedMeasure {
  fileprivate var unit: MeasureUnit {
    switch self {
    case .daysSinceContact, .daysToClose90d, .daysToRenewal, .tenureDays: .days
    case .touchpoints90d, .tickets90d, .urgentTickets90d: .inDays(DerivedMeasure.recentDays)
    case .csat90d: .ofFive
    case .goalsMet: .share
    case .openTickets, .champions: .number
    }
  }
}
