public import Health

/// What followed a decision about an account.
public struct FollowUp: Sendable {
  /// The published score on the last weekly day before the decision, at most 64 weeks back.
  public let scoreThen: Int?
  /// The published score of the as-of day.
  public let scoreNow: Int?
  /// The first outcome of the contract after the decision.
  public let outcome: Outcome?
  /// The account's present state on the list that the decision was about.
  public let listing: Listing

  /// Whether an account is still on a list.
  public enum Listing: Sendable {
    /// It has been on the list without a break since the decision.
    case still
    /// It left the list and returned on the day.
    case again(since: Day)
    /// It left the list.
    case left
  }
}

extension Review {
  /// What followed a decision about an account.
  public func followUp(of decision: ReviewDecision, account: Int) -> FollowUp {
    let later = evidence.outcomes[account].filter { $0.date > decision.date && $0.date <= asOf }
    let item = items(of: account).first { $0.list == decision.list }
    let listing: FollowUp.Listing =
      item.map { $0.since - ListItem.daysBefore <= decision.date ? .still : .again(since: $0.since) } ?? .left
    return FollowUp(
      scoreThen: trend.score(of: account, onOrBefore: decision.date)?.published,
      scoreNow: trend.score(of: account, weeksAgo: 0)?.published,
      outcome: later.min { $0.date < $1.date }, listing: listing)
  }

  /// The decisions of the last 91 days about active accounts on a list, the newest first, then by exposure.
  public func decisions(on list: ListID) -> [(account: AccountReview, decision: ReviewDecision)] {
    byExposure.flatMap { account in
      judgement.reviews[account.account]
        .filter { $0.list == list && $0.date <= asOf && asOf - $0.date < SpotChecks.days }
        .map { (account: account, decision: $0) }
    }
    .sorted { $0.decision.date > $1.decision.date }
  }
}
