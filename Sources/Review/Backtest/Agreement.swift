public import Health

/// How a person's flag stands to the band by score.
public enum Agreement: String, CaseIterable, Sendable {
  /// The person sees it worse than the score.
  case worse
  /// Both say the same.
  case agree
  /// The person sees it better than the score.
  case better
  /// There is no current flag, or no score, to compare.
  case noFlag = "none"

  /// A band and the flag that was current, if any.
  public init(band: Band, flag: Sentiment.Flag?) {
    guard band != .unscored, let flag else {
      self = .noFlag
      return
    }
    self = flag.severity > band.severity ? .worse : flag.severity < band.severity ? .better : .agree
  }
}
