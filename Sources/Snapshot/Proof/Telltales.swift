/// Words that tell of our private view when they stand near each other, such as "score" near 82 or "flag" near "red".
struct Telltales {
  /// What is judged, what it is judged to be, and what near each other tells.
  private struct Rule {
    let subjects: Set<UInt64>
    let judgements: Set<UInt64>
    /// Whether the account's own score tells as well.
    let score: Bool
  }

  private static let colours = hashes(
    """
    green greens yellow yellows red reds amber unscored vert verts verte vertes jaune jaunes rouge rouges orange \
    grün grüne grünen grüner grünes gelb gelbe gelben gelber gelbes rot rote roten roter rotes
    """)
  private static let risks = hashes("risk risks risky risque risques risiko risiken")
  private static let forecasts = hashes(
    """
    probability probabilities likelihood forecast forecasts forecasted forecasting predict predicted prediction \
    predictions probabilite probabilites prevision previsions prognose prognosen wahrscheinlichkeit
    """)

  private static let rules = [
    Rule(
      subjects: hashes(
        "score scores scored scoring flag flags flagged flagging drapeau drapeaux sentiment sentiments ampel ampeln"),
      judgements: colours.union(risks).union(forecasts), score: true),
    Rule(
      subjects: hashes(
        """
        churn churns churned churning churner churners attrition attritions renewal renewals renew renews renewing \
        renouvellement renouvellements resiliation resiliations desabonnement desabonnements abwanderung abwanderungen \
        kündigung kündigungen verlängerung verlängerungen
        """), judgements: colours.union(risks).union(forecasts), score: false),
    // A risk to health, a rating of risks and exposure to them are trade words.
    Rule(
      subjects: hashes(
        """
        health healthy sante gesundheit band bands bande bandes rating ratings notation notations exposure exposures \
        exposition expositions
        """
      ), judgements: colours.union(forecasts), score: true),
  ]

  /// Words that are a judgement in one: each subject and judgement written together, in either order, and what German
  /// makes of them.
  private static let compounds: Set<UInt64> = {
    func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    var compounds = hashes(
      """
      healthscore healthscores gesundheitswert gesundheitswerte gesundheitsscore gesundheitsnote kundengesundheit risikokunde risikokunden risikokundin risikokonto risikokonten kundenrisiko kundenrisiken \
      abwanderungsrisiko abwanderungsrisiken abwanderungsgefahr abwanderungswahrscheinlichkeit abwanderungsprognose \
      kündigungsrisiko kündigungsrisiken kündigungsgefahr kündigungswahrscheinlichkeit verlängerungsrisiko \
      verlängerungsrisiken verlängerungsprognose verlängerungswahrscheinlichkeit ampelstatus ampelfarbe ampelbewertung
      """)
    for subject in words("score scores flag flags churn attrition renewal renewals") {
      for judgement in words("green yellow red amber risk risks forecast forecasts probability prediction") {
        compounds.insert(SearchText.word(subject + judgement))
        compounds.insert(SearchText.word(judgement + subject))
      }
    }
    return compounds
  }()

  /// A text with words for the coloured signs in it, by which people paint a band; nil where it has none.
  static func withColourWords(_ text: String) -> String? {
    guard text.utf8.contains(0xF0), text.unicodeScalars.contains(where: { colourSigns[$0] != nil }) else { return nil }
    return text.unicodeScalars.map { scalar in colourSigns[scalar].map { " \($0) " } ?? String(scalar) }.joined()
  }

  private static let colourSigns: [Unicode.Scalar: String] = {
    var signs: [Unicode.Scalar: String] = [:]
    for (colour, all) in [("green", "🟢🟩💚"), ("yellow", "🟡🟨💛🟠🟧🧡"), ("red", "🔴🟥")] {
      for scalar in all.unicodeScalars { signs[scalar] = colour }
    }
    return signs
  }()

  private static let whom = hashes("you account accounts compte comptes vous they sie konto ihr")
  private static let being = hashes(
    "are re is was were as remain remains stay stays turned turn turns went go goes rated ranked marked etes est sont "
      + "etiez restez reste restent passez passe passent sind ist seid steht stehen bleibt bleiben")
  private static let leaving = hashes("churn churning churned churner churners")
  private static let (at, risk) = (hashes("at a en"), risks)
  private static let (hundred, outOf) = (SearchText.word("100"), hashes("out of sur on"))

  /// How many words may lie between the two.
  private static let distance = 4

  /// Where a text speaks of a score, a band, a flag or a forecast of the account; nil where it does not.
  ///
  /// - Parameters:
  ///   - isSpared: for each word whether it is the customer's own; what is made of such words alone tells nothing.
  ///   - isKnown: for each word whether the settings know it for something else, so that nothing with it in it tells.
  static func position(in text: SearchText, score: Int?, isSpared: [Bool], isKnown: [Bool]) -> Int? {
    let number = score.map { SearchText.word(String($0)) }
    let words = text.words
    func tells(_ positions: Int...) -> Bool {
      positions.contains { !isSpared[$0] } && !positions.contains { isKnown[$0] }
    }
    for (position, word) in words.enumerated() {
      if compounds.contains(word), tells(position) { return position }
      for rule in rules where rule.subjects.contains(word) {
        let near = max(0, position - distance)..<min(words.count, position + distance + 1)
        if near.contains(where: {
          $0 != position
            && (rule.judgements.contains(words[$0]) && tells(position, $0)
              // A figure beside the customer's own score of something is that score's.
              || rule.score && words[$0] == number && tells(position))
        }) {
          return position
        }
      }
      // "You are red", "your account is at risk", "vous êtes en rouge", "you are churning".
      if whom.contains(word), position + 2 < words.count, being.contains(words[position + 1]) {
        let after = position + 2..<min(words.count, position + 5)
        if after.contains(where: {
          (colours.contains(words[$0]) || leaving.contains(words[$0])
            || risk.contains(words[$0]) && at.contains(words[$0 - 1])) && tells(position, $0)
        }) {
          return position
        }
      }
      // "82/100", "82 out of 100", on one line.
      if word == number, let end = words[(position + 1)...].prefix(3).firstIndex(where: { !outOf.contains($0) }),
        words[end] == hundred, text.lines[end] == text.lines[position], tells(position, end)
      {
        return position
      }
    }
    return nil
  }

  private static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.split { $0 == " " || $0 == "\n" }.map { SearchText.word(String($0)) })
  }
}
