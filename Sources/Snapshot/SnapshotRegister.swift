import Customer

/// A file that Vigie made, as recorded in the register of its portfolio.
public struct MadeFile: Codable, Hashable, Sendable {
  /// The `account_id`.
  public let account: String
  /// The published edition, such as `2026-W47-r1`, or `draft`.
  public let edition: String
  /// The fingerprint visible to readers.
  public let fingerprint: String
  /// The intended reader: `internal` or `customer`.
  public let kind: String
  /// The original name.
  public let name: String
  /// The digest of its bytes.
  public let sha256: String

  /// Creates the entry of a file.
  public init(account: String, edition: String, fingerprint: String, kind: String, name: String, sha256: String) {
    self.account = account
    self.edition = edition
    self.fingerprint = fingerprint
    self.kind = kind
    self.name = name
    self.sha256 = sha256
  }

  /// One line of the register, with its line break.
  var line: [UInt8] { RecordFile.line(self) + [0x0A] }
}

/// Every file made for a portfolio's accounts, one line each.
///
/// It distinguishes a file that Vigie made from a forgery with its own fingerprint, whatever kind of file it is and
/// whichever engine rendered it. Like the archives, it proves nothing against people who can write to it.
public struct SnapshotRegister: Sendable {
  /// The register's name in the folder of the portfolio.
  public static let fileName = "snapshots.jsonl"

  /// The first file with each digest, and with each fingerprint.
  private let byDigest: [String: MadeFile]
  private let byFingerprint: [String: MadeFile]
  /// The numbers of the lines that are not Vigie's.
  public let strangeLines: [Int]

  /// Reads a register.
  public init(_ bytes: [UInt8]) {
    var files: [MadeFile] = []
    var strange: [Int] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      if let file = try? RecordFile.record(MadeFile.self, reading: Array(line)) {
        files.append(file)
      } else {
        strange.append(index + 1)
      }
    }
    byDigest = Dictionary(files.map { ($0.sha256, $0) }, uniquingKeysWith: { first, _ in first })
    byFingerprint = Dictionary(files.map { ($0.fingerprint, $0) }, uniquingKeysWith: { first, _ in first })
    strangeLines = strange
  }

  /// The file with exactly these bytes; nil when none was made.
  public func file(sha256: String) -> MadeFile? { byDigest[sha256] }

  /// The file that shows the first of these fingerprints shown by any file.
  public func file(showing fingerprints: some Sequence<String>) -> MadeFile? {
    fingerprints.lazy.compactMap { byFingerprint[$0] }.first
  }
}

/// The register while files are made, which it lists as soon as they are there.
public struct OpenRegister: ~Copyable {
  private var file: GrowingFile
  private var known: Set<ArraySlice<UInt8>> = []

  /// Opens the register at a path, or creates it.
  ///
  /// - Throws: ``PlaceError``.
  public init(_ path: String) throws { file = try GrowingFile(path) }

  /// Adds files, each once.
  ///
  /// - Throws: ``PlaceError`` or `FileError`, after which the register is as it was.
  public mutating func add(_ made: [MadeFile]) throws {
    // Not copied while lines are added to it.
    var known = known
    self.known = []
    defer { self.known = known }
    try file.append { new in
      known.formUnion(new.split(separator: 0x0A))
      return made.map(\.line).filter { !known.contains($0.dropLast()) }.flatMap(\.self)
    }
    for file in made { known.insert(file.line.dropLast()) }
  }

  /// Waits until the list is on the disk.
  ///
  /// - Throws: ``PlaceError``.
  public func sync() throws { try file.sync() }
}
