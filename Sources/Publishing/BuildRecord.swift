import Files

/// What the lock file of a site records about the last publication.
struct BuildRecord: Equatable {
  /// The inode of the site folder that the record is about.
  let folder: UInt

  /// The SHA-256 of that site's manifest.
  let manifestDigest: String

  /// The text given by the caller.
  let text: String

  init(folder: UInt, manifestDigest: String, text: String) {
    self.folder = folder
    self.manifestDigest = manifestDigest
    self.text = text
  }

  init?(reading text: [UInt8]) {
    let lines = text.split(separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
    guard lines.count == 3, let folder = UInt(String(decoding: lines[0], as: UTF8.self)) else { return nil }
    self.init(
      folder: folder, manifestDigest: String(decoding: lines[1], as: UTF8.self),
      text: String(decoding: lines[2], as: UTF8.self))
  }

  var bytes: [UInt8] { Array("\(folder)\n\(manifestDigest)\n\(text)".utf8) }
}

extension LockFile {
  func record() throws(FileError) -> BuildRecord? { try text().flatMap { BuildRecord(reading: $0) } }

  func save(_ record: BuildRecord) throws(FileError) { try save(record.bytes) }
}
