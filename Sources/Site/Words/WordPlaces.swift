public import Findings
import Languages

extension Words {
  /// Faults in the placeholders of phrases, compared with a language whose placeholders the program is known to fill:
  /// one such as `{n}` that a phrase omits, and one that nothing fills, which readers would see in braces.
  ///
  /// Phrases that only one of the two languages has are skipped, except further forms of a count, whose placeholders
  /// are those of its other forms. The number may be omitted in a form for a few numbers only, which many languages
  /// express without it.
  public func misplaced(against known: Words, file: String, isLookedAt: (_ key: String) -> Bool) -> [Finding] {
    let theirs = Dictionary(uniqueKeysWithValues: known.all.map { ($0.key, Self.places(of: $0.text)) })
    return all.flatMap { key, text -> [Finding] in
      guard let wanted = theirs[key] ?? theirs[Self.lastForm(of: key)], isLookedAt(key) else { return [] }
      let places = Self.places(of: text)
      let unknown = places.subtracting(wanted).sorted().map { place in
        // The names of all rules are too many to list when none is similar.
        let near = nearestName(to: place, among: wanted.sorted() + RuleValues.names).map { [$0] }
        return Finding(
          .error, file: file,
          "nothing fills the place '{\(place)}' of the phrase '\(key)'\(suggestion(for: place, among: near ?? wanted.sorted()))"
        )
      }
      let missing = wanted.subtracting(places).sorted().filter { $0 != "n" || !Self.canLackNumber(key) }
        .map { Finding(.error, file: file, "the phrase '\(key)' leaves out its place '{\($0)}'") }
      return unknown + missing
    }
  }

  /// The key of a count's form for all other numbers.
  private static func lastForm(of key: String) -> String {
    let form = PluralRule.Form.allCases.first { key.hasSuffix("_\($0.rawValue)") }
    return form.map { key.dropLast($0.rawValue.utf8.count) + PluralRule.Form.other.rawValue } ?? key
  }

  private static func canLackNumber(_ key: String) -> Bool {
    [PluralRule.Form.zero, .one, .two].contains { key.hasSuffix("_\($0.rawValue)") }
  }

  /// The names between the braces of a phrase.
  static func places(of phrase: String) -> Set<String> {
    Set(
      phrase.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
        part.contains("}") ? String(part.prefix { $0 != "}" }) : nil
      })
  }
}
