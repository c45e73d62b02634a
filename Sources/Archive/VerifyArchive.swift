import Files
import Glibc
import Publishing

/// The result of checking every byte of one archive.
public struct VerifiedArchive: Sendable {
  /// The path of the archive, as given.
  public let path: String

  /// The edition in it, or nil when that cannot be read.
  public let manifest: EditionManifest?

  /// Everything that differs from what was published; empty for an intact archive.
  public let findings: [ArchiveFinding]
}

/// Checks one archive against itself: every byte of every file, the edition, and the ZIP around them.
///
/// - Throws: ``ArchiveError`` when the file cannot be opened or is not a regular file; damage is a finding.
public func verifyArchive(_ path: String) throws(ArchiveError) -> VerifiedArchive {
  try archiving(path) {
    let file = try openFile(path)
    var check = ArchiveCheck(path)
    try check.run(file)
    return VerifiedArchive(path: path, manifest: check.manifest, findings: check.findings)
  }
}

/// Opens a regular file and nothing else: no link, no pipe, no folder.
func openFile(_ path: String) throws -> OpenFile {
  let bytes = Array(path.utf8)
  let split = bytes.lastIndex(of: slash).map { $0 + 1 } ?? 0
  let folder = try Folder(opening: split == 0 ? "." : String(decoding: bytes[..<split], as: UTF8.self))
  guard let status = try folder.status(of: Array(bytes[split...])) else {
    throw ArchiveError.system(path: path, code: ENOENT)
  }
  guard status.kind == .file, let file = try folder.file(Array(bytes[split...])), try file.status().kind == .file else {
    throw ArchiveError.notAFile(path)
  }
  return file
}

/// The last part of a path.
func lastPart(of path: String) -> String {
  path.utf8.split(separator: slash).last.flatMap { String($0) } ?? path
}

extension ArchiveWriter {
  /// Reads the edition in the archive of a publication, unchecked; nil when there is no such archive.
  ///
  /// - Throws: ``ArchiveError`` when there is a file of that name and its edition cannot be read.
  public func edition(_ id: EditionID) throws(ArchiveError) -> EditionManifest? {
    let path = "\(folder)/\(id.archiveName)"
    return try archiving(path) { try EntryStatus(path: path) == nil ? nil : readEdition(path) }
  }

  /// Whether the archive of a publication ends in the digest of its own bytes, which finds damage anywhere in it and
  /// costs no unpacking.
  public func isSealed(_ id: EditionID) throws(ArchiveError) -> Bool {
    let path = "\(folder)/\(id.archiveName)"
    return try archiving(path) {
      let file = try openFile(path)
      return try Archive.isSealed(file, byteCount: file.status().byteCount)
    }
  }
}

/// Reads the edition of an archive and checks nothing else in it.
func readEdition(_ path: String) throws -> EditionManifest {
  let zip = try ZIPReader(try openFile(path))
  let own = zip.entries.first { $0.name.elementsEqual(EditionManifest.path.utf8) }
  guard let own, own.byteCount <= ZIPLayout.mostBytesOfFile else {
    throw ZIPFailure("it has no \(EditionManifest.path) and is no archive of Vigie's")
  }
  let bytes = try zip.contents(of: own)
  do throws(EditionFault) {
    return try EditionManifest(reading: bytes)
  } catch {
    throw ZIPFailure("its \(EditionManifest.path) cannot be used: \(error)")
  }
}
