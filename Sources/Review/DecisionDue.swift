public import Health

/// What is owed about one account: a decision on every list that waits for one.
public struct DecisionDue: Sendable {
  /// The account.
  public let account: AccountReview
  /// Its items that wait for a decision, in the order of the lists.
  public let items: [ListItem]
  /// The latest decision on another list that still holds; nil when there is none.
  ///
  /// Whoever has decided about the account is not late with a second list of it.
  public let heldElsewhere: ReviewDecision?

  /// The day by which the first of the decisions is due, and not before a decision on another list lapses: the one day
  /// that every page tells of the account, on whichever list it stands.
  public let dueOn: Day

  /// True when a decision waits for too long and none on another list holds.
  public var isOverdue: Bool { heldElsewhere == nil && items.contains(where: \.isOverdue) }

  init?(_ account: AccountReview, items: some Sequence<ListItem>) {
    let asked = items.filter(\.list.asksForDecision)
    self.items = asked.filter(\.isWaiting)
    guard let first = self.items.compactMap(\.decisionDueOn).min() else { return nil }
    self.account = account
    heldElsewhere = asked.filter { !$0.isWaiting }.compactMap(\.decision).max { $0.date < $1.date }
    dueOn = max(first, heldElsewhere?.lapsesOn ?? first)
  }
}

extension Review {
  /// What is owed about an account; nil when no list waits for a decision about it.
  public func decisionDue(about account: AccountReview) -> DecisionDue? {
    DecisionDue(account, items: items(of: account.account))
  }

  /// By when an item that waits is due and whether it is overdue: a decision as the one about its account is.
  public func due(_ item: ListItem) -> (on: Day, isOverdue: Bool)? {
    guard let due = item.decisionDueOn else { return nil }
    guard item.list.asksForDecision, let account = review(of: item.account), let decision = decisionDue(about: account)
    else { return (due, item.isOverdue) }
    return (decision.dueOn, decision.isOverdue)
  }

  /// The accounts that a decision is owed about: the overdue ones first, those that another list has decided about last,
  /// each by exposure.
  public var decisionsDue: [DecisionDue] {
    let due = byExposure.compactMap(decisionDue)
    let waiting = due.filter { $0.heldElsewhere == nil }
    return waiting.filter(\.isOverdue) + waiting.filter { !$0.isOverdue } + due.filter { $0.heldElsewhere != nil }
  }
}
