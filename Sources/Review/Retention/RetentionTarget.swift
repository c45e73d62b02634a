/// What the settings want retention to be, as shares.
public struct RetentionTarget: Hashable, Sendable {
  /// Gross, 0–1; nil where the settings name none.
  public let gross: Double?
  /// Net; nil where the settings name none.
  public let net: Double?

  /// Takes what the settings say.
  public init(gross: Double?, net: Double?) {
    self.gross = gross
    self.net = net
  }
}
