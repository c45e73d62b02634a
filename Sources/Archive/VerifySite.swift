import Files
import Publishing

/// The result of checking a site folder.
public struct VerifiedSite: Sendable {
  /// The number of files that the manifest lists.
  public let fileCount: Int

  /// The SHA-256 of the manifest.
  public let manifestDigest: String

  /// The SHA-256 that the manifest lists for each file, by its path.
  public let listed: [String: String]

  /// Files that are not as the manifest lists them.
  public let findings: [ArchiveFinding]
}

/// Checks every file that a site's `manifest.json` lists; other people's files are not read.
///
/// The manifest is in the same folder, so this finds damage; only a manifest that is also in an archive, which
/// ``findPage(_:in:)`` finds, shows that the site is the published one.
///
/// - Throws: ``ArchiveError`` when there is no manifest or it cannot be trusted.
public func verifySite(_ path: String) throws(ArchiveError) -> VerifiedSite {
  try archiving(path) {
    let reader = try SiteReader(path)
    var findings: [ArchiveFinding] = []
    for entry in reader.manifest.entries {
      let file = EditionManifest.File(path: entry.path, byteCount: entry.byteCount, sha256: entry.sha256)
      if let difference = try difference(of: file, in: reader) {
        findings.append(ArchiveFinding(archive: path, path: file.path, difference: difference))
      }
    }
    return VerifiedSite(
      fileCount: reader.manifest.entries.count, manifestDigest: reader.manifest.digest,
      listed: Dictionary(uniqueKeysWithValues: reader.manifest.entries.map { ($0.path, $0.sha256) }), findings: findings
    )
  }
}

private func difference(
  of file: EditionManifest.File, in reader: borrowing SiteReader
) throws -> ArchiveFinding.Difference? {
  do {
    guard let found = try reader.file(at: file.path) else { return .missing }
    let count = try found.status().byteCount
    guard count == file.byteCount else { return .length(found: count, listed: file.byteCount) }
    let digest = try Digest.sha256(of: found)
    return digest == file.sha256 ? nil : .digest(byteCount: count, found: digest, listed: file.sha256)
  } catch ArchiveError.notAFile {
    return .layout("it is no regular file")
  } catch FileError.link, FileError.notAFolder {
    return .layout("it is no regular file, or a link stands on the way to it")
  }
}
