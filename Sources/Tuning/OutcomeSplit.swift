public import Health
import Review

/// Outcomes divided in time: older ones to learn from, newer ones to judge by.
public struct OutcomeSplit: Sendable {
  /// The last day of the older ones.
  public let until: Day
  /// Decisions up to and on that day, in order of day.
  public let older: [PastDecision]
  /// Decisions after it, in order of day.
  public let newer: [PastDecision]

  /// The wanted share of the rarer kind of outcome among the older ones.
  static let wantedShare = 0.6

  /// Divides the outcomes at the day that puts closest to 60 % of the rarer kind among the older ones; nil when no day
  /// leaves 10 churned and 10 kept on both sides.
  ///
  /// Outcomes of one day stay together, so no day is used for both learning and judging.
  public init?(_ decisions: [PastDecision]) {
    let churned = decisions.count(where: \.churned)
    let kept = decisions.count - churned
    let ordered = decisions.sorted { $0.decidedOn < $1.decidedOn }
    var before = (churned: 0, kept: 0)
    var best: (position: Int, distance: Double)?
    for (position, decision) in ordered.enumerated() {
      if decision.churned { before.churned += 1 } else { before.kept += 1 }
      guard position + 1 < ordered.count, ordered[position + 1].decidedOn > decision.decidedOn else { continue }
      let fewest = min(before.churned, before.kept, churned - before.churned, kept - before.kept)
      guard fewest >= AUC.fewest else { continue }
      let share = churned <= kept ? Double(before.churned) / Double(churned) : Double(before.kept) / Double(kept)
      let distance = abs(share - Self.wantedShare)
      if distance < best?.distance ?? .infinity { best = (position, distance) }
    }
    guard let best else { return nil }
    until = ordered[best.position].decidedOn
    older = Array(ordered[...best.position])
    newer = Array(ordered[(best.position + 1)...])
  }
}
