import Health

/// A flag that needs a reason and has none: yellow, red, or different from the score's band.
public struct UnexplainedFlag: Sendable {
  /// The position of the account in the evidence.
  public let account: Int
  /// The flag.
  public let sentiment: Sentiment
  /// True when a green flag contradicts a yellow or red band; false when the flag itself is yellow or red.
  public let contradictsScore: Bool

  /// Creates an unexplained flag; nil when the latest flag is explained or needs no explanation.
  init?(_ account: AccountReview) {
    guard let sentiment = account.sentiment, sentiment.reason == nil else { return nil }
    let band = account.score.band
    let isWorse = sentiment.flag != .green
    guard isWorse || band == .yellow || band == .red else { return nil }
    self.account = account.account
    self.sentiment = sentiment
    contradictsScore = !isWorse
  }
}
