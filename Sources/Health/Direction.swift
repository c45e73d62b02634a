/// The direction of a score, from its changes over 1, 4 and 13 weeks.
public enum Direction: String, CaseIterable, Sendable {
  case sharpFall = "sharp_fall"
  case falling
  case new
  case rising
  case steady

  /// True for both kinds of fall.
  public var isFall: Bool { self == .falling || self == .sharpFall }

  /// The sharp fall in one week: usually as much as the fall of a quarter.
  public static let sharpFallInWeek = 10
  /// The sharp fall in four weeks: three times an ordinary fall.
  public static let sharpFallInFourWeeks = 15
  /// The fall in four weeks: more than rounding and one restless measure cause.
  public static let fallInFourWeeks = 5
  /// The fall in thirteen weeks: slow falls cost as much as fast ones.
  public static let fallInThirteenWeeks = 10
  /// The rise in four weeks: as much as a fall.
  public static let riseInFourWeeks = 5
  /// Days of tenure below which an account is new: it has no score of a quarter ago to compare with.
  public static let newForDays = 7 * Trend.longestChange

  /// The direction that follows from changes of the published score, by the first matching rule.
  ///
  /// The rules are the two sharp falls, then the two falls; then new, by tenure or because there is no earlier score;
  /// then the rise.
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

/// Differences between today's published score and those 7, 28 and 91 days ago, in points; nil when either is missing.
public struct ScoreChanges: Hashable, Sendable {
  /// Over 7 days.
  public let week: Int?
  /// Over 28 days.
  public let fourWeeks: Int?
  /// Over 91 days.
  public let thirteenWeeks: Int?

  /// The spans of the changes in weeks: a week, a month and a quarter.
  public static let spans = [1, 4, Trend.longestChange]

  /// Creates the changes from the difference over each of the spans.
  public init(over change: (_ weeks: Int) -> Int?) {
    self.init(
      week: change(Self.spans[0]), fourWeeks: change(Self.spans[1]), thirteenWeeks: change(Self.spans[2]))
  }

  /// Creates the changes from the three differences.
  public init(week: Int?, fourWeeks: Int?, thirteenWeeks: Int?) {
    self.week = week
    self.fourWeeks = fourWeeks
    self.thirteenWeeks = thirteenWeeks
  }

  /// True when no earlier score exists.
  public var areUnknown: Bool { week == nil && fourWeeks == nil && thirteenWeeks == nil }
}
