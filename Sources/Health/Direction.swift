/// Where a score is heading, from its changes over 1, 4 and 13 weeks.
public enum Direction: String, CaseIterable, Sendable {
  case sharpFall = "sharp_fall"
  case falling
  case new
  case rising
  case steady

  /// True for both kinds of fall.
  public var isFall: Bool { self == .falling || self == .sharpFall }

  /// The fall in one week that is sharp: what is usually the fall of a quarter.
  public static let sharpFallInWeek = 10
  /// The fall in four weeks that is sharp: three times what is a fall.
  public static let sharpFallInFourWeeks = 15
  /// The fall in four weeks that is a fall: beyond what rounding and one restless measure do.
  public static let fallInFourWeeks = 5
  /// The fall in thirteen weeks that is a fall: slow falls cost as much as fast ones.
  public static let fallInThirteenWeeks = 10
  /// The gain in four weeks that is a rise: as much as is a fall.
  public static let riseInFourWeeks = 5
  /// Days of tenure under which an account is new: there is no score of a quarter ago to compare with.
  public static let newForDays = 7 * Trend.longestChange

  /// The direction that changes of the published score make, the first rule that matches counting.
  ///
  /// First the two sharp falls, then the two falls; then an account is new by tenure or for want of any earlier score; then
  /// the rise.
  public init(changes: ScoreChanges, tenureDays: Int?) {
    func fell(_ change: Int?, by points: Int) -> Bool { change.map { $0 <= -points } ?? false }
    if fell(changes.week, by: Self.sharpFallInWeek) || fell(changes.fourWeeks, by: Self.sharpFallInFourWeeks) {
      self = .sharpFall
    } else if fell(changes.fourWeeks, by: Self.fallInFourWeeks)
      || fell(changes.thirteenWeeks, by: Self.fallInThirteenWeeks)
    {
      self = .falling
    } else if tenureDays.map({ $0 < Self.newForDays }) ?? false || changes.areUnknown {
      self = .new
    } else if let change = changes.fourWeeks, change >= Self.riseInFourWeeks {
      self = .rising
    } else {
      self = .steady
    }
  }
}

/// Differences between today's published score and those 7, 28 and 91 days ago, in points; nil where either is missing.
public struct ScoreChanges: Hashable, Sendable {
  /// Over 7 days.
  public let week: Int?
  /// Over 28 days.
  public let fourWeeks: Int?
  /// Over 91 days.
  public let thirteenWeeks: Int?

  /// The weeks that changes reach over: a week, a month and a quarter.
  public static let spans = [1, 4, Trend.longestChange]

  /// Takes the difference over each of the spans.
  public init(over change: (_ weeks: Int) -> Int?) {
    self.init(
      week: change(Self.spans[0]), fourWeeks: change(Self.spans[1]), thirteenWeeks: change(Self.spans[2]))
  }

  /// Takes the three differences.
  public init(week: Int?, fourWeeks: Int?, thirteenWeeks: Int?) {
    self.week = week
    self.fourWeeks = fourWeeks
    self.thirteenWeeks = thirteenWeeks
  }

  /// True when no earlier score exists.
  public var areUnknown: Bool { week == nil && fourWeeks == nil && thirteenWeeks == nil }
}
