import Health

/// The accounts that one person looks after.
public struct Book: Sendable {
  /// The person, as the accounts table names them; nil for accounts without one.
  public let csm: String?
  /// The active accounts by exposure.
  public let accounts: [AccountReview]
  /// The accounts that a decision is owed about, the first due first, each once.
  public let owed: [DecisionDue]
  /// The accounts whose flag is missing or no longer fresh, by exposure.
  public let flagsDue: [AccountReview]
  /// The accounts that renew soon, the next first; those that have lapsed come before them.
  public let renewals: [AccountReview]
}

extension Review {
  /// Every book, by name; the accounts without a person come last.
  public var books: [Book] {
    // By bytes, like the names of pages; no name is blank, so the empty one means nobody.
    let grouped = Dictionary(grouping: byExposure) { Array((evidence.accounts[$0.account].csm ?? "").utf8) }
    let names = grouped.keys.filter { !$0.isEmpty }.sorted { $0.lexicographicallyPrecedes($1) }
    return (names + [[]]).compactMap { name in
      guard let accounts = grouped[name] else { return nil }
      let renewals = accounts.filter { $0.isLapsed || evidence.renewsSoon($0.account, on: asOf) }
      return Book(
        csm: accounts.first.flatMap { evidence.accounts[$0.account].csm }, accounts: accounts,
        owed: accounts.enumerated().compactMap { rank, account in decisionDue(about: account).map { (rank, $0) } }
          .sorted { ($0.1.dueOn, $0.0) < ($1.1.dueOn, $1.0) }.map(\.1),
        flagsDue: accounts.filter { $0.sentimentStatus != .fresh },
        renewals: renewals.sorted { $0.daysToRenewal ?? 0 < $1.daysToRenewal ?? 0 })
    }
  }
}

extension ListID {
  /// False for the list that an account leaves with a new flag and not with a decision.
  public var asksForDecision: Bool { self != .sentimentOverdue }
}
