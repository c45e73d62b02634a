public import Review

/// What came of an order of snapshots.
public struct SnapshotSummary: Sendable {
  /// The rows of the portfolio.
  public let rows: DataQuality.Rows
  /// How many accounts were asked for.
  public let accounts: Int
  /// How many files were written.
  public internal(set) var written = 0
  /// How many files had the right bytes already.
  public internal(set) var unchanged = 0
  /// How many accounts have no new snapshot.
  public internal(set) var refused = 0
}
