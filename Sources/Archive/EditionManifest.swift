import Files
import Publishing

/// The contents of one edition and its predecessor: the file `edition.json` of an archive.
///
/// The same value gives the same bytes, and only these bytes can be read back, so the digest of the file identifies
/// the value.
public struct EditionManifest: Equatable, Sendable {
  /// One file of the site.
  public struct File: Equatable, Sendable {
    /// The path of the file in the site and in the archive: relative, `/` between the parts.
    public let path: String

    /// The length of the file in bytes.
    public let byteCount: Int

    /// The SHA-256 of the file in lower-case hexadecimal.
    public let sha256: String

    /// Creates a file; its fields are checked with the whole edition.
    public init(path: String, byteCount: Int, sha256: String) {
      self.path = path
      self.byteCount = byteCount
      self.sha256 = sha256
    }
  }

  /// The edition that was published before this one.
  public struct Previous: Equatable, Sendable {
    /// The id of that edition.
    public let id: EditionID

    /// The digest of that edition: the SHA-256 of its `edition.json`.
    public let digest: String

    /// Creates a predecessor from an edition and its digest.
    public init(id: EditionID, digest: String) {
      self.id = id
      self.digest = digest
    }
  }

  /// A guard that held and that somebody accepted.
  public struct Accepted: Equatable, Sendable {
    /// Which guard.
    public let `guard`: String

    /// Why the edition was published all the same.
    public let reason: String

    /// Takes what somebody said; it is checked with the whole edition.
    public init(guard: String, reason: String) {
      self.guard = `guard`
      self.reason = reason
    }
  }

  /// The name of the file in the archive.
  public static let path = "edition.json"

  /// The id of the edition.
  public let id: EditionID

  /// The as-of day, such as `2026-11-16`.
  public let asOf: String

  /// The program that made the edition, such as `vigie 0.1.0`.
  public let tool: String

  /// The SHA-256 of the record of all inputs, in lower-case hexadecimal.
  public let inputs: String

  /// The edition published before, or nil for the first one.
  public let previous: Previous?

  /// The guards that held and were accepted.
  public let accepted: [Accepted]

  /// The SHA-256 of the rows that the ledger has of the edition, in lower-case hexadecimal; nil where an older Vigie
  /// published it.
  public let record: String?

  /// Every file of the archive except `edition.json`, ordered by the bytes of their paths.
  public let files: [File]

  /// Creates an edition and sorts its files.
  ///
  /// - Throws: ``EditionFault`` for what could not be read back or could leave a folder.
  public init(
    id: EditionID, asOf: String, tool: String, inputs: String, previous: Previous?, accepted: [Accepted] = [],
    record: String? = nil, files: [File]
  ) throws(EditionFault) {
    guard isDay(asOf) else { throw .malformed("as_of") }
    guard !tool.isEmpty, tool.utf8.count <= 100, !tool.unicodeScalars.contains(where: isControl) else {
      throw .malformed("tool")
    }
    guard isDigest(inputs) else { throw .malformed("inputs") }
    guard previous.map({ isDigest($0.digest) && $0.id != id }) ?? true else { throw .malformed("previous") }
    guard record.map(isDigest) ?? true else { throw .malformed("record") }
    guard accepted.allSatisfy({ isText($0.guard) && isText($0.reason) }) else { throw .malformed("accepted") }
    var paths: Set<[UInt8]> = []
    for file in files {
      guard isArchivable(file.path) else { throw .unsafePath(file.path) }
      guard paths.insert(Array(file.path.utf8)).inserted else { throw .duplicatePath(file.path) }
      guard file.byteCount >= 0, isDigest(file.sha256) else { throw .malformed(file.path) }
    }
    self.id = id
    self.asOf = asOf
    self.tool = tool
    self.inputs = inputs
    self.previous = previous
    self.accepted = accepted
    self.record = record
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The mark printed on every page.
  public var fingerprint: Fingerprint { Fingerprint(inputs: inputs, previous: previous?.digest, of: id) }

  /// The digest of the edition: the SHA-256 of its `edition.json`.
  public var digest: String { Digest.sha256(bytes) }
}

/// Whether a path can be in an archive along with `edition.json`, and be unpacked into a folder without leaving it.
private func isArchivable(_ path: String) -> Bool {
  let bytes = Array(path.utf8)
  // The site's own manifest is reserved in a site, but belongs in its archive.
  if bytes == SitePath.manifest { return true }
  // Some unpackers treat a backslash as a separator, and a colon as the end of a drive name.
  guard bytes.count <= 1_000, !bytes.contains(UInt8(ascii: "\\")), !bytes.contains(UInt8(ascii: ":")) else {
    return false
  }
  return !path.lowercased().utf8.elementsEqual(EditionManifest.path.utf8) && (try? SitePath(path)) != nil
}

private func isDay(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  guard bytes.count == 10 else { return false }
  return bytes.enumerated().allSatisfy { index, byte in
    index == 4 || index == 7
      ? byte == UInt8(ascii: "-") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

/// Whether a text can stand between the quotes of JSON as it is, quotes and backslashes aside.
func isText(_ text: String) -> Bool {
  !text.isEmpty && text.utf8.count <= 4_000 && !text.unicodeScalars.contains(where: isControl)
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.generalCategory == .control
}
