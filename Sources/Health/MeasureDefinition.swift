/// How an account's observations become the one number that a measure is judged by.
public enum Reading: String, CaseIterable, Sendable {
  case latest, mean, sum, change, rhythm, peers

  /// True for readings that need dated observations over a span of days.
  public var needsHistory: Bool { isChange || self == .mean || self == .sum }

  /// True for readings that compare a window with the days before it, and are therefore ratios already.
  public var isChange: Bool { self == .change || self == .rhythm }
}

/// What a measure counts when its value is stale or never observed.
public enum AbsenceRule: String, CaseIterable, Sendable {
  /// `mostWithoutNews` at most: silence can cost, never reward.
  case cap
  /// Its weight is removed from the dimension.
  case exclude
  /// 0.
  case zero

  /// The most that a capped measure counts without fresh data: the middle of the scale, neither praise nor blame.
  public static let mostWithoutNews = 50.0
}

/// One line of a model: the measure, how it is read and how its values are scored.
public struct MeasureDefinition: Hashable, Sendable {
  /// The key of the measure of seats in use, which opens the expansion list and is what customers see as adoption
  /// unless the settings name another.
  public static let seatUse = "seat_use"

  /// The model's own name for it, unique in the model.
  public let key: String
  /// The observed or derived measure, or account column, that is read.
  public var of: String
  /// The measure that divides the value, if any.
  public var per: String?
  /// How the observations are read.
  public var reading: Reading
  /// Days that `mean`, `sum`, `change` and `rhythm` cover; they end with the last observation, of the account or, for
  /// `rhythm`, of anybody.
  public var window: Int
  /// Days before the window that `change` and `rhythm` compare with.
  public var baseline: Int
  /// The oldest age in days at which an observation is still fresh.
  public var maxAge: Int
  /// What counts when it is stale or never observed.
  public var whenAbsent: AbsenceRule
  /// The curve from value to sub-score.
  public var curve: Curve
  /// Its share within the dimension; 0 turns it off.
  public var weight: Double

  /// Days of a window by default: four whole weeks, so that every weekday counts equally often.
  public static let usualWindow = 28
  /// Days of a baseline by default: three windows, so that one odd month does not set the standard.
  public static let usualBaseline = 84
  /// Days of freshness by default: a monthly figure may be a few days late.
  public static let usualMaxAge = 35
  /// The fewest active days within a baseline that make a rhythm: with fewer, one day more or less is half of it.
  public static let fewestActiveDays = 4

  /// Creates a measure; by default it takes the latest reading, has weight 1 and caps silence.
  public init(
    key: String, of: String? = nil, per: String? = nil, reading: Reading = .latest, window: Int = usualWindow,
    baseline: Int = usualBaseline, maxAge: Int = usualMaxAge, whenAbsent: AbsenceRule = .cap, curve: Curve,
    weight: Double = 1
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
