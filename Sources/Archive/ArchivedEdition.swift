import Files

/// A verified archive, whose files can be read.
public struct ArchivedEdition: Sendable {
  /// The contents of the archive.
  public let manifest: EditionManifest
  /// The path of the archive.
  public let path: String

  /// Opens the archive of a publication and checks every byte of it.
  ///
  /// - Throws: ``ArchiveError`` when it cannot be read, or is not as it was published: a changed archive is never used.
  public init(_ id: EditionID, in folder: String) throws(ArchiveError) {
    path = "\(folder)/\(id.archiveName)"
    let archive = try verifyArchive(path)
    if let finding = archive.findings.first { throw .zip(path, "it is not as it was published: \(finding)") }
    guard let manifest = archive.manifest, manifest.id == id else {
      throw .zip(path, "it holds another edition than its name says")
    }
    self.manifest = manifest
  }

  /// The editions that have an archive in a folder, in order, judging by file names.
  public static func all(in folder: String) throws(ArchiveError) -> [EditionID] {
    try archiving(folder) { try archives(in: folder).named }
  }

  /// The bytes of a file, verified against the manifest; nil for a path that the manifest does not list.
  public func contents(of path: String) throws(ArchiveError) -> (bytes: [UInt8], sha256: String)? {
    guard let file = manifest.files.first(where: { $0.path.utf8.elementsEqual(path.utf8) }) else { return nil }
    return try archiving(self.path) {
      let zip = try ZIPReader(try openFile(self.path))
      guard let entry = zip.entries.first(where: { $0.name.elementsEqual(path.utf8) }),
        entry.byteCount == file.byteCount
      else { throw ArchiveError.siteChanged(path) }
      let bytes = try zip.contents(of: entry)
      guard Digest.sha256(bytes) == file.sha256 else { throw ArchiveError.siteChanged(path) }
      return (bytes, file.sha256)
    }
  }
}
