public import Health

/// The accounts that get the week's effort, and those that openly get none.
public struct Attention: Sendable {
  /// An account with a decision not to pursue it that still holds.
  public struct NotPursued: Sendable {
    /// The account.
    public let account: AccountReview
    /// The decision with its reason.
    public let decision: ReviewDecision
  }

  /// A customer lost in the last `Retention.days` whose loss was judged unavoidable.
  public struct UnavoidableLoss: Sendable {
    /// The position of the account in the evidence.
    public let account: Int
    /// The churn, with reason and evidence; without evidence it still counts as avoidable.
    public let outcome: Outcome
    /// Annual recurring revenue `Retention.days` before the as-of day; nil when it is unknown.
    public let arr: Double?
  }

  /// The number of accounts with risk points, including those not pursued.
  public var accounts: Int { ranked.count + notPursued.count { $0.account.points.total > 0 } }
  /// The sum of their exposure.
  public var exposure: AmountSum {
    AmountSum((ranked + notPursued.map(\.account).filter { $0.points.total > 0 }).map(\.exposure))
  }
  /// The accounts with risk points by exposure, without those not pursued.
  public let ranked: [AccountReview]
  /// The number of accounts that the team can handle in a week; nil when the settings do not say.
  public let capacity: Int?
  /// The accounts not pursued, by exposure.
  public let notPursued: [NotPursued]
  /// The unavoidable losses, the largest first, those of unknown revenue last.
  public let unavoidable: [UnavoidableLoss]

  /// The accounts above the line: those that the team's capacity reaches.
  public var reached: ArraySlice<AccountReview> { ranked.prefix(capacity ?? ranked.count) }
  /// The accounts below the line.
  public var unreached: ArraySlice<AccountReview> { ranked.dropFirst(capacity ?? ranked.count) }

  /// - Parameter items: returns an account's items on the lists.
  init(
    _ byExposure: [AccountReview], items: (Int) -> ArraySlice<ListItem>, evidence: Evidence, revenue: RevenueHistory,
    capacity: Int?
  ) {
    self.capacity = capacity
    var ranked: [AccountReview] = []
    var notPursued: [NotPursued] = []
    for account in byExposure {
      let givenUp = items(account.account).first { $0.isGivenUp }
      if let decision = givenUp?.decision {
        notPursued.append(NotPursued(account: account, decision: decision))
      } else if account.points.total > 0 {
        ranked.append(account)
      }
    }
    self.ranked = ranked
    self.notPursued = notPursued
    let day = evidence.asOf
    unavoidable = evidence.accounts.indices.compactMap { account -> UnavoidableLoss? in
      guard let outcome = evidence.churn(of: account, on: day), outcome.isAvoidable == false,
        day - outcome.date < Retention.days
      else { return nil }
      return UnavoidableLoss(
        account: account, outcome: outcome, arr: revenue.arr(of: account, on: day - Retention.days))
    }
    .sorted { ($1.arr ?? -1, $0.account) < ($0.arr ?? -1, $1.account) }
  }
}

extension ListItem {
  /// True for decisions on this list that mean not pursuing the account.
  ///
  /// Deciding not to sell more, or to skip a spot check, does not give an account up.
  fileprivate var isGivenUp: Bool {
    state == .decided && decision?.decision == .notPursued && list != .expansion && list != .spotCheck
  }
}
