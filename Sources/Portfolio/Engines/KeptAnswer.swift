import Engines
import Files
import FoundationEssentials
import Tables

/// The answer of an engine as two files: the rows as canonical CSV, and what was asked and who answered as JSON.
///
/// Live and kept answers are read from the same bytes, so that an edition made again without the engine is the same.
public struct KeptAnswer: Sendable {
  /// The folder of such files, in a site and beside the data.
  public static let folder = "queries"

  /// What is kept of a question beside its answer; nothing in it says on which machine it was asked.
  struct Record: Codable {
    struct Column: Codable {
      let name: String
      let isNumber: Bool

      enum CodingKeys: String, CodingKey {
        case name
        case isNumber = "is_number"
      }
    }

    let columns: [Column]
    let engine: String
    let query: String
    let rows: Int
    let sha256: String
    let source: String
    let zone: String
  }

  /// The name of both files without what they end with.
  let name: String
  private let csv: [UInt8]
  private let record: Record

  /// Keeps an answer.
  init(_ answer: EngineAnswer, to source: EngineSource, zone: String, name: String) {
    self.name = name
    csv = answer.csv
    record = Record(
      columns: answer.columns.map { Record.Column(name: $0.name, isNumber: $0.isNumber) }, engine: answer.engine,
      query: answer.query, rows: answer.rowCount, sha256: Digest.sha256(answer.csv), source: source.name, zone: zone)
  }

  /// Reads an answer that was kept in a folder; nil where there is none.
  init?(_ name: String, in folder: String) throws(TableProblem) {
    let (json, csv): ([UInt8], [UInt8])
    do throws(FileError) {
      guard let kept = try contentsIfThere("\(folder)/\(name).json") else { return nil }
      json = kept
      csv = try OpenFile.toReadAll("\(folder)/\(name).csv").contents()
    } catch {
      throw TableProblem(.engine("the answer that was kept in \(folder) cannot be read: \(error.reason)"))
    }
    guard let record = try? JSONDecoder().decode(Record.self, from: Data(json)), record.sha256 == Digest.sha256(csv)
    else {
      throw TableProblem(
        .engine("the answer \(name) that was kept in \(folder) is not what was answered; take both of its files away"))
    }
    self.name = name
    self.csv = csv
    self.record = record
  }

  /// The name under which the answer to a question is kept: its table, and a digest of the question.
  static func name(_ source: EngineSource, _ table: String, zone: String) -> String {
    let options = source.address.options.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let question = [source.name, source.query.text, zone] + options
    let digest = Digest.sha256(Array(question.joined(separator: "\n").utf8))
    return "\(table)-\(digest.prefix(digestLength))"
  }

  /// Digits of a digest in a name, enough that no two questions of a portfolio share them.
  private static let digestLength = 12

  /// What was answered, and by whom.
  var words: String { "\(record.rows) rows" + (record.engine.isEmpty ? "" : " of \(record.engine)") }

  /// Name and bytes of the two files, relative to a site.
  public var files: [(path: String, bytes: [UInt8])] {
    [("\(Self.folder)/\(name).csv", csv), ("\(Self.folder)/\(name).json", recordBytes)]
  }

  /// The digest of both files.
  var digest: String { Digest.sha256(recordBytes) }

  private var recordBytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array((try? encoder.encode(record)) ?? Data()) + [UInt8(ascii: "\n")]
  }

  /// Whether cells of a column are numbers by their type.
  func isNumber(_ column: Int) -> Bool { record.columns.indices.contains(column) && record.columns[column].isNumber }

  /// The rows.
  func reader(limits: Limits = Limits()) throws(TableProblem) -> TableReader {
    try TableReader(answer: csv, areNumbers: record.columns.map(\.isNumber), limits: limits)
  }
}
