import Customer
import Site

/// What was told to whom in which edition: one line a reader and edition.
struct ToldRegister {
  /// The register's name in the folder of the portfolio.
  static let fileName = "told.jsonl"

  /// What one reader was told.
  struct Line: Codable {
    let edition: String
    let revision: Int
    let fingerprint: String
    let reader: String
    /// Everything that the edition tells the reader, told then or before.
    let items: [String]

    init(_ digest: ReaderDigest) {
      edition = digest.edition.name
      revision = digest.edition.revision
      fingerprint = digest.edition.fingerprint
      reader = digest.reader
      items = digest.items.map(\.token)
    }

    /// The line as bytes, with its line break.
    var bytes: [UInt8] { RecordFile.line(self) + [0x0A] }

    func isOf(_ edition: ReaderDigest.Edition) -> Bool {
      (self.edition, revision, fingerprint) == (edition.name, edition.revision, edition.fingerprint)
    }
  }

  private let lines: [String: [Line]]

  /// Reads a register; lines that are not Vigie's are passed over.
  init(_ bytes: [UInt8]) {
    let all = bytes.split(separator: 0x0A).compactMap { try? RecordFile.record(Line.self, reading: Array($0)) }
    lines = Dictionary(grouping: all, by: \.reader)
  }

  /// What a reader was told last; nil where nothing was.
  func last(for digest: ReaderDigest) -> Line? { lines[digest.reader]?.last }

  /// Whether a reader was told of an edition, and of none since: one that was withdrawn was told, too.
  func knows(_ digest: ReaderDigest) -> Bool { last(for: digest)?.isOf(digest.edition) ?? false }

  /// Whether a reader was told the very same after the same edition.
  func knowsWords(_ digest: ReaderDigest) -> Bool {
    let items = digest.items.map(\.token)
    return lines[digest.reader]?.contains { $0.isOf(digest.edition) && $0.items == items } ?? false
  }

  /// What a reader was told last, in another edition.
  func told(before digest: ReaderDigest) -> Set<String> {
    Set(lines[digest.reader]?.last { !$0.isOf(digest.edition) }?.items ?? [])
  }
}
