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
  /// What becomes of the site's links to archives when it is uploaded.
  public let archiveLinks: ArchiveLinks
  /// The pages of the edition.
  public let pages: Site
  /// The outcome for the site.
  public let site: Outcome

  /// Where the links to archives lead.
  public enum ArchiveLinks: Sendable, Equatable {
    /// There are none, they are an address, or the archives lie within the site.
    case kept
    /// Out of the site to the archives: they hold where both are uploaded side by side.
    case beside(String)
    /// To no archive, although the settings name the place.
    case dead(String)
  }

  /// Whether the site was replaced, or kept because it is of a later week.
  public enum Outcome: Sendable {
    case written(WrittenSite)
    case left(newer: String)
  }
}
