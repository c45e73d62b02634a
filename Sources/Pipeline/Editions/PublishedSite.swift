/// What publishing an edition did.
public struct PublishedSite: Sendable {
  /// The edition as people call it: `2026-W47`, or `revision 1 of 2026-W47`.
  public let name: String
  /// Whether the very same edition was on record before.
  public let wasRecorded: Bool
  /// The mark on each of its pages.
  public let fingerprint: String
  /// The path of its archive.
  public let archive: String
  /// What became of the site.
  public let site: Outcome

  /// A site that was replaced, or left as it is because it is that of a later week.
  public enum Outcome: Sendable {
    case written(WrittenSite)
    case left(newer: String)
  }
}
