public import Health

/// The accounts in each band, and their annual recurring revenue.
public struct BandSplit: Hashable, Sendable {
  private var sums: [Band: AmountSum] = [:]

  /// Creates a split without accounts.
  public init() {}

  mutating func add(_ band: Band, arr: Double?) { sums[band, default: AmountSum()].add(arr) }

  /// The revenue of the accounts of a band, and how many they are.
  public subscript(band: Band) -> AmountSum {
    get { sums[band] ?? AmountSum() }
    set { sums[band] = newValue == AmountSum() ? nil : newValue }
  }

  /// The total of all bands.
  public var total: AmountSum { Band.allCases.reduce(AmountSum()) { $0 + self[$1] } }

  /// True when no account has a score.
  public var isUnscored: Bool { self[.unscored].count == total.count }
}
