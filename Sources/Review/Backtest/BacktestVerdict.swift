import Health

extension Backtest {
  /// Whether a score can be trusted, as far as the outcomes show.
  public enum Verdict: Hashable, Sendable {
    /// Fewer than `AUC.fewest` churned or kept accounts: it is too early to say.
    case notEnough
    /// The interval of the AUC contains 0.5 and reaches `Backtest.chanceBound` or beyond: the outcomes are consistent
    /// with both a useless and a useful score, and too few to tell them apart.
    case cannotTell
    /// The interval of the AUC contains 0.5 and ends below `Backtest.chanceBound`.
    case chance
    /// The whole interval is below 0.5: high scores churned more often.
    case worseThanChance
    /// The whole interval is above 0.5.
    case better(Strength)
  }

  /// The AUC of a coin.
  public static let chance = 0.5

  /// The upper end of an AUC's interval from which the score may no longer be called chance.
  ///
  /// Below it the score orders fewer than two of three pairs correctly at best. Where the outcomes are enough for a
  /// score with an AUC of 0.6 to stand out in four cases of five, an interval that contains 0.5 ends below it: such an
  /// interval is at most 2 × 1.96 ÷ 2.80 × 0.1 = 0.14 wide.
  public static let chanceBound = 0.65

  /// How well a score that beats chance singles out the churned, at least: by the lower end of its AUC's interval.
  public enum Strength: String, CaseIterable, Sendable {
    case slight, fair, good, strong

    /// The smallest lower end of the AUC's interval for a strength: steps of a tenth, as such figures are usually
    /// graded.
    public var smallestAUC: Double {
      switch self {
      case .slight: Backtest.chance
      case .fair: 0.6
      case .good: 0.7
      case .strong: 0.8
      }
    }

    /// Grades an AUC of 0.5–1.
    public init(auc value: Double) {
      // A value that arithmetic left a billionth below an edge counts as on it.
      self = Self.allCases.last { value + Score.tolerance >= $0.smallestAUC } ?? .slight
    }
  }
}

extension Backtest.Verdict {
  /// Creates the verdict of an AUC; nil means too few outcomes.
  public init(_ auc: AUC?) {
    guard let auc else {
      self = .notEnough
      return
    }
    if auc.reliable.contains(Backtest.chance) {
      self = auc.reliable.upperBound < Backtest.chanceBound ? .chance : .cannotTell
    } else {
      self = auc.value < Backtest.chance ? .worseThanChance : .better(Backtest.Strength(auc: auc.reliable.lowerBound))
    }
  }
}

extension Backtest.Result {
  /// The verdict of the outcomes at this horizon on the score.
  public var verdict: Backtest.Verdict { Backtest.Verdict(auc) }

  /// The number of churned accounts missing for an AUC.
  public var churnedMissing: Int { max(0, AUC.fewest - churned) }
  /// The number of kept accounts missing for an AUC.
  public var keptMissing: Int { max(0, AUC.fewest - (n - churned)) }

  /// The number of outcomes, with the share of churned ones found so far, at which a score of a given AUC would stand
  /// out from chance in four cases of five; nil when nobody or everybody churned, or beyond a million.
  ///
  /// With 10 % churned, an AUC of 0.7 takes 182 outcomes, and 0.6 takes 768.
  public func outcomesNeeded(toTell value: Double) -> Int? {
    guard let share = baseRate.share, share > 0, share < 1 else { return nil }
    return AUC.outcomesNeeded(toTell: value, churnedShare: share)
  }
}

extension AUC {
  /// The 80 % quantile of the standard normal distribution.
  static let powerZ = 0.841621

  /// The smallest number of outcomes, a given share of them churned, that distinguishes an AUC from 0.5 with a power of
  /// 80 %; nil beyond a million.
  ///
  /// The figure that is found scatters around the true one. Its 95 % interval excludes 0.5 in four cases of five when
  /// (1.96 + 0.84) standard errors are less than the distance from 0.5: the normal approximation of Hanley and McNeil
  /// ("The Meaning and Use of the Area under a ROC Curve", Radiology 143, 1982), with the error at the AUC in both
  /// places. When only 1.96 standard errors are, it does so in every second case.
  public static func outcomesNeeded(toTell value: Double, churnedShare share: Double) -> Int? {
    func shows(_ n: Int) -> Bool {
      let (churned, kept) = (Double(n) * share, Double(n) * (1 - share))
      return churned >= Double(fewest) && kept >= Double(fewest)
        && margin(of: value, churned: churned, kept: kept) * (Rate.z + powerZ) / Rate.z < abs(value - Backtest.chance)
    }
    let counts = 1...1_000_000
    let needed = counts.partitioningIndex(where: shows)
    return needed < counts.endIndex ? counts[needed] : nil
  }
}

extension Review {
  /// The result at the horizon used for verdicts.
  public var judged: Backtest.Result {
    backtest[Self.callHorizon] ?? Backtest.Result(horizon: Self.callHorizon, calls: [], leftOut: [])
  }
}
