/// Where a score is heading, from its changes over 1, 4 and 13 weeks.
public enum Direction: String, CaseIterable, Sendable {
  case sharpFall = "sharp_fall"
  case falling
  case new
  case rising
  case steady

  /// True for both kinds of fall.
  public var isFall: Bool { self == .falling || self == .sharpFall }

  /// The direction that changes of the published score make, the first rule that matches counting.
  ///
  /// A fall of 10 in a week or 15 in four is sharp; 5 in four weeks or 10 in thirteen is a fall; under 91 days of
  /// tenure, or without any earlier score, an account is new; a gain of 5 in four weeks is a rise.
  public init(changes: ScoreChanges, tenureDays: Int?) {
    func fell(_ change: Int?, by points: Int) -> Bool { change.map { $0 <= -points } ?? false }
    if fell(changes.week, by: 10) || fell(changes.fourWeeks, by: 15) {
      self = .sharpFall
    } else if fell(changes.fourWeeks, by: 5) || fell(changes.thirteenWeeks, by: 10) {
      self = .falling
    } else if tenureDays.map({ $0 < 91 }) ?? false || changes.areUnknown {
      self = .new
    } else if let change = changes.fourWeeks, change >= 5 {
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

  /// Takes the three differences.
  public init(week: Int?, fourWeeks: Int?, thirteenWeeks: Int?) {
    self.week = week
    self.fourWeeks = fourWeeks
    self.thirteenWeeks = thirteenWeeks
  }

  /// True when no earlier score exists.
  public var areUnknown: Bool { week == nil && fourWeeks == nil && thirteenWeeks == nil }
}
