import Archive
import Files
import Foundation
import Glibc

/// A fresh folder for archives, removed with the value.
struct ArchiveFixture: ~Copyable {
  let root: String

  init() throws {
    root = FileManager.default.temporaryDirectory.path + "/vigie-archive-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: root)
  }

  /// Archives texts by path and returns the edition.
  @discardableResult
  func archive(
    _ id: EditionID, _ files: [String: String] = ["index.html": "Good morning."], after previous: EditionManifest? = nil
  ) throws -> EditionManifest {
    let manifest = try manifest(id, files, after: previous)
    try ArchiveWriter(folder: root).write(manifest) { file in Array((files[file.path] ?? "").utf8) }
    return manifest
  }

  func manifest(
    _ id: EditionID, _ files: [String: String], after previous: EditionManifest? = nil
  ) throws -> EditionManifest {
    try EditionManifest(
      id: id, asOf: "2026-11-16", tool: "vigie test", inputs: Digest.sha256(Array("\(id)".utf8)),
      previous: previous.map { .init(id: $0.id, digest: $0.digest) },
      files: files.map { path, text in
        EditionManifest.File(path: path, byteCount: text.utf8.count, sha256: Digest.sha256(Array(text.utf8)))
      })
  }

  func path(_ name: String) -> String { root + "/" + name }

  func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path(name)))) }

  func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    let url = URL(filePath: path(name))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// Every name in the folder, in order.
  func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: root).sorted() }

  /// The findings about an archive, in words after the name of the archive.
  func findings(_ name: String) throws -> [String] {
    let path = path(name)
    return try verifyArchive(path).findings.map { String($0.description.dropFirst("\(path): error: ".count)) }
  }
}

/// An edition id that a test knows to be valid.
func edition(_ week: String, revision: Int = 0) throws -> EditionID {
  guard let id = EditionID(week, revision: revision) else { throw CocoaError(.formatting) }
  return id
}
