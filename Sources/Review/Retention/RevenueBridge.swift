public import Health

/// The steps from the revenue of an earlier day to that of a later one; they are named and add up.
public struct RevenueBridge: Sendable {
  /// Why revenue changed.
  public enum Kind: String, CaseIterable, Sendable {
    /// Customers that were not customers on the earlier day.
    case new
    case expansion
    case contraction
    /// Customers that are no longer customers.
    case churn
    /// The figure of a customer became known, or is no longer known.
    case unknown
  }

  /// The change of one account's revenue.
  public struct Step: Sendable {
    /// The kind of step.
    public let kind: Kind
    /// The position of the account; nil when the current table has no such account.
    public let account: Int?
    /// Its name, or its id when the table no longer contains it.
    public let name: String
    /// Whether it was a customer on the earlier day.
    public let wasCustomer: Bool
    /// Whether it is one on the later day.
    public let isCustomer: Bool
    /// Revenue on the earlier day; nil when it was not a customer or the figure was unknown.
    public let before: Double?
    /// Revenue on the later day; nil when it is not a customer or the figure is unknown.
    public let after: Double?
    /// The outcome that explains the step; nil when there is none.
    public let outcome: Outcome?

    /// The amount it adds to what is known.
    public var change: Double { (after ?? 0) - (before ?? 0) }
    /// True when a customer came or left whose figure is unknown, so that nobody can say how much that adds.
    public var isUnknown: Bool { wasCustomer != isCustomer && before == nil && after == nil }
  }

  /// The earlier day.
  public let from: Day
  /// The revenue of the customers then.
  public let before: AmountSum
  /// The revenue of the customers now.
  public let after: AmountSum
  /// The steps of accounts whose revenue changed, by kind, and the largest first within each.
  public let steps: [Step]

  /// The steps of a kind.
  public subscript(kind: Kind) -> [Step] { steps.filter { $0.kind == kind } }

  /// The sum of the steps of a kind.
  public func sum(_ kind: Kind) -> AmountSum { AmountSum(self[kind].map { $0.isUnknown ? nil : $0.change }) }

  /// Creates a bridge; amounts are rounded to hundredths, so that steps and ends add up in print.
  init(from day: Day, _ all: [Step]) {
    from = day
    before = AmountSum(all.filter(\.wasCustomer).map(\.before))
    after = AmountSum(all.filter(\.isCustomer).map(\.after))
    let changed = all.filter { $0.change != 0 || $0.isUnknown }
    let order = Dictionary(uniqueKeysWithValues: Kind.allCases.enumerated().map { ($1, $0) })
    steps = changed.sorted {
      (order[$0.kind] ?? 0, -abs($0.change)) < (order[$1.kind] ?? 0, -abs($1.change))
    }
  }

  /// An amount to the hundredth, as bridges count it; one too large for hundredths as it is.
  public static func hundredths(_ amount: Double?) -> Double? {
    amount.map { $0.magnitude < 1e13 ? ($0 * 100).rounded() / 100 : $0 }
  }

  static func kind(before: (isCustomer: Bool, arr: Double?), after: (isCustomer: Bool, arr: Double?)) -> Kind {
    switch (before.isCustomer, after.isCustomer) {
    case (false, _): .new
    case (true, false): .churn
    case (true, true):
      if let then = before.arr, let now = after.arr { now >= then ? .expansion : .contraction } else { .unknown }
    }
  }
}

extension Review {
  /// The bridge from the revenue of the last edition, as published, to today's; nil when none was published.
  public var bridgeFromLastEdition: RevenueBridge? {
    guard let previous = history.previous else { return nil }
    let known = evidence.accounts.indices.map { account -> (account: Int?, name: String, RecordedScore?, Bool) in
      (account, evidence.accounts[account].name, previous.scores[account], review(of: account) != nil)
    }
    let gone = previous.forgotten.map { (account: Int?.none, name: $0.name, RecordedScore?.some($0.score), false) }
    return bridge(
      from: previous.asOf,
      (known + gone).map { account, name, record, isActive in
        (
          account, name, (record != nil, record?.arr),
          (isActive, isActive ? account.flatMap { evidence.accounts[$0].arr } : nil)
        )
      })
  }

  /// The bridge from the revenue of a year ago to today's; both ends are read from outcomes, as retention reads them.
  public var bridgeOfYear: RevenueBridge {
    let day = asOf - Retention.days
    return bridge(
      from: day,
      evidence.accounts.indices.map { account in
        let (then, now) = (revenue.arr(of: account, on: day), revenue.arr(of: account, on: asOf))
        // Of unknown revenue is not without revenue.
        return (account, evidence.accounts[account].name, (then != 0, then), (now != 0, now))
      })
  }

  private func bridge(
    from day: Day,
    _ ends: [(
      account: Int?, name: String, before: (isCustomer: Bool, arr: Double?), after: (isCustomer: Bool, arr: Double?)
    )]
  ) -> RevenueBridge {
    RevenueBridge(
      from: day,
      ends.map { account, name, before, after in
        RevenueBridge.Step(
          kind: RevenueBridge.kind(before: before, after: after), account: account, name: name,
          wasCustomer: before.isCustomer, isCustomer: after.isCustomer,
          before: before.isCustomer ? RevenueBridge.hundredths(before.arr) : nil,
          after: after.isCustomer ? RevenueBridge.hundredths(after.arr) : nil,
          outcome: account.flatMap { evidence.latestOutcome(of: $0, on: asOf) }.flatMap {
            $0.date > day || $0.kind == .churned && !after.isCustomer ? $0 : nil
          })
      })
  }
}
