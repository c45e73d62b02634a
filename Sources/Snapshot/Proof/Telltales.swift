/// Words that tell of our private view when they stand near each other, such as "score" near 82 or "flag" near "red".
struct Telltales {
  private static let subjects = Set(
    [
      "score", "scored", "scoring", "health", "santé", "band", "bande", "flag", "flagged", "drapeau", "sentiment",
      "rating", "exposure", "exposition", "churn", "attrition", "renewal", "renouvellement",
    ].map(Self.hash))
  private static let judgements = Set(
    [
      "green", "yellow", "red", "amber", "unscored", "vert", "verte", "jaune", "rouge", "orange", "risk", "risque",
      "probability", "probabilité", "forecast", "prévision",
    ].map(Self.hash))

  /// How many words may lie between the two.
  private static let distance = 4

  /// True when a text speaks of a score, a band, a flag or a forecast of the account.
  static func tells(_ text: SearchText, score: Int?) -> Bool {
    let number = score.map { Self.hash(String($0)) }
    for (position, word) in text.words.enumerated() where subjects.contains(word) {
      let near = text.words[max(0, position - distance)..<min(text.words.count, position + distance + 1)]
      if near.contains(where: { judgements.contains($0) || $0 == number }) { return true }
    }
    return false
  }

  private static func hash(_ word: String) -> UInt64 { SearchText(word).words.first ?? 0 }
}
