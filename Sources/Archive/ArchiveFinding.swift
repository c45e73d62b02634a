/// One difference from what was published, and its place.
public struct ArchiveFinding: Hashable, Sendable {
  /// What differs.
  public enum Difference: Hashable, Sendable {
    /// The file is not a readable ZIP; the library's words.
    case unreadable(String)
    /// A limit that keeps a hostile file from filling memory or taking too long is exceeded.
    case tooLarge(Int, limit: Int)
    /// A name that leads out of a folder, or is not UTF-8.
    case unsafeName
    /// A name that occurs more than once.
    case duplicateName
    /// The edition or manifest does not list the file.
    case notListed
    /// The edition or manifest lists a file that does not exist.
    case missing
    /// The length is not the listed one, in bytes.
    case length(found: Int, listed: Int)
    /// The length is as listed, but the SHA-256 is not.
    case digest(byteCount: Int, found: String, listed: String)
    /// The contents cannot be unpacked; the library's words.
    case unpackable(String)
    /// `edition.json` is not what Vigie writes.
    case edition(EditionFault)
    /// The ZIP around the contents is not laid out as Vigie does it; the fault in words.
    case layout(String)
    /// Every content is as listed, but a byte around them was changed: the first that differs, from 1, and its part.
    case sealed(byte: Int, part: String)
    /// The archive holds a different edition from the one its name says.
    case misnamed(EditionID)
    /// A file among the archives whose name is not an archive's.
    case notAnArchiveName
    /// The archive of the edition published before is missing or unreadable.
    case predecessorMissing(EditionID)
    /// The archive of the edition published before is not the one that this edition followed.
    case predecessorChanged(EditionID, found: String, recorded: String)
    /// Another edition follows the same one.
    case fork(EditionID, other: EditionID)
    /// Another edition also has no predecessor: only one can be the first.
    case secondBeginning(EditionID)
    /// A file that is called like the record of a withdrawal and is none.
    case withdrawal(EditionFault)
    /// The record of a withdrawal whose edition is not there, or is another one.
    case withdrawsNothing(EditionID)
    /// A revision without the one before it.
    case revisionMissing(EditionID)
  }

  /// The archive or the folder of the site, as the user named it.
  public let archive: String

  /// The file in it, or nil when the finding is about the whole.
  public let path: String?

  /// What differs.
  public let difference: Difference
}

extension ArchiveFinding: CustomStringConvertible {
  /// One line such as `2026-W47.zip: error: accounts/acme.html is missing`; data may contain control characters.
  public var description: String {
    "\(archive): error: \(path.map { "\($0): " } ?? "")\(difference)"
  }
}

extension ArchiveFinding.Difference: CustomStringConvertible {
  /// What differs, in lower case and without a full stop.
  public var description: String {
    switch self {
    case .unreadable(let words): "it is no ZIP that can be read: \(words)"
    case .tooLarge(let found, let limit): "\(grouped(found)) is more than the limit of \(grouped(limit))"
    case .unsafeName: "the name could lead out of a folder or is not UTF-8; nothing of it was read"
    case .duplicateName: "the name stands more than once"
    case .notListed: "it is not listed in the edition; it was added"
    case .missing: "it is listed and not there"
    case .length(let found, let listed): "it has \(grouped(found)) bytes, and \(grouped(listed)) are listed"
    case .digest(let count, let found, let listed):
      "its \(grouped(count)) bytes are as many as listed, but not the same: SHA-256 is \(found), listed is \(listed)"
    case .unpackable(let words): "it cannot be unpacked: \(words)"
    case .edition(let fault): "\(fault)"
    case .layout(let words): words
    case .sealed(let byte, let part):
      "every file is as listed, but byte \(grouped(byte)) of the archive was changed: it lies in \(part)"
    case .misnamed(let id): "it holds the edition \(id), whose archive is called \(id.archiveName)"
    case .notAnArchiveName: "an archive is called like 2026-W47.zip or 2026-W47-r1.zip; it was not checked"
    case .predecessorMissing(let id): "it follows \(id), whose archive \(id.archiveName) is missing or cannot be read"
    case .predecessorChanged(let id, let found, let recorded):
      "it follows the \(id) with digest \(recorded), but \(id.archiveName) has \(found)"
    case .fork(let id, let other): "it follows \(id), and so does \(other): the chain has a fork"
    case .secondBeginning(let other): "it follows no edition, and neither does \(other): the chain has two beginnings"
    case .withdrawal(let fault): "the record of the withdrawal cannot be read: \(fault)"
    case .withdrawsNothing(let id): "it withdraws the edition \(id), whose archive is missing or is another one"
    case .revisionMissing(let id): "\(id.archiveName), the one before this revision, is missing"
    }
  }
}
