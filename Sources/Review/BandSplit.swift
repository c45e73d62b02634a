public import Health

/// The number of accounts and the annual recurring revenue in each band.
public struct BandSplit: Hashable, Sendable {
  /// A number of accounts and their revenue.
  public struct Share: Hashable, Sendable {
    /// The number of accounts.
    public var accounts = 0
    /// Their total revenue; accounts of unknown revenue add nothing.
    public var arr = 0.0

    /// Creates a share, by default an empty one.
    public init(accounts: Int = 0, arr: Double = 0) {
      self.accounts = accounts
      self.arr = arr
    }
  }

  private var shares: [Band: Share] = [:]

  /// Creates a split without accounts.
  public init() {}

  mutating func add(_ band: Band, arr: Double?) {
    shares[band, default: Share()].accounts += 1
    shares[band, default: Share()].arr += arr ?? 0
  }

  /// The share of a band.
  public subscript(band: Band) -> Share {
    get { shares[band] ?? Share() }
    set { shares[band] = newValue == Share() ? nil : newValue }
  }

  /// The total of all bands.
  public var total: Share {
    Band.allCases.reduce(into: Share()) { total, band in
      total.accounts += self[band].accounts
      total.arr += self[band].arr
    }
  }
}
