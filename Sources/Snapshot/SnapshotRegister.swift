import Customer

/// A file that Vigie made, as the register of its portfolio keeps it.
public struct MadeFile: Codable, Hashable, Sendable {
  /// The `account_id`.
  public let account: String
  /// The published edition, such as `2026-W47-r1`, or `draft`.
  public let edition: String
  /// The fingerprint that the file shows to its readers.
  public let fingerprint: String
  /// Whom it is for: `internal` or `customer`.
  public let kind: String
  /// The name that it had.
  public let name: String
  /// The digest of its bytes.
  public let sha256: String

  /// Takes what is known of a file.
  public init(account: String, edition: String, fingerprint: String, kind: String, name: String, sha256: String) {
    self.account = account
    self.edition = edition
    self.fingerprint = fingerprint
    self.kind = kind
    self.name = name
    self.sha256 = sha256
  }

  /// One line of the register, with its break.
  var line: [UInt8] { RecordFile.line(self) + [0x0A] }
}

/// Every file that was made of a portfolio's accounts, one line each.
///
/// It tells a file that Vigie made from one that somebody forged with a fingerprint of its own, whatever kind of file it
/// is and whichever engine rendered it. Like the archive beside it, it proves nothing against those who can write it.
public struct SnapshotRegister: Sendable {
  /// The register's name in the folder of the portfolio.
  public static let fileName = "snapshots.jsonl"

  /// The first file of each digest, and of each fingerprint.
  private let byDigest: [String: MadeFile]
  private let byFingerprint: [String: MadeFile]
  /// The numbers of the lines that are none of Vigie's.
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

  /// The file with exactly these bytes; nil where none was made.
  public func file(sha256: String) -> MadeFile? { byDigest[sha256] }

  /// The file that shows the first of these fingerprints that any shows.
  public func file(showing fingerprints: some Sequence<String>) -> MadeFile? {
    fingerprints.lazy.compactMap { byFingerprint[$0] }.first
  }

  /// The lines of those files that do not stand in a register yet, whose other lines are not read for it.
  static func missing(_ made: [MadeFile], in register: [UInt8]) -> [UInt8] {
    var lines = made.map(\.line)
    for known in register.split(separator: 0x0A) { lines.removeAll { $0.dropLast().elementsEqual(known) } }
    return lines.flatMap(\.self)
  }
}
