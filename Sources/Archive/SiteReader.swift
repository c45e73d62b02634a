import Files
import Publishing

/// The files of a published site, opened without following any link inside it.
struct SiteReader: ~Copyable {
  let folder: Folder
  let manifest: Manifest

  init(_ path: String) throws {
    let folder = try Folder(opening: path)
    guard let manifest = try Manifest(in: folder) else { throw ArchiveError.noManifest(path) }
    self.folder = folder
    self.manifest = manifest
  }

  /// Every file of the site, including its manifest.
  var files: [EditionManifest.File] {
    let own = EditionManifest.File(
      path: String(decoding: SitePath.manifest, as: UTF8.self), byteCount: manifest.bytes.count,
      sha256: manifest.digest)
    return [own]
      + manifest.entries.map { EditionManifest.File(path: $0.path, byteCount: $0.byteCount, sha256: $0.sha256) }
  }

  func contents(of file: EditionManifest.File) throws -> [UInt8] {
    guard let open = try self.file(at: file.path) else { throw ArchiveError.siteChanged(file.path) }
    // Checked first, so that a file that has grown is not read to its end.
    guard try open.status().byteCount == file.byteCount else { throw ArchiveError.siteChanged(file.path) }
    return try open.contents()
  }

  /// The file at a path of the site, or nil when there is none.
  func file(at path: String) throws -> OpenFile? {
    let bytes = Array(path.utf8)
    if bytes == SitePath.manifest { return try regular(folder.file(bytes)) }
    let (folders, name) = try SitePath(path).parts
    guard let first = folders.first else { return try regular(folder.file(name)) }
    guard var inner = try folder.subfolder(first) else { return nil }
    for part in folders.dropFirst() {
      guard let next = try inner.subfolder(part) else { return nil }
      inner = next
    }
    return try regular(inner.file(name))
  }

  private func regular(_ file: consuming OpenFile?) throws -> OpenFile? {
    guard let file else { return nil }
    guard try file.status().kind == .file else { throw ArchiveError.notAFile(file.path) }
    return file
  }
}
