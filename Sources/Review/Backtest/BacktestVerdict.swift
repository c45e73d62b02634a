extension Backtest {
  /// Whether a score can be trusted, as far as the outcomes tell.
  public enum Verdict: Hashable, Sendable {
    /// Fewer than 10 churned or 10 kept accounts: nothing can be said yet.
    case notEnough
    /// The interval of the AUC holds 0.5.
    case chance
    /// The whole interval lies below 0.5: high scores churned more often.
    case worseThanChance
    /// The whole interval lies above 0.5.
    case better(Strength)
  }

  /// How well a score that beats chance singles out the churned, at the least: by the lower end of its AUC's interval.
  public enum Strength: String, CaseIterable, Sendable {
    /// Below 0.6.
    case slight
    /// From 0.6.
    case fair
    /// From 0.7.
    case good
    /// From 0.8.
    case strong

    /// An AUC of 0.5–1.
    public init(auc value: Double) {
      // What arithmetic left a billionth short of an edge is on it.
      let value = value + 1e-9
      self = value < 0.6 ? .slight : value < 0.7 ? .fair : value < 0.8 ? .good : .strong
    }
  }
}

extension Backtest.Verdict {
  /// What an AUC says; nil stands for too few outcomes.
  public init(_ auc: AUC?) {
    guard let auc else {
      self = .notEnough
      return
    }
    if auc.reliable.contains(0.5) {
      self = .chance
    } else {
      self = auc.value < 0.5 ? .worseThanChance : .better(Backtest.Strength(auc: auc.reliable.lowerBound))
    }
  }
}

extension Backtest.Result {
  /// What the outcomes of this horizon say of the score.
  public var verdict: Backtest.Verdict { Backtest.Verdict(auc) }

  /// Churned accounts that are missing for an AUC.
  public var churnedMissing: Int { max(0, AUC.fewest - churned) }
  /// Kept accounts that are missing for an AUC.
  public var keptMissing: Int { max(0, AUC.fewest - (n - churned)) }

  /// How many outcomes it would take, at the share of churned ones found so far, until the interval of a score of a given
  /// AUC would not hold 0.5 any more; nil where nobody or everybody churned, or beyond a million.
  ///
  /// With 10 % churned, an AUC of 0.7 shows from 100 outcomes on, of which 10 are churned ones, and 0.6 from 376.
  public func outcomesNeeded(toTell value: Double) -> Int? {
    guard let share = baseRate.share, share > 0, share < 1 else { return nil }
    return AUC.outcomesNeeded(toTell: value, churnedShare: share)
  }
}

extension AUC {
  /// The smallest number of outcomes, a given share of them churned, at which an AUC would be told from 0.5; nil beyond a
  /// million.
  public static func outcomesNeeded(toTell value: Double, churnedShare share: Double) -> Int? {
    func shows(_ n: Int) -> Bool {
      let (churned, kept) = (Double(n) * share, Double(n) * (1 - share))
      return churned >= Double(fewest) && kept >= Double(fewest)
        && margin(of: value, churned: churned, kept: kept) < abs(value - 0.5)
    }
    var high = 1_000_000
    guard shows(high) else { return nil }
    var low = 0
    while high - low > 1 {
      let middle = (low + high) / 2
      if shows(middle) { high = middle } else { low = middle }
    }
    return high
  }
}

extension Review {
  /// The backtest at the horizon that verdicts are given at.
  public var judged: Backtest.Result {
    backtest[Self.callHorizon] ?? Backtest.Result(horizon: Self.callHorizon, calls: [], leftOut: [])
  }
}
