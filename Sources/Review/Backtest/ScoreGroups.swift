/// Accounts with similar scores, and their churn rate.
public struct ScoreGroup: Hashable, Sendable {
  /// The most groups: tenths, as is usual.
  public static let most = 10
  /// The approximate minimum size of a group: with fewer accounts, its rate says nothing.
  public static let smallest = 10
  /// The fewest groups that can be compared.
  public static let fewest = 2

  /// The lowest score among them.
  public let lowest: Int
  /// The highest score among them.
  public let highest: Int
  /// The churn rate.
  public let rate: Rate
}

extension Backtest.Result {
  /// The scored accounts in up to ten groups of rising score, about equally large; empty instead of a single group.
  ///
  /// A group has at least about ten accounts, so 40 accounts make four groups. Equal scores stay together.
  public var scoreGroups: [ScoreGroup] {
    let sorted = scored.compactMap { call in call.score.map { (score: $0, churned: call.churned) } }
      .sorted { $0.score < $1.score }
    let count = min(ScoreGroup.most, sorted.count / ScoreGroup.smallest)
    guard count >= ScoreGroup.fewest else { return [] }
    var groups: [ScoreGroup] = []
    var start = 0
    for end in 1...sorted.count {
      let isBetweenScores = end == sorted.count || sorted[end].score != sorted[end - 1].score
      // The share of accounts so far, measured in groups.
      let isDue = end == sorted.count || end * count / sorted.count > start * count / sorted.count
      guard isBetweenScores, isDue else { continue }
      let members = sorted[start..<end]
      groups.append(
        ScoreGroup(
          lowest: sorted[start].score, highest: sorted[end - 1].score,
          rate: Rate(members.count { $0.churned }, of: members.count)))
      start = end
    }
    return groups
  }
}

/// How the losses of groups of rising score are ordered.
public enum LossOrder: Hashable, Sendable {
  /// No group lost a larger share than the one below it, and the highest a smaller one than the lowest.
  case falls
  /// The lowest scores lost most, though the shares do not fall at every step.
  case lowestMost
  /// The highest scores lost most.
  case highestMost
  /// The highest scores lost as large a share as the lowest, and none a larger one.
  case level
  /// Scores in between lost most.
  case middleMost
}

extension ScoreGroup {
  /// The order of the losses, and the group that lost the largest share: of equal ones the highest, or else the lowest.
  ///
  /// It is nil for fewer groups than can be compared, or when nobody churned.
  public static func lossOrder(of groups: [ScoreGroup]) -> (order: LossOrder, most: ScoreGroup)? {
    func share(_ group: ScoreGroup) -> Double { group.rate.share ?? 0 }
    guard let low = groups.first, let high = groups.last, groups.count >= fewest else { return nil }
    let most = groups.reduce(low) { share($1) > share($0) ? $1 : $0 }
    guard share(most) > 0 else { return nil }
    if share(high) >= share(most) { return (share(low) < share(high) ? .highestMost : .level, high) }
    guard most == low else { return (.middleMost, most) }
    let falls = zip(groups, groups.dropFirst()).allSatisfy { share($0) >= share($1) }
    return (falls ? .falls : .lowestMost, most)
  }
}

/// One point of an ROC curve: the effect of calling every score up to an edge a loss.
public struct ROCPoint: Hashable, Sendable {
  /// The edge: the highest score called a loss; nil for none.
  public let score: Int?
  /// The share of the kept accounts called wrongly, 0–1.
  public let falseAlarms: Double
  /// The share of the churned accounts called, 0–1.
  public let caught: Double
}

extension Backtest.Result {
  /// The points from calling nobody to calling everybody, one for each score that occurs; empty without both kinds.
  ///
  /// The area under the straight lines between the points is the AUC.
  public var rocCurve: [ROCPoint] {
    let kept = n - churned
    guard churned > 0, kept > 0 else { return [] }
    let scores = Dictionary(grouping: scored) { $0.score ?? 0 }
    var points = [ROCPoint(score: nil, falseAlarms: 0, caught: 0)]
    var called = 0
    var lost = 0
    for (score, calls) in scores.sorted(by: { $0.key < $1.key }) {
      called += calls.count
      lost += calls.count(where: \.churned)
      points.append(
        ROCPoint(
          score: score, falseAlarms: Double(called - lost) / Double(kept), caught: Double(lost) / Double(churned)))
    }
    return points
  }
}
