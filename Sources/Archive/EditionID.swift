/// The identity of a publication: the ISO 8601 week and the number of times that week has been published again.
public struct EditionID: Hashable, Sendable {
  /// The week, such as `2026-W47`.
  public let edition: String

  /// 0 for the first publication, up to 9,999.
  public let revision: Int

  /// Creates an id from a week such as `2026-W47` and a revision; nil when they are invalid.
  public init?(_ edition: String, revision: Int = 0) {
    let bytes = Array(edition.utf8)
    let isWeek =
      bytes.count == 8 && bytes[4] == UInt8(ascii: "-") && bytes[5] == UInt8(ascii: "W")
      && (bytes[..<4] + bytes[6...]).allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard isWeek, let week = Int(edition.suffix(2)), (1...53).contains(week) else { return nil }
    guard (0...9_999).contains(revision) else { return nil }
    self.edition = edition
    self.revision = revision
  }

  /// Reads a name as archives and records spell it, such as `2026-W47-r1`; nil for any other.
  public init?(name: String) {
    let bytes = Array(name.utf8)
    let week = String(decoding: bytes.prefix(8), as: UTF8.self)
    let rest = bytes.dropFirst(8)
    let revision = rest.starts(with: "-r".utf8) ? String(decoding: rest.dropFirst(2), as: UTF8.self) : "0"
    guard let number = Int(revision), let id = EditionID(week, revision: number) else { return nil }
    // Only one spelling is valid, so that no edition has two archives.
    guard "\(id)".utf8.elementsEqual(bytes) else { return nil }
    self = id
  }

  /// Reads the name of an archive, such as `2026-W47-r1.zip`; nil for any other name.
  public init?(archiveName: String) {
    guard archiveName.utf8.suffix(4).elementsEqual(".zip".utf8) else { return nil }
    self.init(name: String(decoding: archiveName.utf8.dropLast(4), as: UTF8.self))
  }

  /// The name of the edition's archive: `2026-W47.zip`, or `2026-W47-r1.zip` for its first revision.
  public var archiveName: String { "\(self).zip" }
}

extension EditionID: CustomStringConvertible {
  /// `2026-W47`, or `2026-W47-r1` for its first revision.
  public var description: String { revision == 0 ? edition : "\(edition)-r\(revision)" }
}

extension EditionID: Comparable {
  /// Orders earlier weeks first, then earlier revisions.
  public static func < (one: EditionID, other: EditionID) -> Bool {
    // Weeks are ASCII of one length, so they sort in time order.
    (one.edition, one.revision) < (other.edition, other.revision)
  }
}
