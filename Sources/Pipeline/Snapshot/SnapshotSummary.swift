public import Review

/// The result of an order of snapshots.
public struct SnapshotSummary: Sendable {
  /// The rows of the portfolio.
  public let rows: DataQuality.Rows
  /// The number of accounts requested.
  public let accounts: Int
  /// The number of files written.
  public internal(set) var written = 0
  /// The number of files that already had the right bytes.
  public internal(set) var unchanged = 0
  /// The number of accounts without a new snapshot.
  public internal(set) var refused = 0
}
