import Archive
import Foundation

/// Writes the archives of a folder anew as an older Vigie did, which sealed no rows of the ledger.
///
/// - Returns: each edition with the digest that the ledger must name instead.
public func writeUnsealed(_ archive: String) throws -> [(edition: String, digest: String)] {
  let sealed = archive + "-sealed"
  try FileManager.default.moveItem(atPath: archive, toPath: sealed)
  try FileManager.default.createDirectory(atPath: archive, withIntermediateDirectories: true)
  let writer = ArchiveWriter(folder: archive)
  var previous: EditionManifest.Previous?
  var digests: [(edition: String, digest: String)] = []
  for id in try ArchivedEdition.all(in: sealed) {
    let edition = try ArchivedEdition(id, in: sealed)
    let own = edition.manifest
    let manifest = try EditionManifest(
      id: id, asOf: own.asOf, tool: own.tool, inputs: own.inputs, previous: previous, accepted: own.accepted,
      files: own.files)
    try writer.write(manifest) { file in try edition.contents(of: file.path)?.bytes ?? [] }
    previous = EditionManifest.Previous(id: id, digest: manifest.digest)
    digests.append((id.edition, manifest.digest))
  }
  try FileManager.default.removeItem(atPath: sealed)
  return digests
}
