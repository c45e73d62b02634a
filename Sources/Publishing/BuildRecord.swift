import Files

/// What the lock file records about the last publication.
///
/// It is written in place, because exchanging a locked file would undo the lock. A write cut short fails the check
/// and reads as no record, so the file holds the old record, the new one, or none.
struct BuildRecord: Equatable {
  /// The inode of the site folder that the record is about.
  let folder: UInt

  /// The SHA-256 of that site's manifest.
  let manifestDigest: String

  /// The text given by the caller.
  let text: String

  static let heading = "vigie record 1\n"

  init(folder: UInt, manifestDigest: String, text: String) {
    self.folder = folder
    self.manifestDigest = manifestDigest
    self.text = text
  }

  init?(reading bytes: [UInt8]) {
    let heading = Array(Self.heading.utf8)
    guard bytes.starts(with: heading) else { return nil }
    let newline = UInt8(ascii: "\n")
    let lines = bytes.dropFirst(heading.count).split(separator: newline, maxSplits: 3, omittingEmptySubsequences: false)
    guard lines.count == 4 else { return nil }
    let words = lines.map { String(decoding: $0, as: UTF8.self) }
    guard let folder = UInt(words[1]) else { return nil }
    self.init(folder: folder, manifestDigest: words[2], text: words[3])
    guard self.bytes == bytes else { return nil }
  }

  var bytes: [UInt8] {
    let body = Array("\(folder)\n\(manifestDigest)\n\(text)".utf8)
    return Array("\(Self.heading)\(Digest.sha256(body))\n".utf8) + body
  }
}
