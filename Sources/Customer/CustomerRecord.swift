/// The facts of one customer in an edition's archive, in the file `customers.json`: one line per customer.
public struct CustomerRecord: Codable, Hashable, Sendable {
  /// The file's name in the site of an edition.
  public static let fileName = "customers.json"

  /// The `account_id`.
  public let account: String
  /// The contents of the document of that edition.
  public let facts: CustomerFacts

  /// Creates a record of an account's facts.
  public init(account: String, facts: CustomerFacts) {
    self.account = account
    self.facts = facts
  }

  /// The record in its only spelling, on one line without a line break.
  public var line: [UInt8] { RecordFile.line(self) }

  /// All records as the file in an archive.
  public static func file(_ records: [CustomerRecord]) -> [UInt8] {
    RecordFile.bytes("customers", records.map(\.line))
  }
}
