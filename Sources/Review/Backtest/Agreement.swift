public import Health

/// How a person's flag compares with the band by score.
public enum Agreement: String, CaseIterable, Sendable {
  /// The flag is worse than the score's band.
  case worse
  /// Both are the same.
  case agree
  /// The flag is better than the score's band.
  case better
  /// There is no current flag, or no score, to compare.
  case noFlag = "none"

  /// Compares a band with the current flag, if any.
  public init(band: Band, flag: Sentiment.Flag?) {
    guard band != .unscored, let flag else {
      self = .noFlag
      return
    }
    self = flag.severity > band.severity ? .worse : flag.severity < band.severity ? .better : .agree
  }
}
