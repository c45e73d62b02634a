import Files

/// Where the bytes of one file were published, or what the file claims to be.
public struct FoundPage: Sendable {
  /// Where a file of an edition has exactly these bytes.
  public struct Place: Hashable, Sendable {
    /// The path of the archive.
    public let archive: String
    /// Which edition.
    public let id: EditionID
    /// The path of the file in the archive.
    public let path: String
  }

  /// Every place, by edition and path; the archives were checked as a whole only if somebody does.
  public let places: [Place]

  /// The editions whose fingerprint is printed in the file; it is one of theirs only if it has a place in them.
  public let claims: [EditionID]

  /// How many archives were looked at.
  public let archiveCount: Int

  /// The archives whose edition could not be read, so that nothing can be said about what is in them.
  public let unreadable: [String]
}

/// Looks for the archives that list exactly these bytes, and for the editions whose fingerprint they hold.
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

/// Reads a file of at most as many bytes as an archive takes; no link, pipe or folder.
///
/// - Throws: ``ArchiveError/tooLarge(_:)``, ``ArchiveError/notAFile(_:)`` or what the system says.
public func readPage(_ path: String) throws(ArchiveError) -> [UInt8] {
  try archiving(path) {
    let file = try openFile(path)
    guard try file.status().byteCount <= ZIPLayout.mostBytesOfFile else { throw ArchiveError.tooLarge(path) }
    return try file.contents()
  }
}
