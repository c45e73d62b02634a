import Fitting
public import Health
public import Review

/// Whether outcomes ask for other weights of the dimensions than the model's, and how sure that is.
public struct Tuning: Sendable {
  /// One dimension of the model, with the weights that are held against each other.
  public struct DimensionWeights: Hashable, Sendable {
    /// The name of the dimension.
    public let id: String
    /// The model's own.
    public let present: Double
    /// All that can be fitted alike.
    public let equal: Double
    /// What the older outcomes ask for, rounded as a model file would have it.
    public let fitted: Double
    /// False where it was not known of the past, or never differed, so that it keeps the model's weight.
    public let isFitted: Bool
  }

  /// The three sets of weights on the newer outcomes.
  public struct Trial: Sendable {
    /// The weights that were tried, in the order of the model.
    public let weights: [DimensionWeights]
    /// How many older outcomes they were fitted on.
    public let outcomes: Int
    /// How much a weight cost, chosen on the older outcomes alone.
    public let penalty: Double
    /// Fitted against present weights; its areas are those of the fitted and of the present ones.
    public let againstPresent: AUCDifference
    /// Fitted against equal weights.
    public let againstEqual: AUCDifference
  }

  /// What follows.
  public enum Verdict: Hashable, Sendable {
    /// No day parts the outcomes so that 10 churned and 10 kept ones lie on both sides.
    case tooFewOutcomes
    /// Fewer than two dimensions of the base model are known of the past and differ between accounts.
    case nothingToWeigh
    /// By the older outcomes no dimension points the right way.
    case noSign
    /// The fit could not be made.
    case noFit(String)
    /// The fitted weights are the model's own.
    case same
    /// The interval of the difference holds 0.
    case withinNoise
    /// The fitted weights are worse, and beyond noise.
    case worse
    /// The fitted weights are better, and beyond noise.
    case better
  }

  /// Every account with a decision and a score before it.
  public let decisions: [PastDecision]
  /// The outcomes in two parts; nil when there are too few.
  public let split: OutcomeSplit?
  /// The weights held against each other; nil where there was nothing to compare.
  public let trial: Trial?
  /// What follows.
  public let verdict: Verdict
}

extension Tuning {
  /// Fits the weights of the base model's dimensions on older outcomes and judges them on newer ones.
  ///
  /// It learns from the accounts of the models that have all weights from the base model. It judges by all accounts, each
  /// by its own model, in which every weight that is the base model's changes with it.
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

  /// The three sets of weights, to the scale of the model's own and rounded to about a hundredth of their sum; nil when
  /// all that were fitted are 0.
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
  /// How many newer outcomes it would take for the difference found to be beyond noise, were it to stay what it is; nil
  /// unless the fitted weights did better, within noise.
  ///
  /// An interval narrows with the root of the number: a difference of half its margin takes four times as many.
  public var newerOutcomesNeeded: Int? {
    guard verdict == .withinNoise, let trial, let split, trial.againstPresent.value > 0 else { return nil }
    let interval = trial.againstPresent.interval
    let margin = (interval.upperBound - interval.lowerBound) / 2
    let times = margin / trial.againstPresent.value
    let needed = (Double(split.newer.count) * times * times).rounded(.up)
    return needed < 1e6 ? Int(needed) : nil
  }

  /// The model's change as its file would tell it; nil unless the fitted weights are better.
  ///
  /// - Parameter day: the day of the fit.
  public func suggestion(on day: Day) -> Suggestion? {
    guard verdict == .better, let trial, let split else { return nil }
    return Suggestion(
      weights: trial.weights.filter { $0.present != $0.fitted }.map { ($0.id, $0.fitted) },
      fitted: Models.Fitted(on: day, outcomes: trial.outcomes, until: split.until))
  }

  /// Other weights for the base model, and what they were fitted on.
  public struct Suggestion: Sendable {
    /// Dimensions that change, with their new weights.
    public let weights: [(dimension: String, weight: Double)]
    /// The mark that the model carries from then on.
    public let fitted: Models.Fitted
  }
}
