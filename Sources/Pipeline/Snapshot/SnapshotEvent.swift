/// Something that happened while snapshots were made.
public enum SnapshotEvent: Sendable {
  /// The file at this path was written.
  case wrote(String)
  /// The file at this path had the right bytes already.
  case unchanged(String)
  /// The file at this path was made earlier and is not of what was made now.
  case leftOlder(String)
  /// One of many accounts has no new snapshot.
  case refused(Refusal)
}
