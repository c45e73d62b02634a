/// Words that tell our private view when they are close together, such as "score" near 82 or "flag" near "red".
enum ViewWords {
  private static func words(_ text: String) -> Set<UInt64> {
    Set(text.split(separator: " ").map { SearchText(String($0)).words[0] })
  }

  private static let colours = words(
    "green greens yellow yellows red reds amber vert verte verts vertes jaune jaunes rouge rouges")
  private static let scores = words(
    "score scores scored scoring flag flags flagged flagging drapeau drapeaux sentiment")
  private static let conditions = words("health band bands rating sante notation exposure")
  private static let leaving = words(
    "churn churns churned churning attrition renewal renewals renew renewing renouvellement renouvellements")
  private static let risks = words(
    "risk risks risky risque risques forecast forecasts prediction prevision previsions probability probabilite")
  private static let readers = words("you account compte vous")
  private static let being = words("are re is was were now etes est sont turned")
  private static let alone = words("churnrisk healthscore churning")
  private static let before = words("at a")
  private static let between = words("out of on sur")
  private static let hundred = words("100")
  private static let distance = 4

  /// A text with words for the coloured signs in it, which people use for bands.
  static func withColourWords(_ text: String) -> String {
    guard text.utf8.contains(0xF0) else { return text }
    return text.unicodeScalars.map { scalar in
      for (colour, signs) in [("green", "🟢🟩💚"), ("yellow", "🟡🟨💛🟠🟧🧡"), ("red", "🔴🟥")]
      where signs.unicodeScalars.contains(scalar) { return " \(colour) " }
      return String(scalar)
    }.joined()
  }

  /// The words at which a text mentions a score, a band, a flag or a forecast of the account.
  ///
  /// - Parameters:
  ///   - isSpared: for each word, whether it is the customer's own; a match of such words only does not count.
  ///   - isKnown: for each word, whether the settings give it another meaning; a match with such a word does not count.
  static func positions(in text: SearchText, score: Int?, isSpared: [Bool], isKnown: [Bool]) -> [Int] {
    let number = score.map { SearchText.hash(String($0).utf8) }
    let words = text.words
    func tells(_ positions: Int...) -> Bool {
      positions.contains { !isSpared[$0] } && !positions.contains { isKnown[$0] }
    }
    return words.indices.filter { position in
      let word = words[position]
      func isNear(_ set: Set<UInt64>) -> Bool {
        (max(0, position - distance)..<min(words.count, position + distance + 1)).contains {
          $0 != position && set.contains(words[$0]) && tells(position, $0)
        }
      }
      if alone.contains(word), tells(position) { return true }
      if scores.contains(word), isNear(colours) || isNear(risks) { return true }
      if conditions.contains(word), isNear(colours) { return true }
      if leaving.contains(word), isNear(colours) || isNear(risks) { return true }
      // A figure next to the customer's own score of something is that score's.
      if scores.contains(word) || conditions.contains(word), let number, tells(position), isNear([number]) {
        return true
      }
      if readers.contains(word), position + 2 < words.count, being.contains(words[position + 1]) {
        let after = position + 2..<min(words.count, position + 5)
        if after.contains(where: {
          (colours.contains(words[$0]) || risks.contains(words[$0]) && before.contains(words[$0 - 1]))
            && tells(position, $0)
        }) {
          return true
        }
      }
      // "82/100", "82 out of 100", on one line.
      if word == number, let end = words[(position + 1)...].prefix(3).firstIndex(where: { !between.contains($0) }) {
        return hundred.contains(words[end]) && text.lines[end] == text.lines[position] && tells(position, end)
      }
      return false
    }
  }
}
