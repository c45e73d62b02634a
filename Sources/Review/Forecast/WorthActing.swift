/// Whether it pays to act on accounts of a kind, by how often such accounts left.
///
/// Acting on a group beats leaving it alone exactly when its loss rate is above the rate from which the effort pays
/// (Vickers, van Calster and Steyerberg, "A simple, step-by-step guide to interpreting decision curve analysis", 2019).
public struct WorthActing: Hashable, Sendable {
  /// What the outcomes say.
  public enum Verdict: String, CaseIterable, Sendable {
    /// The whole interval of the loss rate lies above the rate from which acting pays.
    case worth
    /// It lies below.
    case not
    /// It contains that rate.
    case cannotTell = "cannot_tell"
  }

  /// How many of the accounts left.
  public let lost: Rate
  /// The loss rate from which acting pays, between 0 and 1.
  public let threshold: Double

  /// Creates a judgement of accounts of which some left.
  public init(lost: Rate, threshold: Double) {
    self.lost = lost
    self.threshold = threshold
  }

  /// What the outcomes say; without any they cannot tell.
  public var verdict: Verdict {
    guard let interval = lost.interval, !interval.contains(threshold) else { return .cannotTell }
    return interval.lowerBound > threshold ? .worth : .not
  }

  /// The outcomes beyond which it could be told, if as large a share left as so far; nil where it is told, where that
  /// share is the threshold, and without outcomes.
  ///
  /// Wilson's interval of a share p of n excludes t exactly when n > z²·t·(1 − t) ÷ (p − t)². For a threshold of 10 %
  /// and 3 of 30 there is no such number; for 4 of 20 there is one, 35.
  public var outcomesNeeded: Int? {
    guard verdict == .cannotTell, let share = lost.share else { return nil }
    let distance = share - threshold
    let needed = Rate.z * Rate.z * threshold * (1 - threshold) / (distance * distance)
    return needed < Self.most ? Int(needed.rounded(.down)) + 1 : nil
  }

  /// Beyond so many outcomes a number is of no use to a team.
  private static let most = 100_000.0
}

extension Rate {
  /// How many accounts of the kind must be called to reach one that leaves: 1 ÷ the share; nil where nobody left.
  ///
  /// Of 6 of 10 it is 1.67.
  public var perOne: Double? { count > 0 ? Double(n) / Double(count) : nil }
}

extension ListID {
  /// Whether the backtest can say how many accounts of the list left: not of `renewals`, which every account that
  /// decides is near, of `spotCheck`, which is a share of the greens, and of `expansion`, which is about growth.
  public var isAboutLosses: Bool {
    switch self {
    case .renewals, .spotCheck, .expansion: false
    default: true
    }
  }
}

extension Backtest.Result {
  /// The loss rate of the accounts that were on a list; nil for lists that are not about losses.
  public func rate(on list: ListID) -> Rate? {
    list.isAboutLosses ? rate { $0.lists.contains(list) } : nil
  }
}
