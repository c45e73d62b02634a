import Fitting
public import Health
public import Review

/// Whether outcomes suggest other weights of the dimensions than the model's, and with what certainty.
public struct Tuning: Sendable {
  /// One dimension of the model, with the weights being compared.
  public struct DimensionWeights: Hashable, Sendable {
    /// The name of the dimension.
    public let id: String
    /// The model's own weight.
    public let present: Double
    /// The weight when all fitted dimensions have the same.
    public let equal: Double
    /// The weight suggested by the older outcomes, rounded as in a model file.
    public let fitted: Double
    /// False when its past is unknown or it never differed, so that it keeps the model's weight.
    public let isFitted: Bool
  }

  /// The results of the three sets of weights on the newer outcomes.
  public struct Trial: Sendable {
    /// The weights that were tried, in the order of the model.
    public let weights: [DimensionWeights]
    /// The number of older outcomes they were fitted to.
    public let outcomes: Int
    /// The penalty for weights, chosen on the older outcomes alone.
    public let penalty: Double
    /// Fitted against present weights; the areas are those of both.
    public let againstPresent: AUCDifference
    /// Fitted against equal weights.
    public let againstEqual: AUCDifference
  }

  /// The conclusion.
  public enum Verdict: Hashable, Sendable {
    /// No day divides the outcomes so that 10 churned and 10 kept ones are on both sides.
    case tooFewOutcomes
    /// Fewer than two dimensions of the base model have a known past and differ between accounts.
    case nothingToWeigh
    /// No dimension points the right way on the older outcomes.
    case noSign
    /// The fit failed.
    case noFit(String)
    /// The fitted weights are the model's own.
    case same
    /// The interval of the difference contains 0.
    case withinNoise
    /// The fitted weights are worse beyond noise.
    case worse
    /// The fitted weights are better beyond noise.
    case better
  }

  /// Every account with a decision and a score before it.
  public let decisions: [PastDecision]
  /// The outcomes in two parts; nil when there are too few.
  public let split: OutcomeSplit?
  /// The comparison of the weights; nil when there was nothing to compare.
  public let trial: Trial?
  /// The conclusion.
  public let verdict: Verdict
}

extension Tuning {
  /// Fits the weights of the base model's dimensions on older outcomes and judges them on newer ones.
  ///
  /// It learns from the accounts of the models that take all weights from the base model. It judges by all accounts,
  /// each with its own model, in which every weight taken from the base model changes with it.
  public init(_ decisions: [PastDecision], models: Models) {
    self.decisions = decisions
    split = OutcomeSplit(decisions)
    guard let split else {
      (trial, verdict) = (nil, .tooFewOutcomes)
      return
    }
    (trial, verdict) = Self.judge(split, models: models)
  }

  private static func judge(_ split: OutcomeSplit, models: Models) -> (Trial?, Verdict) {
    let base = models.all[0].dimensions
    let followsBase = models.all.map { $0.dimensions.map(\.weight) == base.map(\.weight) }
    let learnt = split.older.filter { followsBase[$0.model] }
    let positions = base.indices.filter { position in
      base[position].weight > 0 && Set(learnt.compactMap { $0.dimensions[position] }).count > 1
    }
    guard Set(learnt.map(\.churned)).count == 2, positions.count > 1 else { return (nil, .nothingToWeigh) }
    let fit: WeightFit
    do throws(FitFailure) {
      fit = try WeightFit(learnt, dimensions: positions)
    } catch {
      return (nil, .noFit(error.reason))
    }
    guard let weights = weights(fit.weights, at: positions, of: base) else { return (nil, .noSign) }

    func scores(_ decisions: [PastDecision], by weight: (DimensionWeights) -> Double) -> [Double?] {
      decisions.map { decision in
        let own = models.all[decision.model].dimensions.map(\.weight)
        let used = own.indices.map { own[$0] == base[$0].weight ? weight(weights[$0]) : own[$0] }
        return weightedMean(decision.dimensions, weights: used)
      }
    }
    let fitted = scores(split.newer, by: \.fitted)
    func difference(to weight: (DimensionWeights) -> Double) -> AUCDifference? {
      let pairs = zip(split.newer, zip(fitted, scores(split.newer, by: weight))).compactMap { decision, both in
        both.0.flatMap { first in both.1.map { (churned: decision.churned, signs: (first: first, second: $0)) } }
      }
      return AUCDifference(
        churned: pairs.filter(\.churned).map(\.signs), kept: pairs.filter { !$0.churned }.map(\.signs))
    }
    guard let againstPresent = difference(to: \.present), let againstEqual = difference(to: \.equal) else {
      return (nil, .tooFewOutcomes)
    }
    let trial = Trial(
      weights: weights, outcomes: learnt.count, penalty: fit.penalty, againstPresent: againstPresent,
      againstEqual: againstEqual)
    if weights.allSatisfy({ $0.present == $0.fitted }) { return (trial, .same) }
    guard againstPresent.isBeyondNoise else { return (trial, .withinNoise) }
    return (trial, againstPresent.value > 0 ? .better : .worse)
  }

  /// The three sets of weights, on the scale of the model's own and rounded to about a hundredth of their sum; nil when
  /// all fitted ones are 0.
  private static func weights(_ fitted: [Double], at positions: [Int], of base: [Dimension]) -> [DimensionWeights]? {
    let whole = positions.reduce(0) { $0 + base[$1].weight }
    let sum = fitted.reduce(0, +)
    guard sum > 0 else { return nil }
    var decimals = 0
    var unit = 1.0
    while whole / unit < 100, decimals < 6 {
      unit /= 10
      decimals += 1
    }
    let rounded = apportioned(fitted.map { $0 * whole / sum }, to: whole, decimals: decimals)
    return base.indices.map { index in
      let place = positions.firstIndex(of: index)
      let own = base[index].weight
      return DimensionWeights(
        id: base[index].id, present: own, equal: place == nil ? own : whole / Double(positions.count),
        fitted: place.map { rounded[$0] } ?? own, isFitted: place != nil)
    }
  }
}

extension Tuning {
  /// The number of newer outcomes at which the difference found would be beyond noise, if it stayed the same; nil
  /// unless the fitted weights did better, within noise.
  ///
  /// An interval narrows with the square root of the number: a difference of half its margin takes four times as many.
  public var newerOutcomesNeeded: Int? {
    guard verdict == .withinNoise, let trial, let split, trial.againstPresent.value > 0 else { return nil }
    let interval = trial.againstPresent.interval
    let margin = (interval.upperBound - interval.lowerBound) / 2
    let times = margin / trial.againstPresent.value
    let needed = (Double(split.newer.count) * times * times).rounded(.up)
    return needed < 1e6 ? Int(needed) : nil
  }

  /// The change to the model as its file would record it; nil unless the fitted weights are better.
  ///
  /// - Parameter day: the day of the fit.
  public func suggestion(on day: Day) -> Suggestion? {
    guard verdict == .better, let trial, let split else { return nil }
    return Suggestion(
      weights: trial.weights.filter { $0.present != $0.fitted }.map { ($0.id, $0.fitted) },
      fitted: Models.Fitted(on: day, outcomes: trial.outcomes, until: split.until))
  }

  /// Other weights for the base model, and what they were fitted to.
  public struct Suggestion: Sendable {
    /// Dimensions that change, with their new weights.
    public let weights: [(dimension: String, weight: Double)]
    /// The mark that the model then carries.
    public let fitted: Models.Fitted
  }
}
