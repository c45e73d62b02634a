/// An event during the making of snapshots.
public enum SnapshotEvent: Sendable {
  /// The file at this path was written.
  case wrote(String)
  /// The file at this path already had the right bytes.
  case unchanged(String)
  /// The file at this path was made earlier and does not belong to the new one.
  case leftOlder(String)
  /// One of many accounts gets no new snapshot.
  case refused(Refusal)
}
