/// A customer, as the accounts table describes it today.
public struct Account: Sendable {
  /// Unique and stable.
  public let id: AccountID
  /// Its name on pages.
  public let name: String
  /// The customer-success manager who looks after it.
  public let csm: String?
  /// Annual recurring revenue in the portfolio's currency.
  public let arr: Double?
  /// A segment id that takes precedence over the segments' own conditions.
  public let segment: String?
  /// The first day as a customer; unknown means always.
  public let startedOn: Day?
  /// The day on which the contract renews.
  public let renewsOn: Day?
  /// The first day on which it is no customer any more.
  public let endedOn: Day?

  /// Takes the columns that mean something to Vigie; the rest are `AccountCells`.
  public init(
    id: AccountID, name: String, csm: String? = nil, arr: Double? = nil, segment: String? = nil, startedOn: Day? = nil,
    renewsOn: Day? = nil, endedOn: Day? = nil
  ) {
    self.id = id
    self.name = name
    self.csm = csm
    self.arr = arr
    self.segment = segment
    self.startedOn = startedOn
    self.renewsOn = renewsOn
    self.endedOn = endedOn
  }
}
