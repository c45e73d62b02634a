/// Everything that is known and may be scored, up to the as-of day.
///
/// It contains nobody's judgement.
public struct Evidence: Sendable {
  /// The last day that anything is known about.
  public let asOf: Day
  /// The accounts, ordered by the bytes of their id; positions in this array identify accounts everywhere.
  public let accounts: [Account]
  /// All columns of the accounts table.
  public let columns: [AccountCells]
  /// The observed measures.
  public let series: [Series]
  /// Contacts with the customers that took place.
  public let touchpoints: RowsByAccount<Touchpoint>
  /// Support tickets, each as the row describes it that counts on the as-of day.
  public let tickets: RowsByAccount<Ticket>
  /// Earlier rows of the same tickets, which count on days before the later row.
  public let replacedTickets: RowsByAccount<ReplacedTicket>
  /// People at the customers.
  public let contacts: RowsByAccount<Contact>
  /// What the customers want to achieve.
  public let goals: RowsByAccount<Goal>
  /// What happened to contracts, in file order.
  public let outcomes: RowsByAccount<Outcome>
  /// Days after which a table without a new row is a dead feed.
  public let feedMaxAge: Int

  /// What names that people write have in common where they mean the same; by default the name itself.
  ///
  /// It counts for segments, and for account columns and what they hold.
  public var spelling: @Sendable (String) -> String = { $0 }

  let tables: ScoredTables

  /// Days without a new row after which a table is a dead feed, by default: after two weeks without a single ticket or
  /// contact for anybody, the export has stopped.
  public static let usualFeedMaxAge = 14

  /// Creates evidence from rows dated on or before the as-of day; `accounts` by id, the rest keyed by position in it.
  public init(
    asOf: Day, accounts: [Account], columns: [AccountCells] = [], series: [Series] = [],
    touchpoints: RowsByAccount<Touchpoint>? = nil, tickets: RowsByAccount<Ticket>? = nil,
    contacts: RowsByAccount<Contact>? = nil, goals: RowsByAccount<Goal>? = nil,
    outcomes: RowsByAccount<Outcome>? = nil, replacedTickets: RowsByAccount<ReplacedTicket>? = nil,
    feedMaxAge: Int = usualFeedMaxAge
  ) {
    self.asOf = asOf
    self.accounts = accounts
    self.columns = columns
    self.series = series
    self.touchpoints = touchpoints ?? RowsByAccount(accounts: accounts.count)
    self.tickets = tickets ?? RowsByAccount(accounts: accounts.count)
    self.replacedTickets = replacedTickets ?? RowsByAccount(accounts: accounts.count)
    self.contacts = contacts ?? RowsByAccount(accounts: accounts.count)
    self.goals = goals ?? RowsByAccount(accounts: accounts.count)
    self.outcomes = outcomes ?? RowsByAccount(accounts: accounts.count)
    self.feedMaxAge = feedMaxAge
    tables = ScoredTables(
      asOf: asOf, accounts: accounts, columns: columns, series: series, outcomes: self.outcomes, tickets: self.tickets,
      replacedTickets: self.replacedTickets, touchpoints: self.touchpoints, contacts: self.contacts, goals: self.goals,
      feedMaxAge: feedMaxAge)
  }

  /// True when two texts are the same name.
  public func isSameName(_ one: String, _ other: String) -> Bool { one == other || spelling(one) == spelling(other) }

  /// The position of the account column of a name: the one that is spelled exactly so, or else one of the same name.
  public func column(named name: String) -> Int? {
    columns.firstIndex { $0.name == name } ?? columns.firstIndex { isSameName($0.name, name) }
  }

  /// True when the account is a customer on a day: started, not ended, and not lost by a churn.
  public func isActive(_ account: Int, on day: Day) -> Bool { tables.rows(of: account).isActive(on: day) }

  /// The first day as a customer, as it counts on a day; nil when it is unknown.
  ///
  /// A `started_on` after a churn is a second start: of the time before that churn only the end is known.
  public func start(of account: Int, on day: Day) -> Day? { tables.rows(of: account).start(on: day) }

  /// The churn by which the account is lost on a day: its latest outcome, unless it has started again since.
  public func churn(of account: Int, on day: Day) -> Outcome? {
    tables.rows(of: account).churn(on: day).map { outcomes[account][$0] }
  }

  /// The outcome with the latest date on or before a day; of two on one day, the later in the file.
  public func latestOutcome(of account: Int, on day: Day) -> Outcome? {
    tables.rows(of: account).latestOutcome(on: day).map { outcomes[account][$0] }
  }

  /// The day on which the contract comes up for renewal, as known on a day.
  ///
  /// For a past day this is the earliest decision recorded after it; without one, the current `renews_on`.
  public func renewalDay(of account: Int, on day: Day) -> Day? { tables.rows(of: account).renewalDay(on: day) }

  /// Days as a customer on a day; nil when the first day is unknown.
  public func tenure(of account: Int, on day: Day) -> Int? { tables.rows(of: account).start(on: day).map { day - $0 } }
}

/// The distinct days on which a table has rows: whether it had begun by a day, and whether it still gets rows.
struct FeedDays: Sendable {
  private let days: [Day]

  init(_ days: [Day]) { self.days = Set(days).sorted() }

  /// Takes days that are in their order, each once.
  init(ascending days: [Day]) { self.days = days }

  /// The newest day on or before the given one; nil before the table's first row.
  func newest(onOrBefore day: Day) -> Day? {
    let after = days.partitioningIndex { $0 > day }
    return after > 0 ? days[after - 1] : nil
  }

  /// How often rows arrive, up to a day.
  func cadence(on day: Day) -> Cadence? { Cadence(days[..<days.partitioningIndex { $0 > day }]) }
}
