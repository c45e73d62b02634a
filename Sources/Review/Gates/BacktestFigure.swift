import Health

/// A figure of the backtest that a gate can be set on; shares and rates are fractions, lead time is in days.
public enum BacktestFigure: String, GateFigure {
  case auc
  case aucLow = "auc_low"
  case aucHigh = "auc_high"
  case missed, recall, precision, lift
  case leadTime = "lead_time"
  case churnRate = "churn_rate"
  case greenRate = "green_rate"
  case yellowRate = "yellow_rate"
  case redRate = "red_rate"
  case n, churned, unscored, rescored

  /// True for figures between 0 and 1 that are usually written in per cent.
  public var isShare: Bool {
    switch self {
    case .missed, .recall, .precision, .churnRate, .greenRate, .yellowRate, .redRate: true
    case .auc, .aucLow, .aucHigh, .lift, .leadTime, .n, .churned, .unscored, .rescored: false
    }
  }

  /// Part of the sentence that names an unknown figure.
  public static var owner: String { "the backtest" }

  /// An area above that of chance, for every figure.
  public var usualComparison: String { "< 0.6" }

  /// True for figures between 0 and 1, whether or not they are usually written in per cent.
  public var isFraction: Bool { isShare || [.auc, .aucLow, .aucHigh].contains(self) }

  /// What figures that count accounts or days say of themselves.
  public var wordsForNoShare: String? {
    switch self {
    case .leadTime: "is in days"
    case .n, .churned, .unscored, .rescored: "counts accounts"
    default: nil
    }
  }

  /// The figure at one horizon; nil when there are too few outcomes for it.
  public func value(in result: Backtest.Result) -> Double? {
    switch self {
    case .auc: result.auc?.value
    case .aucLow: result.auc?.interval.lowerBound
    case .aucHigh: result.auc?.interval.upperBound
    case .missed: result.missed.share
    case .recall: result.recall.share
    case .precision: result.precision.share
    case .lift: result.lift
    case .leadTime: result.leadTimeMedian
    case .churnRate: result.baseRate.share
    case .greenRate: result.rate(of: .green).share
    case .yellowRate: result.rate(of: .yellow).share
    case .redRate: result.rate(of: .red).share
    case .n: Double(result.n)
    case .churned: Double(result.churned)
    case .unscored: Double(result.rate(of: .unscored).n)
    case .rescored: Double(result.rescored.calls.count)
    }
  }

  /// Why the figure is unknown at a horizon, in words; meaningful only when its value is nil.
  public func reasonUnknown(in result: Backtest.Result) -> String {
    switch self {
    case .auc, .aucLow, .aucHigh:
      "\(result.churned) lost and \(result.n - result.churned) kept, and it takes \(AUC.fewest) of each"
    case .missed, .recall, .leadTime: result.churned == 0 ? "nobody was lost" : "no lost account was active before"
    case .lift, .precision, .redRate: result.churned == 0 && self == .lift ? "nobody was lost" : "no account was red"
    case .greenRate: "no account was green"
    case .yellowRate: "no account was yellow"
    case .churnRate: "no account had a score"
    case .n, .churned, .unscored, .rescored: "it is always known"
    }
  }
}
