/// A customer, as the current accounts table describes it.
public struct Account: Sendable {
  /// Unique and stable.
  public let id: AccountID
  /// Its name, shown on pages.
  public let name: String
  /// The customer-success manager responsible for it.
  public let csm: String?
  /// Annual recurring revenue in the portfolio's currency; nil when it is unknown.
  public let arr: Double?
  /// The id or the name of a segment, which takes precedence over the segments' own conditions.
  public let segment: String?
  /// The first day as a customer; unknown means always.
  public let startedOn: Day?
  /// The day on which the contract renews.
  public let renewsOn: Day?
  /// The first day on which it is no longer a customer.
  public let endedOn: Day?
  /// The columns whose cell is filled with something that cannot be read: of ARR and of the days.
  public let unreadable: [AccountColumn]

  /// Creates an account from the columns that Vigie knows; the rest are `AccountCells`.
  public init(
    id: AccountID, name: String, csm: String? = nil, arr: Double? = nil, segment: String? = nil, startedOn: Day? = nil,
    renewsOn: Day? = nil, endedOn: Day? = nil, unreadable: [AccountColumn] = []
  ) {
    self.id = id
    self.name = name
    self.csm = csm
    self.arr = arr
    self.segment = segment
    self.startedOn = startedOn
    self.renewsOn = renewsOn
    self.endedOn = endedOn
    self.unreadable = unreadable
  }
}
