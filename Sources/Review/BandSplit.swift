public import Health

/// How many accounts, and how much annual recurring revenue, fall into each band.
public struct BandSplit: Hashable, Sendable {
  /// A number of accounts and their revenue.
  public struct Share: Hashable, Sendable {
    /// How many.
    public var accounts = 0
    /// Their revenue together; accounts of unknown revenue add nothing.
    public var arr = 0.0

    /// Nobody, or so many with so much revenue.
    public init(accounts: Int = 0, arr: Double = 0) {
      self.accounts = accounts
      self.arr = arr
    }
  }

  private var shares: [Band: Share] = [:]

  /// Nobody in any band.
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

  /// All bands together.
  public var total: Share {
    Band.allCases.reduce(into: Share()) { total, band in
      total.accounts += self[band].accounts
      total.arr += self[band].arr
    }
  }
}
