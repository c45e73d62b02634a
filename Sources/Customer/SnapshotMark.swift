import Files

/// The mark in a snapshot that names its source and shows whether its bytes have changed.
///
/// It is in a meta element: `1 customer 2026-W47 0 9f86d081… 3f2a 91c0 77be 0d14`, that is format, kind, edition,
/// revision, SHA-256 of the source and fingerprint of the file. The fingerprint is the first 16 hexadecimal digits of
/// the SHA-256 of the whole file with every digit of its fingerprint replaced by 0.
public struct SnapshotMark: Hashable, Sendable {
  /// The intended reader of the file.
  public enum Kind: String, CaseIterable, Sendable {
    case `internal`, customer
  }

  /// The source of the file.
  public struct Source: Hashable, Sendable {
    /// The published edition, such as `2026-W47`, and its revision; nil for a draft, which is not archived anywhere.
    public let edition: (name: String, revision: Int)?
    /// The SHA-256 of the account's entry in the archive of the edition.
    public let sha256: String

    /// Creates the source of a file made from a published edition.
    public init(edition: String, revision: Int, sha256: String) {
      self.edition = (edition, revision)
      self.sha256 = sha256
    }

    /// Creates the source of a file made from unpublished data.
    public init(draft sha256: String) {
      edition = nil
      self.sha256 = sha256
    }

    /// True when both sources are the same.
    public static func == (left: Source, right: Source) -> Bool {
      left.edition?.name == right.edition?.name && left.edition?.revision == right.edition?.revision
        && left.sha256 == right.sha256
    }

    /// Hashes the digest, which identifies a source.
    public func hash(into hasher: inout Hasher) { hasher.combine(sha256) }
  }

  /// The intended reader of the file.
  public let kind: Kind
  /// The source of the file.
  public let source: Source

  /// Creates a mark.
  public init(kind: Kind, source: Source) {
    self.kind = kind
    self.source = source
  }

  /// The placeholder for the fingerprint before it is computed.
  public static let blank = "0000 0000 0000 0000"

  /// The mark with a blank fingerprint.
  public var unsigned: String {
    "1 \(kind.rawValue) \(source.edition?.name ?? "draft") \(source.edition?.revision ?? 0) \(source.sha256) \(Self.blank)"
  }

  private static let opening = Array("<meta name=\"vigie-snapshot\" content=\"".utf8)
  private static let printed = Array("<code class=\"fingerprint\">".utf8)

  /// Computes the fingerprint from the bytes and replaces the placeholders with it.
  public static func sign(_ file: [UInt8]) -> [UInt8] {
    replacing(in: file, with: Array(fingerprint(of: file).utf8))
  }

  /// Reads the mark of a file and checks its fingerprint against the bytes; nil when the file is not a snapshot.
  public static func read(_ file: [UInt8]) -> (mark: SnapshotMark, fingerprint: String, isIntact: Bool)? {
    guard let start = position(of: opening, in: file),
      let end = file[start...].firstIndex(of: UInt8(ascii: "\"")), end - start < 200
    else { return nil }
    let parts = String(decoding: file[start..<end], as: UTF8.self).split(separator: " ").map(String.init)
    guard parts.count == 9, parts[0] == "1", let kind = Kind(rawValue: parts[1]), let revision = Int(parts[3]) else {
      return nil
    }
    let source =
      parts[2] == "draft"
      ? Source(draft: parts[4]) : Source(edition: parts[2], revision: revision, sha256: parts[4])
    let claimed = parts[5...].joined(separator: " ")
    let blank = replacing(in: file, with: Array(Self.blank.utf8))
    return (SnapshotMark(kind: kind, source: source), claimed, fingerprint(of: blank) == claimed && sign(blank) == file)
  }

  private static func fingerprint(of file: [UInt8]) -> String {
    let digits = Array(Digest.sha256(file).prefix(16))
    return stride(from: 0, to: 16, by: 4).map { String(digits[$0..<$0 + 4]) }.joined(separator: " ")
  }

  /// The file with other digits in its mark and in the place visible to readers.
  private static func replacing(in file: [UInt8], with digits: [UInt8]) -> [UInt8] {
    var file = file
    if let start = position(of: opening, in: file), let end = file[start...].firstIndex(of: UInt8(ascii: "\"")),
      end - start > digits.count
    {
      file.replaceSubrange(end - digits.count..<end, with: digits)
    }
    if let start = position(of: printed, in: file), start + digits.count <= file.count {
      file.replaceSubrange(start..<start + digits.count, with: digits)
    }
    return file
  }

  /// The index after a text; nil when the file does not contain it.
  private static func position(of text: [UInt8], in file: [UInt8]) -> Int? {
    guard let first = text.first, file.count >= text.count else { return nil }
    var from = file.startIndex
    while let start = file[from...].firstIndex(of: first), start + text.count <= file.count {
      if file[start..<start + text.count].elementsEqual(text) { return start + text.count }
      from = start + 1
    }
    return nil
  }
}
