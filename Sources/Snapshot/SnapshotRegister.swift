import Foundation

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
  var line: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Six texts, so that there is nothing that could not be written.
    return (try? encoder.encode(self)).map { Array($0) + [0x0A] } ?? []
  }
}

/// Every file that was made of a portfolio's accounts, one line each.
///
/// It tells a file that Vigie made from one that somebody forged with a fingerprint of its own, whatever kind of file it
/// is and whichever engine rendered it. Like the archive beside it, it proves nothing against those who can write it.
public struct SnapshotRegister: Sendable {
  /// The register's name in the folder of the portfolio.
  public static let fileName = "snapshots.jsonl"

  private let files: [MadeFile]
  /// The numbers of the lines that are none of Vigie's.
  public let strangeLines: [Int]

  /// Reads a register.
  public init(_ bytes: [UInt8]) {
    var files: [MadeFile] = []
    var strange: [Int] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      if let file = try? JSONDecoder().decode(MadeFile.self, from: Data(line)) {
        files.append(file)
      } else {
        strange.append(index + 1)
      }
    }
    self.files = files
    strangeLines = strange
  }

  /// The file with exactly these bytes; nil where none was made.
  public func file(sha256: String) -> MadeFile? { files.first { $0.sha256 == sha256 } }

  /// The first file that shows one of these fingerprints.
  public func file(showing fingerprints: some Sequence<String>) -> MadeFile? {
    let fingerprints = Set(fingerprints)
    return files.first { fingerprints.contains($0.fingerprint) }
  }

  /// The lines of those files that are not listed yet.
  func missing(_ made: [MadeFile]) -> [UInt8] { made.filter { !files.contains($0) }.flatMap(\.line) }
}
