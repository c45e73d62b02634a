import Health

/// A figure of an edition that a gate can be set on.
public enum EditionFigure: String, GateFigure {
  /// Gross retention over the last year, 0–1.
  case grr
  /// Net retention over the last year.
  case nrr
  /// The known revenue at risk.
  case arrAtRisk = "arr_at_risk"
  /// Accounts at risk.
  case atRisk = "at_risk"
  /// Accounts that renew soon or have lapsed and are not green-and-agreed.
  case renewals
  /// Accounts whose renewal day has passed, and nothing says what became of it.
  case lapsed
  /// Green by score, yellow or red by a current flag, and nobody has decided.
  case divergences
  /// Accounts with an overdue decision.
  case overdue
  /// Accounts whose flag is missing or no longer fresh.
  case flagsDue = "flags_due"
  /// Accounts by band.
  case green, yellow, red, unscored
  /// Rows that were refused.
  case refused

  /// Part of the sentence that names an unknown figure.
  public static var owner: String { "an edition" }

  /// True for shares that are usually written in per cent.
  public var isShare: Bool { self == .grr || self == .nrr }

  /// Gross retention never exceeds the whole.
  public var isFraction: Bool { self == .grr }

  /// What figures that are no shares say of themselves.
  public var wordsForNoShare: String? {
    switch self {
    case .grr, .nrr: nil
    case .arrAtRisk: "is an amount"
    case .refused: "counts rows"
    default: "counts accounts"
    }
  }

  /// A comparison as in the example of the manual.
  public var usualComparison: String { isShare ? "< 0.9" : "> 10" }

  /// The figure of a review; nil where it cannot be known.
  public func value(in review: Review, rows: DataQuality.Rows) -> Double? {
    guard let week = review.figures.first else { return nil }
    switch self {
    case .grr: return week.gross
    case .nrr: return week.net
    case .arrAtRisk: return week.atRisk.amount
    case .atRisk: return Double(week.atRisk.count)
    case .renewals: return Double(week.renewalsNotAgreed.count)
    case .lapsed: return Double(week.lapsed.count)
    case .divergences: return Double(week.openDivergences.count)
    case .overdue: return Double(review.decisionsDue.count(where: \.isOverdue))
    case .flagsDue: return Double(week.sentimentOverdue)
    case .green: return Double(week.bands[.green].count)
    case .yellow: return Double(week.bands[.yellow].count)
    case .red: return Double(week.bands[.red].count)
    case .unscored: return Double(week.bands[.unscored].count)
    case .refused: return Double(rows.refused)
    }
  }

  /// Why the figure is unknown, in words; meaningful only when its value is nil.
  public var reasonUnknown: String {
    isShare ? "no account had revenue a year ago" : "no amount is known"
  }
}

/// A condition on the figures of an edition that should stop somebody: `grr < 0.9`, `overdue > 10`, `nrr unknown`.
public struct EditionGate: Hashable, Sendable {
  /// The gate as it was written.
  public let text: String
  /// The figure.
  public let figure: EditionFigure
  /// The condition on it.
  public let condition: GateCondition

  /// Reads a gate.
  public init(_ text: String) throws(GateFault) {
    var gate = try GateText<EditionFigure>(text)
    (self.text, figure, condition) = (text, gate.figure, gate.condition)
    try gate.end()
  }

  /// Applies the gate to a review.
  public func answer(_ review: Review, rows: DataQuality.Rows) -> GateAnswer {
    condition.answer(figure.value(in: review, rows: rows), reason: figure.reasonUnknown)
  }
}
