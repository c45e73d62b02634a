public import Site

/// The result of publishing an edition.
public struct PublishedSite: Sendable {
  /// The edition as people call it: `2026-W47`, or `revision 1 of 2026-W47`.
  public let name: String
  /// Whether the very same edition was already on record.
  public let wasRecorded: Bool
  /// The mark on each of its pages.
  public let fingerprint: String
  /// The path of its archive.
  public let archive: String
  /// Where the site's links to archives lead, when that is outside the site; nil for inside, for an address, and for none.
  public let outsideArchive: String?
  /// The pages of the edition.
  public let pages: Site
  /// The outcome for the site.
  public let site: Outcome

  /// Whether the site was replaced, or kept because it is of a later week.
  public enum Outcome: Sendable {
    case written(WrittenSite)
    case left(newer: String)
  }
}
