import Archive
import Files
import Health
import Ledger
import Review

/// The archive of the edition being published, and the edition that it follows.
///
/// Ledger and archives must agree before anything is added: an archive missing from the ledger was published all the
/// same, and one that differs from its record is not what was published.
struct EditionArchive {
  /// Which edition it is.
  let id: EditionID
  private let writer: ArchiveWriter
  private let previous: EditionManifest.Previous?
  private let unsealed: [String]
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
    try makeFolders(folder)
    let writer = ArchiveWriter(folder: folder)
    let publications = try ledger.publications()
    try Self.requireKnown(folder, publications) { $0 == id }
    // Every archive is a link of the chain; an old Vigie archived nothing.
    var manifests: [EditionManifest?] = []
    for known in publications {
      guard let archived = known.id, archived != id else {
        manifests.append(nil)
        continue
      }
      let manifest = try writer.edition(archived)
      guard manifest != nil || known.archiveDigest == nil else {
        throw Refusal.nothingWritten(missing("\(folder)/\(archived.archiveName)"))
      }
      guard known.archiveDigest.map({ $0 == manifest?.digest && manifest?.id == archived }) ?? true else {
        throw Refusal.nothingWritten(otherEdition("\(folder)/\(archived.archiveName)"))
      }
      manifests.append(manifest)
    }
    let earlier = publications.prefix { $0.edition != "\(edition)" || $0.revision != next.revision }
    let previous = try earlier.last.map { try Self.link($0, manifests[earlier.count - 1], in: folder) }
    if !next.isRecorded, let there = try writer.edition(id) {
      // It was cut short before it was recorded: the same edition gives the same bytes, and anything else is another.
      guard there.inputs == digest, there.previous == previous else {
        throw Self.unknown("\(folder)/\(id.archiveName)", edition: "\(edition)")
      }
    }
    let isFirstSeal = !earlier.isEmpty && manifests[earlier.count - 1]?.record == nil
    let digests = isFirstSeal ? try ledger.digests() : []
    unsealed = isFirstSeal ? earlier.indices.filter { manifests[$0]?.record == nil }.map { digests[$0] } : []
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
    guard try isThere(folder) else { return }
    let known = Set(publications.compactMap(\.id))
    for other in try ArchivedEdition.all(in: folder) where !known.contains(other) && !orCutShort(other) {
      throw unknown("\(folder)/\(other.archiveName)", edition: other.edition)
    }
  }

  /// Whether a folder holds no archive.
  static func isEmpty(_ folder: String) throws -> Bool {
    try !isThere(folder) || ArchivedEdition.all(in: folder).isEmpty
  }

  /// The edition that the new one follows, if its archive is the published one.
  private static func link(
    _ earlier: Ledger.Publication, _ manifest: EditionManifest?, in folder: String
  ) throws -> EditionManifest.Previous {
    guard let id = earlier.id, let manifest else {
      throw Refusal.nothingWritten(missing("\(folder)/\(earlier.id?.archiveName ?? earlier.edition)"))
    }
    let isOwn = earlier.archiveDigest != nil || earlier.fingerprint == "\(manifest.fingerprint)"
    guard manifest.id == id, isOwn || earlier.fingerprint.isEmpty else {
      throw Refusal.nothingWritten(otherEdition("\(folder)/\(id.archiveName)"))
    }
    return EditionManifest.Previous(id: id, digest: manifest.digest)
  }

  private static func unknown(_ archive: String, edition: String) -> Refusal {
    Refusal(
      "\(archive) is an edition that \(Ledger.fileName) does not know; put the ledger back from your backup, or publish "
        + "\(edition) again from the very same data if that was cut short, or else move the archive away")
  }

  /// The mark on every page.
  var fingerprint: Fingerprint { Fingerprint(inputs: digest, previous: previous?.digest, of: id) }

  /// The name of its file.
  var name: String { id.archiveName }

  /// What a publication is written down as before it begins.
  ///
  /// - Parameter site: the folder that is to show it; nil for none.
  func begun(site: String?, inPlace: Bool) throws -> EditionHold.Begun {
    let wasThere = try isThere("\(writer.folder)/\(name)")
    return EditionHold.Begun(
      id: id, work: .publication(inputs: wasThere ? nil : digest), site: site.map { wholePath($0) }, inPlace: inPlace)
  }

  /// Takes the archive away again, if it was made for this publication.
  func undo(_ begun: EditionHold.Begun) throws {
    guard case .publication(let inputs?) = begun.work else { return }
    try writer.remove(id, madeFrom: inputs)
  }

  /// Writes the published site into its archive.
  ///
  /// - Parameter rows: the digest of the rows of the edition.
  func seal(_ site: String, accepting accepted: [AcceptedGuard], rows: String) throws -> EditionManifest {
    let accepted = accepted.map { EditionManifest.Accepted(guard: $0.kind.rawValue, reason: $0.reason) }
    let record = LedgerProof.record(rows, after: unsealed)
    return try writer.archive(site: site) { files throws(EditionFault) in
      try EditionManifest(
        id: id, asOf: asOf.description, tool: Tool.name, inputs: digest, previous: previous,
        accepted: accepted, record: record, files: files)
    }
  }
}

extension Ledger.Publication {
  /// The id that names its archive; nil when its year does not have four digits.
  var id: EditionID? { EditionID(edition, revision: revision) }
}
