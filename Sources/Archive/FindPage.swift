import Files

/// Where the bytes of one file were published, or what the file claims to be.
public struct FoundPage: Sendable {
  /// A file of an edition that has exactly these bytes.
  public struct Place: Hashable, Sendable {
    /// The path of the archive.
    public let archive: String
    /// The id of the edition.
    public let id: EditionID
    /// The path of the file in the archive.
    public let path: String
  }

  /// Every place, by edition and path; finding one does not check the whole archive.
  public let places: [Place]

  /// The editions whose fingerprint is printed in the file; it belongs to one only if it has a place in it.
  public let claims: [EditionID]

  /// The number of archives searched.
  public let archiveCount: Int

  /// The archives whose edition could not be read, so that their contents are unknown.
  public let unreadable: [String]
}

/// Finds the archives that list exactly these bytes, and the editions whose fingerprint the bytes contain.
///
/// - Parameters:
///   - page: The bytes of a page or any other file of a site.
///   - folder: The folder of the archives.
/// - Throws: ``ArchiveError`` when the folder cannot be listed.
public func findPage(_ page: [UInt8], in folder: String) throws(ArchiveError) -> FoundPage {
  try archiving(folder) {
    let digest = Digest.sha256(page)
    let fingerprints = Fingerprint.all(in: page)
    let ids = try archives(in: folder).named
    var places: [FoundPage.Place] = []
    var claims: [EditionID] = []
    var unreadable: [String] = []
    for id in ids {
      let path = "\(folder)/\(id.archiveName)"
      // Each such archive is named.
      guard let manifest = try? readEdition(path), manifest.id == id else {
        unreadable.append(path)
        continue
      }
      if fingerprints.contains(manifest.fingerprint) { claims.append(id) }
      for file in manifest.files where file.byteCount == page.count && file.sha256 == digest {
        places.append(FoundPage.Place(archive: path, id: id, path: file.path))
      }
    }
    return FoundPage(places: places, claims: claims, archiveCount: ids.count, unreadable: unreadable)
  }
}

/// Reads a regular file, no larger than an archive can hold; links, pipes and folders are refused.
///
/// - Throws: ``ArchiveError/tooLarge(_:)``, ``ArchiveError/notAFile(_:)`` or an error of the system.
public func readPage(_ path: String) throws(ArchiveError) -> [UInt8] {
  try archiving(path) {
    let file = try openFile(path)
    guard try file.status().byteCount <= ZIPLayout.mostBytesOfFile else { throw ArchiveError.tooLarge(path) }
    return try file.contents()
  }
}
