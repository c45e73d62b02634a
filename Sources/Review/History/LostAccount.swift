public import Health

/// A lost account, with the calls before it gave notice.
public struct LostAccount: Sendable {
  /// The position of the account in the evidence.
  public let account: Int
  /// The day it left.
  public let leftOn: Day
  /// The churn; nil when only the accounts table says that it left.
  public let outcome: Outcome?
  /// The call `Review.callHorizon` before the notice; nil when the account was not a customer then.
  public let call: Backtest.Call?
  /// The calls one week before the notice, two weeks before, and so on; nil for a week in which it was not a customer.
  public let weeks: [Backtest.Call?]
  /// For each list that named it in the year before the notice, the first edition that did so, oldest first.
  public let listings: [History.Listing]

  /// The day it gave notice, or else the day it left.
  public var decidedOn: Day { outcome?.noticeOn ?? leftOn }
}

extension Review {
  /// The horizon, in days, at which losses are compared with earlier calls: a quarter, enough time to act.
  public static let callHorizon = 90

  /// Days for which a loss is news when no edition was published: four weekly reports.
  public static let newsDays = 28

  /// The day after which a loss is news: that of the last edition, or `newsDays` ago when none was published.
  public var lossesSince: Day { history.previous?.asOf ?? asOf - Self.newsDays }

  /// The accounts lost since the last edition, the largest loss first: those lost on a later day, and those that it
  /// still counted as customers because the loss was not on record.
  public var lost: [LostAccount] { lostInYear.filter(isNews) }

  /// True for a loss since the last edition.
  public func isNews(_ lost: LostAccount) -> Bool {
    lost.leftOn > lossesSince || history.previous.map { $0.scores[lost.account] != nil } ?? false
  }

  /// The accounts lost in the last `Retention.days`, the largest loss first.
  public var lostInYear: [LostAccount] {
    let calls = Dictionary(
      (backtest[Self.callHorizon]?.calls ?? []).map { ($0.account, $0) }, uniquingKeysWith: { first, _ in first })
    return evidence.lostInYear.map { account, leftOn, outcome in
      // A backtest compares decisions with calls, and without an outcome no decision is on record.
      LostAccount(
        account: account, leftOn: leftOn, outcome: outcome, call: outcome.flatMap { _ in calls[account] },
        weeks: outcome.flatMap { _ in backtest.approaches[account] } ?? [],
        listings: firstListings(of: account, before: outcome?.noticeOn ?? leftOn))
    }
    .sorted { ($1.outcome?.arrBefore ?? 0, $0.account) < ($0.outcome?.arrBefore ?? 0, $1.account) }
  }

  /// The accounts lost in the last `Retention.days` that have no outcome for it, in order of id.
  public var lostWithoutOutcome: [LostAccount] {
    lostInYear.filter { $0.outcome == nil }.sorted { $0.account < $1.account }
  }

  private func firstListings(of account: Int, before day: Day) -> [History.Listing] {
    var lists: Set<ListID> = []
    return history.listings[account].filter { listing in
      let asOf = history.editions[listing.edition].asOf
      return asOf <= day && day - asOf <= Retention.days && lists.insert(listing.list).inserted
    }
  }
}

extension Evidence {
  /// The accounts that left in the `Retention.days` up to the as-of day, by position.
  ///
  /// The day is that of the churn by which the account is lost; without one, a past `endedOn`. Who came back has not
  /// left.
  public var lostInYear: [(account: Int, leftOn: Day, outcome: Outcome?)] {
    accounts.indices.compactMap { account in
      let churn = churn(of: account, on: asOf)
      guard let leftOn = churn?.date ?? accounts[account].endedOn, leftOn <= asOf, asOf - leftOn < Retention.days else {
        return nil
      }
      return (account, leftOn, churn)
    }
  }
}
