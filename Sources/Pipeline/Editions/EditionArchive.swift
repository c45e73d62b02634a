import Archive
import FoundationEssentials
import Health
import Ledger
import Review

/// The archive of the edition being published, and the edition that it follows.
///
/// Ledger and archives must agree before anything is added: an archive missing from the ledger was published all the
/// same, and one that differs from its record is not what was published.
struct EditionArchive {
  private let writer: ArchiveWriter
  private let id: EditionID
  private let previous: EditionManifest.Previous?
  private let asOf: Day
  private let digest: String

  /// Finds the previous edition; its archive must exist, since the new one is chained to it.
  init(
    _ folder: String, _ ledger: Ledger, asOf: Day, next: Ledger.NextPublication, digest: String
  ) throws {
    let edition = Edition(of: asOf)
    guard let id = EditionID("\(edition)", revision: next.revision) else {
      throw Refusal.nothingWritten("\(edition) cannot be archived: its year has no four digits")
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let writer = ArchiveWriter(folder: folder)
    let publications = try ledger.publications()
    try Self.requireKnown(folder, publications) { $0 == id }
    // Every archive is a link of the chain; an old Vigie archived nothing.
    for known in publications where known.archiveDigest != nil {
      guard let archived = known.id, archived != id, try writer.edition(archived) == nil else { continue }
      throw Refusal.nothingWritten(
        "\(folder)/\(archived.archiveName) is missing; put it back from your backup, since the editions after it are "
          + "chained to it")
    }
    let earlier = publications.prefix { $0.edition != "\(edition)" || $0.revision != next.revision }.last
    let previous = try earlier.map { try Self.link($0, in: folder, writer) }
    if !next.isRecorded, let there = try writer.edition(id) {
      // It was cut short before it was recorded: the same edition gives the same bytes, and anything else is another.
      guard there.inputs == digest, there.previous == previous else {
        throw Self.unknown("\(folder)/\(id.archiveName)", edition: "\(edition)")
      }
    }
    self.writer = writer
    self.id = id
    self.previous = previous
    self.asOf = asOf
    self.digest = digest
  }

  /// Refuses to continue if there are archives that are not on record, except those of a publication cut short.
  ///
  /// Call it before creating a ledger: if there are archives, a missing ledger was lost.
  static func requireKnown(
    _ folder: String, _ publications: [Ledger.Publication], orCutShort: (EditionID) -> Bool
  ) throws {
    guard FileManager.default.fileExists(atPath: folder) else { return }
    let known = Set(publications.compactMap(\.id))
    for other in try ArchivedEdition.all(in: folder) where !known.contains(other) && !orCutShort(other) {
      throw unknown("\(folder)/\(other.archiveName)", edition: other.edition)
    }
  }

  /// Whether a folder holds no archive.
  static func isEmpty(_ folder: String) throws -> Bool {
    try !FileManager.default.fileExists(atPath: folder) || ArchivedEdition.all(in: folder).isEmpty
  }

  /// The edition that the new one follows, if its archive is the published one.
  private static func link(
    _ earlier: Ledger.Publication, in folder: String, _ writer: ArchiveWriter
  ) throws -> EditionManifest.Previous {
    let id = earlier.id
    guard let id, let manifest = try writer.edition(id) else {
      throw Refusal.nothingWritten(
        "\(folder)/\(id?.archiveName ?? earlier.edition) is missing; put it back from your backup, since the new "
          + "edition is chained to it")
    }
    let isOwn =
      manifest.id == id
      && earlier.archiveDigest.map { $0 == manifest.digest } ?? (earlier.fingerprint == "\(manifest.fingerprint)")
    guard isOwn || earlier.archiveDigest == nil && earlier.fingerprint.isEmpty else {
      throw Refusal.nothingWritten(
        "\(folder)/\(id.archiveName) is not the edition that was published; put the true one back from your backup, "
          + "since the new edition is chained to it")
    }
    return EditionManifest.Previous(id: id, digest: manifest.digest)
  }

  private static func unknown(_ archive: String, edition: String) -> Refusal {
    Refusal.nothingWritten(
      "\(archive) is an edition that \(Ledger.fileName) does not know; put the ledger back from your backup, or publish "
        + "\(edition) again from the very same data if that was cut short, or else move the archive away")
  }

  /// The mark on every page.
  var fingerprint: Fingerprint { Fingerprint(inputs: digest, previous: previous?.digest, of: id) }

  /// The name of its file.
  var name: String { id.archiveName }

  /// Whether an archive has its name already.
  var isThere: Bool { FileManager.default.fileExists(atPath: "\(writer.folder)/\(name)") }

  /// Takes an archive away again that was sealed for a publication which then failed.
  func unseal() throws { try FileManager.default.removeItem(atPath: "\(writer.folder)/\(name)") }

  /// Writes the published site into its archive.
  func seal(_ site: String, accepting accepted: [AcceptedGuard]) throws -> EditionManifest {
    let accepted = accepted.map { EditionManifest.Accepted(guard: $0.kind.rawValue, reason: $0.reason) }
    return try writer.archive(site: site) { files throws(EditionFault) in
      try EditionManifest(
        id: id, asOf: asOf.description, tool: Tool.name, inputs: digest, previous: previous,
        accepted: accepted, files: files)
    }
  }
}

extension Ledger.Publication {
  /// The id that names its archive; nil when its year does not have four digits.
  var id: EditionID? { EditionID(edition, revision: revision) }
}
