/// Why an engine gives no answer: the cause in words, which name no secret.
public struct EngineProblem: Error, Hashable {
  /// The cause, in lower case and without a full stop.
  public let words: String
  /// Whether the settings are the place to look at, and not the engine.
  public let isOfSettings: Bool

  init(_ words: String, isOfSettings: Bool = false) {
    self.words = words
    self.isOfSettings = isOfSettings
  }

  /// The same with other words for what nobody may read.
  func hiding(_ secrets: [String]) -> EngineProblem {
    var hidden = words
    for secret in secrets where secret.utf8.count >= Self.leastSecret { hidden = hidden.replacing(secret, with: "…") }
    return EngineProblem(hidden, isOfSettings: isOfSettings)
  }

  /// Bytes of the shortest value that is hidden: shorter ones, such as a number of a port, stand in words of all kinds.
  private static let leastSecret = 4
}
