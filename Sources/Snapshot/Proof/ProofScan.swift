public import Customer

/// Searches a customer's finished file for everything in the portfolio that the customer must not read.
///
/// It knows nothing about how the file was made, so it finds a fault in the filter, in a template and in people's own
/// words alike. The rules are those of ``ProofRule``.
public struct ProofScan: Sendable {
  let knowledge: PrivateKnowledge
  let known: Set<UInt64>
  let knownTexts: [SearchText]
  let knownNumbers: Set<Double>
  let vocabulary: Set<UInt64>
  let phrases: Set<UInt64>

  /// Creates a scan.
  ///
  /// - Parameters:
  ///   - known: words and amounts allowed in a document although they are also a name, or revenue, or sound like
  ///     our view.
  ///   - vocabulary: the built-in phrases in the document's language: a name that is one of their words counts only in
  ///     text from data. The user's own phrases are not exempt.
  public init(_ knowledge: PrivateKnowledge, known: [String], vocabulary: [String]) {
    self.knowledge = knowledge
    knownTexts = known.flatMap(SearchText.readings)
    self.known = Set(knownTexts.flatMap { [$0.sequence, SearchText.sequence(SearchText.genitive($0.words))] })
    knownNumbers = Set(known.flatMap { WrittenNumbers($0, knowledge.words.money).all.map { $0.value.rounded() } })
    let texts = vocabulary.map { SearchText($0) }
    self.vocabulary = Set(texts.flatMap(\.words))
    phrases = Self.runs(of: texts)
  }

  /// Everything in a file that must not be there, by field.
  public func leaks(in passages: [Passage], facts: CustomerFacts, of account: Int) -> [Leak] {
    let reader = PassageReader(self, facts, account)
    var sources: [Occurrence.Key: (name: TextSource, number: Int, line: Int)] = [:]
    var numbers: [TextSource: Int] = [:]
    for fact in facts.texts {
      numbers[fact.source, default: 0] += 1
      for occurrence in reader.occurrences(in: Passage("\(fact.source)", fact.text))
      where sources[occurrence.key] == nil {
        sources[occurrence.key] = (fact.source, numbers[fact.source] ?? 1, occurrence.line + 1)
      }
    }
    var leaks: [Occurrence.Key: Leak] = [:]
    for passage in passages {
      for occurrence in reader.occurrences(in: passage) where leaks[occurrence.key] == nil {
        let source = sources[occurrence.key]
        if occurrence.isPhrase, source == nil { continue }
        leaks[occurrence.key] = Leak(
          rule: occurrence.key.rule, field: occurrence.key.field, place: passage.name,
          paragraph: passage.paragraph(occurrence.line), cameWith: source?.name,
          fact: source.map { (number: $0.number, line: $0.line) }, source: occurrence.source)
      }
    }
    return leaks.values.sorted { ($0.field, $0.rule.rawValue) < ($1.field, $1.rule.rawValue) }
  }

  /// Every run of words within texts, up to the longest that is searched for.
  static func runs(of texts: [SearchText]) -> Set<UInt64> {
    var runs: Set<UInt64> = []
    for text in texts {
      for start in text.words.indices {
        var hash = SearchText.Hash()
        for word in text.words[start...].prefix(WordIndex.mostWords) {
          hash.add(word)
          runs.insert(hash.value)
        }
      }
    }
    return runs
  }
}

extension ProofScan.Passage {
  /// The paragraph of a line within its section; nil for a passage without sections.
  fileprivate func paragraph(_ line: Int) -> (number: Int, part: String?)? {
    guard parts.indices.contains(line) else { return nil }
    let first = parts[...line].lastIndex { $0 != parts[line] }.map { $0 + 1 } ?? 0
    return (line - first + 1, parts[line])
  }
}
