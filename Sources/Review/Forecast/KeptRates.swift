public import Health

/// What a renewal is compared by: the band, and what the person who knows the account says.
public struct RenewalCell: Hashable, Sendable {
  /// What the current flag says, if there is one.
  public enum Flag: CaseIterable, Sendable {
    case green
    /// Yellow and red together: both are few.
    case worse
    case none
  }

  /// The band.
  public let band: Band
  /// What the current flag says.
  public let flag: Flag

  /// Every cell, in a fixed order.
  static let all = Band.allCases.flatMap { band in Flag.allCases.map { RenewalCell(band: band, flag: $0) } }

  private init(band: Band, flag: Flag) {
    self.band = band
    self.flag = flag
  }

  /// The cell of an account with a band and a current flag; nil is no current flag.
  public init(band: Band, flag: Sentiment.Flag?) {
    self.band = band
    self.flag =
      switch flag {
      case .green: .green
      case .yellow, .red: .worse
      case nil: .none
      }
  }
}

/// How many accounts stayed that decided, by what was known of them a quarter before.
///
/// A cell with few decisions is drawn towards the share of all: each counts as if `priorWeight` more accounts had
/// decided in it as all did. This is the beta-binomial model with a prior of fixed weight. Where 86 of 98 stayed, so
/// that the share of all is (86 + 1) ÷ (98 + 2) = 0.87, a cell of 8 that all stayed has (8 + 17.4) ÷ 28 = 0.907, not
/// 1.
public struct KeptRates: Sendable {
  /// The accounts of the share of all that every cell counts in addition to its own.
  public static let priorWeight = 20.0

  /// Those of all accounts that stayed.
  public let all: Rate
  private let cells: [RenewalCell: Rate]

  /// Counts calls, with a score or without; nil with fewer than `AUC.fewest` that left or that stayed.
  public init?(_ calls: [Backtest.Call]) {
    let kept = calls.count { !$0.churned }
    guard kept >= AUC.fewest, calls.count - kept >= AUC.fewest else { return nil }
    all = Rate(kept, of: calls.count)
    cells = Dictionary(grouping: calls) { RenewalCell(band: $0.band, flag: $0.flag) }
      .mapValues { calls in Rate(calls.count { !$0.churned }, of: calls.count) }
  }

  /// Those of a cell that stayed.
  public func rate(of cell: RenewalCell) -> Rate { cells[cell] ?? Rate(0, of: 0) }

  /// The chance that an account of a cell stays, 0–1, and the variance of that chance.
  func chance(of cell: RenewalCell) -> (mean: Double, variance: Double) {
    let prior = Double(all.count + 1) / Double(all.n + 2)
    let own = rate(of: cell)
    let kept = Double(own.count) + Self.priorWeight * prior
    let lost = Double(own.n - own.count) + Self.priorWeight * (1 - prior)
    let sum = kept + lost
    return (kept / sum, kept * lost / (sum * sum * (sum + 1)))
  }
}
