public import Health

/// Whether the portfolio got better or worse, and through whom: who left, and who changed band.
///
/// It compares today with the last edition as it was published; before the first one, with the scores of a week ago on
/// today's data. A move of the score within a band is no change here.
public struct PortfolioChange: Sendable {
  /// What the changes come to.
  public enum Verdict: String, CaseIterable, Sendable {
    case better, worse, mixed, unchanged
  }

  /// How one account changed, the worst first.
  public enum Step: String, CaseIterable, Sendable {
    /// It is a customer no more.
    case lost
    /// The data know nothing of it any more.
    case gone
    /// It turned red.
    case turnedRed = "turned_red"
    /// It was green and is yellow.
    case leftGreen = "left_green"
    /// It had a score and has none.
    case lostScore = "lost_score"
    /// It turned green.
    case turnedGreen = "turned_green"
    /// It was red and is yellow.
    case leftRed = "left_red"

    /// True for a change for the worse; to lose a score is one, since silence is no good news.
    public var isWorse: Bool { self != .turnedGreen && self != .leftRed }

    /// The change from a band to another; nil when it is none.
    ///
    /// A first score is neither better nor worse.
    init?(from before: Band, to after: Band) {
      switch (before, after) {
      case (.unscored, _), (.green, .green), (.yellow, .yellow), (.red, .red): return nil
      case (_, .unscored): self = .lostScore
      case (_, .red): self = .turnedRed
      case (_, .green): self = .turnedGreen
      case (.green, .yellow): self = .leftGreen
      case (.red, .yellow): self = .leftRed
      }
    }
  }

  /// One account that changed.
  public struct Change: Sendable {
    /// Its position in the evidence; nil when the evidence no longer contains it.
    public let account: Int?
    /// Its name.
    public let name: String
    /// Its annual recurring revenue, the later figure if there is one; nil when unknown.
    public let arr: Double?
    /// How it changed.
    public let step: Step
  }

  /// The earlier day.
  public let since: Day
  /// The accounts by band on that day.
  public let before: BandSplit
  /// Every account that changed, the worst steps first, within a step the most revenue first, unknown revenue last.
  public let changes: [Change]

  /// The accounts that took a step.
  public subscript(step: Step) -> [Change] { changes.filter { $0.step == step } }

  /// Worse when more revenue changed for the worse than for the better; by the number of accounts where a revenue is
  /// unknown or both sums are equal, and mixed when those are equal too.
  ///
  /// For example, an account of 117 lost and one of 91 out of green against one of 14 into green is worse.
  public var verdict: Verdict {
    if changes.isEmpty { return .unchanged }
    let worse = changes.filter(\.step.isWorse)
    let better = changes.filter { !$0.step.isWorse }
    let (down, up) = (AmountSum(worse.map(\.arr)), AmountSum(better.map(\.arr)))
    if down.isComplete, up.isComplete, down.known != up.known { return down.known > up.known ? .worse : .better }
    if worse.count != better.count { return worse.count > better.count ? .worse : .better }
    return .mixed
  }

  private init(since: Day, before: BandSplit, changes: [Change]) {
    self.since = since
    self.before = before
    let order = Dictionary(uniqueKeysWithValues: Step.allCases.enumerated().map { ($1, $0) })
    self.changes = changes.enumerated().sorted { left, right in
      let (first, second) = (order[left.element.step] ?? 0, order[right.element.step] ?? 0)
      guard first == second else { return first < second }
      let (more, less) = (left.element.arr ?? -1, right.element.arr ?? -1)
      return more == less ? left.offset < right.offset : more > less
    }.map(\.element)
  }

  /// The change since the last edition.
  init(_ comparison: EditionComparison, accounts: [Account]) {
    var before = BandSplit()
    let names = Dictionary(comparison.before.forgotten.map { ($0.id, $0.name) }) { first, _ in first }
    let changes = comparison.accounts.compactMap { change -> Change? in
      guard let then = change.before else { return nil }
      before.add(then.band, arr: then.arr)
      let left: Step = change.account == nil ? .gone : .lost
      guard let step = change.after.map({ Step(from: then.band, to: $0.band) }) ?? left else { return nil }
      let name = change.account.map { accounts[$0].name } ?? names[change.id] ?? change.id
      return Change(account: change.account, name: name, arr: change.arr, step: step)
    }
    self.init(since: comparison.before.asOf, before: before, changes: changes)
  }

  /// The change over a week, by today's models and data.
  init(_ trend: Trend, accounts: [Account]) {
    var before = BandSplit()
    let changes = accounts.enumerated().compactMap { index, account -> Change? in
      guard let then = trend.score(of: index, weeksAgo: 1) else { return nil }
      before.add(then.band, arr: account.arr)
      let now = trend.score(of: index, weeksAgo: 0)
      guard let step = now.map({ Step(from: then.band, to: $0.band) }) ?? .lost else { return nil }
      return Change(account: index, name: account.name, arr: account.arr, step: step)
    }
    self.init(since: trend.day(weeksAgo: 1), before: before, changes: changes)
  }
}

extension Review {
  /// What changed in the portfolio since the last edition, or over a week before the first one.
  public var change: PortfolioChange {
    sinceLastEdition.map { PortfolioChange($0, accounts: evidence.accounts) }
      ?? PortfolioChange(trend, accounts: evidence.accounts)
  }
}
