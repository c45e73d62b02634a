/// Something that a portfolio knows and that must not stand in a customer's file.
struct ForbiddenValue {
  /// The table and column, such as `sentiment.reason`.
  let field: String
  let rule: ProofRule
  /// The account that it is about; nil for what is about none.
  let account: Int?
  /// True for a mail address, which may not even be the customer's own.
  let isAddress: Bool
  /// Its words in a row as one hash.
  let sequence: UInt64
  /// Whether it can be told from ordinary words; what cannot is not looked for, and counted.
  var isTold = false

  /// Whether it is the customer's own to read where it is about that customer.
  var isOwn: Bool { Self.ownFields.contains(field) && !isAddress }

  private static let ownFields: Set = [
    "accounts.name", "accounts.account_id", "contacts.name", "touchpoints.with", "plans.owner", "tickets.ticket_id",
    "tickets.subject",
  ]
}
