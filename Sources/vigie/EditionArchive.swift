import Archive
import Foundation
import Health
import Ledger

/// The archive of the edition that is being published, and the edition that it follows.
struct EditionArchive {
  private let writer: ArchiveWriter
  private let id: EditionID
  private let previous: EditionManifest.Previous?
  private let asOf: Day
  private let digest: String

  /// Looks up the edition before; its archive must be there, since the new one is chained to it.
  init(
    _ folder: String, _ ledger: Ledger, _ build: SiteBuild, asOf: Day,
    standing: (revision: Int, reason: String?, isRecorded: Bool), digest: String
  ) throws {
    let edition = Edition(of: asOf)
    guard let id = EditionID("\(edition)", revision: standing.revision) else {
      throw Refusal("\(edition) cannot be archived: its year has no four digits", saysNothingWritten: true)
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let writer = ArchiveWriter(folder: folder)
    // What was archived and never put on record was cut short, and may have been made from other inputs.
    if !standing.isRecorded { writer.removeUnrecorded(id) }
    previous = try ledger.previous(to: edition, revision: standing.revision).map { before in
      let earlier = EditionID(before.edition, revision: before.revision)
      guard let earlier, let manifest = try writer.edition(earlier) else {
        throw Refusal(
          "\(folder)/\(earlier?.archiveName ?? before.edition) is missing; put it back from your backup, since the new "
            + "edition is chained to it", saysNothingWritten: true)
      }
      return EditionManifest.Previous(id: earlier, digest: manifest.digest)
    }
    self.writer = writer
    self.id = id
    self.asOf = asOf
    self.digest = digest
  }

  /// The mark that every page carries.
  var fingerprint: Fingerprint { Fingerprint(inputs: digest, previous: previous?.digest, of: id) }

  /// Puts the published site into its archive.
  func seal(_ site: String) throws -> EditionManifest {
    try writer.archive(site: site) { files throws(EditionFault) in
      try EditionManifest(
        id: id, asOf: asOf.description, tool: Vigie.tool, inputs: digest, previous: previous, files: files)
    }
  }
}
