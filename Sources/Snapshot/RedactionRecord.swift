public import Customer
import FoundationEssentials
import Health

/// The sender's record of a customer's file, written next to it: what it contains, what was withheld and by which rule.
///
/// It contains names of fields and counts, never a value.
public struct RedactionRecord: Encodable, Sendable {
  /// A file that was made.
  public struct File: Encodable, Sendable {
    /// The file's name.
    public let name: String
    /// The digest of its bytes.
    public let sha256: String

    /// Creates an entry from a file's name and digest.
    public init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }
  }

  struct Included: Encodable {
    let field: String
    let rows: Int
  }

  struct Withheld: Encodable {
    let field: String
    let rule: String
  }

  struct Searched: Encodable {
    let field: String
    let cells: Int
  }

  struct Confirmed: Encodable {
    /// The table or file of the line.
    let source: String
    /// The name of a rule in the documentation's table.
    let rule: String
    /// The table and column of what the line resembles.
    let field: String
    let code: String
  }

  let format = 3
  let files: [File]
  let fingerprint: String
  let edition: String
  let asOf: String
  let language: String
  let included: [Included]
  let withheld: [Withheld]
  let searched: [Searched]
  let places: [String]
  let known: Int
  let confirmed: [Confirmed]

  /// Creates a record.
  ///
  /// - Parameters:
  ///   - edition: the published edition, or `draft`.
  ///   - places: the parts of the files that were searched.
  ///   - searched: the number of cells and paragraphs of each field that the files were searched for.
  ///   - known: the number of words that the settings except from the search.
  ///   - confirmed: what the author confirmed.
  public init(
    files: [File], fingerprint: String, edition: String, facts: CustomerFacts, allowed: Set<CustomerField>,
    searched: [String: Int], places: [String], known: Int, confirmed: [Leak]
  ) {
    self.files = files
    self.fingerprint = fingerprint
    self.edition = edition
    asOf = facts.asOf.description
    language = facts.language
    let rows = CustomerField.allCases.map { ($0, facts.rows(of: $0)) }
    included = rows.compactMap { field, rows in
      rows > 0 ? Included(field: field.rawValue, rows: rows) : nil
    }
    withheld =
      rows.compactMap { field, rows in
        guard rows == 0 else { return nil }
        let rule =
          !allowed.contains(field)
          ? "not in snapshot.customer.allow"
          : field == .peers
            ? "fewer than \(CustomerFacts.Peers.fewest) other customers to hide in" : "nothing on record"
        return Withheld(field: field.rawValue, rule: rule)
      } + Self.never.map { Withheld(field: $0, rule: "no customer's document has a place for it") }
    self.searched = searched.sorted { $0.key < $1.key }.map { Searched(field: $0.key, cells: $0.value) }
    self.confirmed = confirmed.map {
      Confirmed(
        source: $0.fact.map { "\($0.source)" } ?? $0.passage, rule: $0.rule.rawValue, field: $0.field,
        code: $0.code ?? "")
    }
    var seen: Set<String> = []
    self.places = places.filter { seen.insert($0).inserted }
    self.known = known
  }

  /// What the type of a document's facts cannot hold.
  private static let never = [
    "score", "band", "cap", "direction", "coverage", "dimensions", "sentiment", "risks", "reviews", "notes", "lists",
    "touchpoints.by", "touchpoints.with", "touchpoints.note", "contacts", "outcomes", "points", "exposure",
    AccountColumn.arr.name, AccountColumn.renewsOn.name, AccountColumn.segment.name, "attributes", "other customers",
  ]

  /// The record as JSON, with sorted keys.
  public var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { Array($0) + [0x0A] } ?? []
  }

  /// Whether a file is such a record.
  public static func isRecord(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "{\n  \"as_of\" : \"".utf8) }

  /// True when a record lists a file with this digest: Vigie made that file.
  public static func lists(_ sha256: String, in record: [UInt8]) -> Bool {
    struct Listed: Decodable {
      struct File: Decodable { let sha256: String }
      let files: [File]
    }
    return (try? JSONDecoder().decode(Listed.self, from: Data(record)))?.files.contains { $0.sha256 == sha256 } ?? false
  }
}

extension CustomerFacts {
  /// The number of rows of a kind in the document; 0 when they are withheld or missing.
  fileprivate func rows(of field: CustomerField) -> Int {
    switch field {
    case .goals: goals?.count ?? 0
    case .adoption: adoption == nil ? 0 : 1
    case .tickets: support.map { $0.opened + $0.closed + $0.open.count > 0 ? 1 : 0 } ?? 0
    case .steps: steps?.count ?? 0
    case .words: [words?.context, words?.learned, words?.conversation].count { $0 != nil }
    case .csm: manager == nil ? 0 : 1
    case .since: since == nil ? 0 : 1
    case .meetings: meetings?.count ?? 0
    case .peers: adoption?.peers == nil ? 0 : 1
    }
  }
}
