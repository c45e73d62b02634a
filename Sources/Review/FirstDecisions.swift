public import Health

/// Which accounts were on the lists of an edition.
public struct EditionLists: Sendable {
  /// The day that the edition reports on.
  public let asOf: Day
  /// The positions of the accounts, by list, as far as today's data know them.
  public let accounts: [ListID: Set<Int>]

  /// Creates lists from the contents of a ledger.
  public init(asOf: Day, accounts: [ListID: Set<Int>]) {
    self.asOf = asOf
    self.accounts = accounts
  }
}

/// Whether lists are acted on: how long accounts that editions listed waited for a first decision.
///
/// It is told by list and by edition, never by person.
public struct FirstDecisions: Sendable {
  /// An account that an edition listed and the edition before it had not.
  public struct Listing: Hashable, Sendable {
    /// The list.
    public let list: ListID
    /// The position of the account.
    public let account: Int
    /// The day of the edition that listed it first.
    public let since: Day
    /// Days from then to the first decision; 0 for one of the days before, nil where there is none.
    public let days: Int?
  }

  /// The weeks before the last ones that these are compared with: a quarter.
  public static let weeksBefore = 13
  /// The last weeks whose time for a decision is over: a month of meetings.
  public static let lastWeeks = 4
  /// How old an edition that is read may be, in days: one more is needed to know what was new in the first.
  public static let days = 7 * (weeksBefore + lastWeeks + 1) + ListItem.decisionDays

  /// The first listings that a decision was owed about for `ListItem.decisionDays`, or that had one by then, oldest
  /// edition first.
  public let listings: [Listing]
  /// The first listings that are still in time.
  public let waiting: Int
  private let asOf: Day

  init(_ editions: [EditionLists], decisions: RowsByAccount<ReviewDecision>, asOf: Day) {
    var listings: [Listing] = []
    var waiting = 0
    for (position, edition) in editions.enumerated().dropFirst() {
      for list in ListID.allCases where list.asksForDecision {
        let now = edition.accounts[list] ?? []
        for account in now.subtracting(editions[position - 1].accounts[list] ?? []).sorted() {
          let first = decisions[account].filter {
            $0.list == list && $0.date >= edition.asOf - ListItem.daysBefore && $0.date <= asOf
          }.map(\.date).min()
          let left = editions[(position + 1)...].first { !($0.accounts[list] ?? []).contains(account) }?.asOf
          let days = first.map { max(0, $0 - edition.asOf) }
          // Who is off the list before a decision is due owes none.
          let end = min(left ?? asOf, asOf)
          if days.map({ $0 <= ListItem.decisionDays }) ?? false || end - edition.asOf > ListItem.decisionDays {
            listings.append(Listing(list: list, account: account, since: edition.asOf, days: days))
          } else if left == nil {
            waiting += 1
          }
        }
      }
    }
    self.listings = listings
    self.waiting = waiting
    self.asOf = asOf
  }

  /// How many of some listings had a decision in time.
  public static func inTime(_ listings: [Listing]) -> Rate {
    Rate(listings.count { $0.days.map { $0 <= ListItem.decisionDays } ?? false }, of: listings.count)
  }

  /// The median days to the first decision of some listings, those without one being the longest; nil where more than
  /// half have none.
  public static func medianDays(_ listings: [Listing]) -> Double? {
    let days = listings.map { $0.days.map(Double.init) ?? .infinity }
    return median(days).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The days of the editions that listed somebody for the first time, the newest first.
  public var editions: [Day] { Set(listings.map(\.since)).sorted(by: >) }

  /// How many were in time in the last four weeks whose time is over, and in the thirteen before; nil unless it got
  /// worse by more than chance.
  ///
  /// One-sided exact test of Fisher: the probability of so few in time among the last, if time made no difference.
  public var worsened: (last: Rate, before: Rate)? {
    let over = asOf - ListItem.decisionDays
    let start = over - 7 * Self.lastWeeks
    let last = Self.inTime(listings.filter { $0.since < over && $0.since >= start })
    let before = Self.inTime(
      listings.filter { $0.since < start && $0.since >= start - 7 * Self.weeksBefore })
    guard last.n > 0, before.n > 0 else { return nil }
    let chance = chanceOfAtMost(
      last.count, drawn: last.n, marked: last.count + before.count, of: last.n + before.n)
    return chance < Self.level ? (last, before) : nil
  }

  /// The share of weeks in which a team that is as it was may be told that it got worse.
  static let level = 0.05
}

/// The probability of at most `count` marked ones among `drawn`, where `marked` of `all` are marked: the
/// hypergeometric distribution.
///
/// At most 1 of 5 drawn, with 8 of 15 marked: (C(7, 5) + 8 · C(7, 4)) ÷ C(15, 5) = 301 ÷ 3003.
func chanceOfAtMost(_ count: Int, drawn: Int, marked: Int, of all: Int) -> Double {
  let least = max(0, drawn + marked - all)
  let most = min(drawn, marked)
  // Relative to the first, each term follows from the one before; their sum is 1.
  var (term, sum, wanted) = (1.0, 0.0, 0.0)
  for value in least...most {
    sum += term
    if value <= count { wanted += term }
    term *= Double(marked - value) * Double(drawn - value)
    term /= Double(value + 1) * Double(all - marked - drawn + value + 1)
    if sum > 1e200 { (term, sum, wanted) = (term / 1e200, sum / 1e200, wanted / 1e200) }
  }
  return wanted / sum
}

extension Review {
  /// Whether the lists of the last editions were acted on.
  public var firstDecisions: FirstDecisions {
    FirstDecisions(history.lists, decisions: judgement.reviews, asOf: asOf)
  }
}
