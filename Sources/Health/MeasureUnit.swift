/// In what the values of a measure are told to readers; no score depends on it.
public enum MeasureUnit: Hashable, Sendable {
  /// A bare number.
  case number
  /// A fraction, told in per cent: 0.57 is 57 %.
  case share
  /// Per cent already: 57 is 57 %.
  case percent
  case days
  /// The portfolio's currency.
  case money
  /// Of five, as satisfaction is asked.
  case ofFive
  /// A count over so many days.
  case inDays(Int)
  /// A ratio, told for a hundred of what it is divided by: 0.019 tickets a seat are 1.9 per 100 seats.
  case perHundred(String)
  /// A change in per cent, with its sign.
  case change
  /// The place among peers, 0–100.
  case percentile
  /// A unit of the author's own, after the number.
  case own(Wording)
}

extension MeasureDefinition {
  /// In what its values are told.
  ///
  /// A change is told in per cent and a place among peers as a percentile, whatever is given. Without a given unit it
  /// follows from the definition: days, counts and shares of derived measures, sums over their window, revenue as money, and a ratio whose
  /// curve lies within −1 and 1 for a hundred of its divisor.
  public func unit(given: MeasureUnit?) -> MeasureUnit {
    switch reading {
    case .change: return .change
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
