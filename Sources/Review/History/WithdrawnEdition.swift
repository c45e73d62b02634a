public import Health

/// An edition that was published and taken back: it stays on record, and nothing is compared with it.
public struct WithdrawnEdition: Hashable, Sendable {
  /// The week.
  public let edition: Edition
  /// 0 for the first publication of a week.
  public let revision: Int
  /// The day that it reported on.
  public let asOf: Day
  /// Why it was taken back.
  public let reason: String

  /// As people call it: `2026-W47`, or `2026-W47-r1` for its first revision.
  public var name: String { revision == 0 ? edition.description : "\(edition)-r\(revision)" }

  /// Takes what a ledger holds.
  public init(edition: Edition, revision: Int, asOf: Day, reason: String) {
    self.edition = edition
    self.revision = revision
    self.asOf = asOf
    self.reason = reason
  }
}
