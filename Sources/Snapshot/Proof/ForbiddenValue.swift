/// A private value of a portfolio that must not appear in a customer's file.
struct ForbiddenValue {
  /// The table and column, such as `sentiment.reason`.
  let field: String
  let rule: ProofRule
  /// The account that it is about; nil for none.
  let account: Int?
  /// True for a mail address, which may not even be the customer's own.
  let isAddress: Bool
  /// Its words in a row as one hash.
  let sequence: UInt64
  /// Whether it is distinguishable from ordinary words; other values are counted but not searched for.
  var isTold = false

  /// Whether the customer that it is about may read it.
  var isOwn: Bool { Self.ownFields.contains(field) && !isAddress }

  private static let ownFields: Set = [
    "accounts.name", "accounts.account_id", "contacts.name", "touchpoints.with", "plans.owner", "tickets.ticket_id",
    "tickets.subject",
  ]
}
