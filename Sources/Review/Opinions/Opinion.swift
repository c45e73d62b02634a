public import Health

/// What a colleague said of an account without having seen the flag of whoever knows it.
///
/// It moves no list, no figure and no score; it shows how far flags depend on who gives them.
public struct Opinion: Sendable {
  /// The day on which it was said.
  public let date: Day
  /// The flag that the colleague would give.
  public let flag: Sentiment.Flag
  /// Who said it; nil where the table does not say.
  public let by: String?
  /// The reason, in free text.
  public let reason: Remark?

  /// Creates an opinion from the columns of its table.
  public init(date: Day, flag: Sentiment.Flag, by: String? = nil, reason: Remark? = nil) {
    self.date = date
    self.flag = flag
    self.by = by
    self.reason = reason
  }
}
