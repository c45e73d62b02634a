import Files
import Glibc

/// Writes archives into a folder, each whole or not at all, and never over another.
public struct ArchiveWriter: Sendable {
  /// Where the archives go.
  public let folder: String

  /// Creates a writer for the folder of the archives, which must exist.
  public init(folder: String) {
    self.folder = folder
  }

  /// Archives a published site, file by file: at most one of them is in memory at a time.
  ///
  /// - Parameters:
  ///   - site: The folder of the site, with its `manifest.json`; files that the manifest does not list stay out.
  ///   - edition: Creates the edition from the files of the site.
  /// - Returns: What was archived, also when the archive already exists with these very bytes.
  /// - Throws: ``ArchiveError/taken(_:)`` when another archive has the name; ``ArchiveError/siteChanged(_:)`` when a
  ///   file is not the one that the manifest lists.
  public func archive(
    site: String, as edition: ([EditionManifest.File]) throws(EditionFault) -> EditionManifest
  ) throws(ArchiveError) -> EditionManifest {
    try archiving(site) {
      let reader = try SiteReader(site)
      let manifest = try edition(reader.files)
      try write(manifest) { file in try reader.contents(of: file) }
      return manifest
    }
  }

  /// Archives files that are passed one after the other, in the order of the manifest.
  ///
  /// - Throws: ``ArchiveError/siteChanged(_:)`` when contents are not what the manifest lists.
  public func write(
    _ manifest: EditionManifest, contents: (EditionManifest.File) throws -> [UInt8]
  ) throws(ArchiveError) {
    let path = "\(folder)/\(manifest.id.archiveName)"
    try requireFits(manifest, path: path)
    try archiving(path) {
      let place = try ArchivePlace(manifest.id, in: folder)
      try withoutActuallyEscaping(contents) { contents in
        try place.write(entries(of: manifest, contents))
      }
    }
  }

  /// Takes away the archive of an edition that was never on record, if it was made from these inputs.
  ///
  /// - Throws: ``ArchiveError`` when it is there and cannot be read or removed.
  public func remove(_ id: EditionID, madeFrom inputs: String) throws(ArchiveError) {
    guard try edition(id)?.inputs == inputs else { return }
    try archiving(folder) {
      let open = try Folder(opening: folder)
      try open.remove(Array(id.archiveName.utf8))
      try open.sync()
    }
  }

  /// Takes away the record of a withdrawal that is not on record.
  public func removeWithdrawal(of id: EditionID) throws(ArchiveError) {
    try archiving(folder) {
      let open = try Folder(opening: folder)
      let name = Array(Withdrawal.name(of: id).utf8)
      guard try open.status(of: name) != nil else { return }
      try open.remove(name)
      try open.sync()
    }
  }

  /// What the folder says of every entry in it without opening one: as long as this is the same, nobody has written,
  /// renamed or replaced anything in it.
  public func state() throws(ArchiveError) -> String {
    try archiving(folder) {
      guard let open = try Folder.ifThere(folder) else { return Digest.sha256([]) }
      var lines = ""
      for name in try open.sortedNames() {
        guard let status = try open.status(of: Array(name.utf8)) else { continue }
        lines += "\(name) \(status.inode) \(status.byteCount) \(status.changed.tv_sec).\(status.changed.tv_nsec)\n"
      }
      return Digest.sha256(Array(lines.utf8))
    }
  }

  private func entries(
    of manifest: EditionManifest, _ contents: @escaping (EditionManifest.File) throws -> [UInt8]
  ) -> [ZIPEntry] {
    let own = manifest.bytes
    var entries = manifest.files.map { file in
      ZIPEntry(name: Array(file.path.utf8), byteCount: file.byteCount) {
        let bytes = try contents(file)
        guard bytes.count == file.byteCount, Digest.sha256(bytes) == file.sha256 else {
          throw ArchiveError.siteChanged(file.path)
        }
        return bytes
      }
    }
    entries.append(ZIPEntry(name: Array(EditionManifest.path.utf8), byteCount: own.count) { own })
    return entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  private func requireFits(_ manifest: EditionManifest, path: String) throws(ArchiveError) {
    // One by one before adding up, so that the sum cannot overflow.
    let areSmall =
      manifest.files.count < ZIPLayout.mostEntries
      && manifest.files.allSatisfy { $0.byteCount <= ZIPLayout.mostBytesOfFile }
    guard areSmall, manifest.files.reduce(0, { $0 + $1.byteCount }) <= ZIPLayout.mostBytes else {
      throw .tooLarge(path)
    }
  }
}
