/// How an account's observations become the one number that a measure is judged by.
public enum Reading: String, CaseIterable, Sendable {
  case latest, mean, sum, change, peers

  /// True for readings that need dated observations over a span of days.
  public var needsHistory: Bool { self == .mean || self == .sum || self == .change }
}

/// What a measure counts when its value is stale or was never seen.
public enum AbsenceRule: String, CaseIterable, Sendable {
  /// At most 50: silence can cost, never reward.
  case cap
  /// Its weight leaves the dimension.
  case exclude
  /// Nothing at all.
  case zero
}

/// One line of a model: which measure is read, how it is read and what its values are worth.
public struct MeasureDefinition: Hashable, Sendable {
  /// The key of the measure of seats in use, which opens the expansion list and is what customers see as adoption where
  /// nothing else is named.
  public static let seatUse = "seat_use"

  /// The model's own name for it, unique in the model.
  public let key: String
  /// The observed or derived measure, or account column, that is read.
  public var of: String
  /// Divides the value, where given.
  public var per: String?
  /// How the observations are read.
  public var reading: Reading
  /// Days that `mean`, `sum` and `change` look at, ending with the last observation.
  public var window: Int
  /// Days before the window that `change` compares with.
  public var baseline: Int
  /// The oldest age in days at which an observation is still fresh.
  public var maxAge: Int
  /// What counts when it is stale or never seen.
  public var whenAbsent: AbsenceRule
  /// From value to sub-score.
  public var curve: Curve
  /// Its share within the dimension; 0 turns it off.
  public var weight: Double

  /// A measure with the contract's defaults: latest reading, 28 and 84 days, 35 days of freshness, weight 1.
  public init(
    key: String, of: String? = nil, per: String? = nil, reading: Reading = .latest, window: Int = 28,
    baseline: Int = 84, maxAge: Int = 35, whenAbsent: AbsenceRule = .cap, curve: Curve, weight: Double = 1
  ) {
    self.key = key
    self.of = of ?? key
    self.per = per
    self.reading = reading
    self.window = window
    self.baseline = baseline
    self.maxAge = maxAge
    self.whenAbsent = whenAbsent
    self.curve = curve
    self.weight = weight
  }
}
