/// The facts of one customer as an edition's archive keeps them, in `customers.json`: one line a customer.
public struct CustomerRecord: Codable, Hashable, Sendable {
  /// The file's name in the site of an edition.
  public static let fileName = "customers.json"

  /// The `account_id`.
  public let account: String
  /// What the document of that edition holds.
  public let facts: CustomerFacts

  /// Takes the facts of an account.
  public init(account: String, facts: CustomerFacts) {
    self.account = account
    self.facts = facts
  }

  /// The record in its one spelling, on one line without its break.
  public var line: [UInt8] { RecordFile.line(self) }

  /// All records as the file that an archive keeps.
  public static func file(_ records: [CustomerRecord]) -> [UInt8] {
    RecordFile.bytes("customers", records.map(\.line))
  }
}
