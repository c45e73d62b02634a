public import Findings

extension Words {
  /// Faults in the places of phrases, held against a language whose places the program is known to fill: a place such as
  /// `{n}` that a phrase leaves out, and one that nothing fills, which readers would see in braces.
  ///
  /// Phrases that only one of the two has are passed over, and so is the number of a phrase for one of something, which
  /// many languages tell without it.
  public func misplaced(against known: Words, file: String, isLookedAt: (_ key: String) -> Bool) -> [Finding] {
    let theirs = Dictionary(uniqueKeysWithValues: known.all.map { ($0.key, Self.places(of: $0.text)) })
    return all.flatMap { key, text -> [Finding] in
      guard let wanted = theirs[key], isLookedAt(key) else { return [] }
      let places = Self.places(of: text)
      let unknown = places.subtracting(wanted).sorted().map { place in
        // The names of all rules are too many to list where none is near.
        let near = nearestName(to: place, among: wanted.sorted() + RuleValues.names).map { [$0] }
        return Finding(
          .error, file: file,
          "nothing fills the place '{\(place)}' of the phrase '\(key)'\(suggestion(for: place, among: near ?? wanted.sorted()))"
        )
      }
      let missing = wanted.subtracting(places).sorted().filter { $0 != "n" || !key.hasSuffix("_one") }
        .map { Finding(.error, file: file, "the phrase '\(key)' leaves out its place '{\($0)}'") }
      return unknown + missing
    }
  }

  /// The names between the braces of a phrase.
  static func places(of phrase: String) -> Set<String> {
    Set(
      phrase.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
        part.contains("}") ? String(part.prefix { $0 != "}" }) : nil
      })
  }
}
