import Languages

/// Words that reveal our private view when they are close together, such as "score" near 82 or "flag" near "red".
struct Telltales {
  /// Subjects, judgements on them, and the combinations that reveal a view.
  private struct Rule {
    let subjects: Set<UInt64>
    let judgements: Set<UInt64>
    /// Whether the account's own score counts as well.
    let score: Bool
  }

  private let rules: [Rule]
  private let colours: Set<UInt64>
  private let risks: Set<UInt64>
  /// Words that are a judgement by themselves.
  private let compounds: Set<UInt64>
  private let readers: Set<UInt64>
  private let being: Set<UInt64>
  private let leaving: Set<UInt64>
  private let riskPrepositions: Set<UInt64>
  private let outOf: Set<UInt64>

  /// Creates the telltales from the lists of every language.
  init(_ languages: [[ProofList: [String]]]) {
    func hashes(_ list: ProofList) -> Set<UInt64> { ProofWords.hashes(list, of: languages) }
    colours = hashes(.colours).union(Self.colourSigns.values.map(SearchText.word))
    risks = hashes(.risks)
    let forecasts = hashes(.forecasts)
    rules = [
      Rule(subjects: hashes(.judgements), judgements: colours.union(risks).union(forecasts), score: true),
      Rule(subjects: hashes(.renewals), judgements: colours.union(risks).union(forecasts), score: false),
      // A risk to health, a rating of risks and exposure to them are ordinary terms of a trade.
      Rule(subjects: hashes(.conditions), judgements: colours.union(forecasts), score: true),
    ]
    var compounds = hashes(.compounds)
    for language in languages {
      for start in language[.compoundStarts, default: []] {
        for end in language[.compoundEnds, default: []] {
          compounds.insert(SearchText.word(start + end))
          compounds.insert(SearchText.word(end + start))
        }
      }
    }
    self.compounds = compounds
    readers = hashes(.readers)
    being = hashes(.being)
    leaving = hashes(.leaving)
    riskPrepositions = hashes(.riskPrepositions)
    outOf = hashes(.outOf)
  }

  /// A text with words for the coloured symbols in it, which people use for bands; nil when it has none.
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

  private static let hundred = SearchText.word("100")

  /// The maximum number of words between the two.
  private static let distance = 4

  /// The word at which a text mentions a score, a band, a flag or a forecast of the account; nil when it does not.
  ///
  /// - Parameters:
  ///   - isSpared: for each word, whether it is the customer's own; a match of such words only does not count.
  ///   - isKnown: for each word, whether the settings give it another meaning; a match with such a word does not count.
  func position(in text: SearchText, score: Int?, isSpared: [Bool], isKnown: [Bool]) -> Int? {
    let number = score.map { SearchText.word(String($0)) }
    let words = text.words
    func tells(_ positions: Int...) -> Bool {
      positions.contains { !isSpared[$0] } && !positions.contains { isKnown[$0] }
    }
    for (position, word) in words.enumerated() {
      if compounds.contains(word), tells(position) { return position }
      for rule in rules where rule.subjects.contains(word) {
        let near = max(0, position - Self.distance)..<min(words.count, position + Self.distance + 1)
        if near.contains(where: {
          $0 != position
            && (rule.judgements.contains(words[$0]) && tells(position, $0)
              // A figure next to the customer's own score of something is that score's.
              || rule.score && words[$0] == number && tells(position))
        }) {
          return position
        }
      }
      // "You are red", "your account is at risk", "vous êtes en rouge", "you are churning".
      if readers.contains(word), position + 2 < words.count, being.contains(words[position + 1]) {
        let after = position + 2..<min(words.count, position + 5)
        if after.contains(where: {
          (colours.contains(words[$0]) || leaving.contains(words[$0])
            || risks.contains(words[$0]) && riskPrepositions.contains(words[$0 - 1])) && tells(position, $0)
        }) {
          return position
        }
      }
      // "82/100", "82 out of 100", on one line.
      if word == number, let end = words[(position + 1)...].prefix(3).firstIndex(where: { !outOf.contains($0) }),
        words[end] == Self.hundred, text.lines[end] == text.lines[position], tells(position, end)
      {
        return position
      }
    }
    return nil
  }
}
