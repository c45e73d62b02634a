/// The target for retention in the settings, as shares.
public struct RetentionTarget: Hashable, Sendable {
  /// The target for gross retention, 0–1; nil when the settings name none.
  public let gross: Double?
  /// The target for net retention; nil when the settings name none.
  public let net: Double?

  /// Creates a target from the settings.
  public init(gross: Double?, net: Double?) {
    self.gross = gross
    self.net = net
  }
}
