public import Customer
import Health
public import Review

/// Searches a customer's finished file for everything in the portfolio that the customer must not read.
///
/// It knows nothing about how the file was made, so it finds a fault in the filter, in a template and in people's own
/// words alike. The rules are those of ``ProofRule``.
public struct ProofScan: Sendable {
  let evidence: PrivateEvidence
  let review: Review
  let known: [[UInt64]]
  let knownNumbers: Set<Double>
  /// Every run of words of the built-in phrases.
  let phrases: Set<UInt64>
  let ownAmounts: [Int32: [(amount: Double, source: PrivateEvidence.Source?)]]
  let othersAmounts: [Double: PrivateEvidence.Holders]

  /// Creates a scan.
  ///
  /// - Parameters:
  ///   - known: words and amounts allowed in every document although they are also private.
  ///   - phrases: the built-in phrases of the document's language.
  public init(_ evidence: PrivateEvidence, _ review: Review, known: [String], phrases: [String]) {
    self.evidence = evidence
    self.review = review
    self.known = known.flatMap({ SearchText.readings(of: $0) }).map(\.words).filter { !$0.isEmpty }
    knownNumbers = Set(known.flatMap { WrittenNumbers($0).all.map(\.value) })
    self.phrases = Self.runs(of: phrases)
    var own: [Int32: [(amount: Double, source: PrivateEvidence.Source?)]] = [:]
    var others: [Double: PrivateEvidence.Holders] = [:]
    for (amount, source) in evidence.amounts {
      let account = evidence.sources[Int(source)].account
      own[account, default: []].append((amount, evidence.sources[Int(source)]))
      if amount >= 1000 {
        others[amount, default: PrivateEvidence.Holders(first: source)].add(source, account, evidence.sources)
      }
    }
    for row in review.accounts {
      if let exposure = row.exposure, exposure >= 1 { own[Int32(row.account), default: []].append((exposure, nil)) }
    }
    ownAmounts = own
    othersAmounts = others
  }

  /// Everything in a file that must not be there or has to be confirmed.
  ///
  /// - Parameter confirmed: the codes of lines that the author of this document confirmed.
  /// - Returns: what is still open, and the codes that were used.
  public func leaks(
    in passages: [Passage], facts: CustomerFacts, of account: Int, confirmed: Set<String> = []
  ) -> (open: [Leak], confirmed: [Leak]) {
    let reader = DocumentReader(self, facts, account)
    let name = review.evidence.accounts[account].id.text
    let found = passages.map { ($0, reader.occurrences(in: $0)) }
    guard found.contains(where: { !$0.1.isEmpty }) else { return ([], []) }
    var sections: [UInt64: String?] = [:]
    for (passage, occurrences) in found {
      for occurrence in occurrences where sections[occurrence.key] == nil {
        sections[occurrence.key] =
          passage.parts.indices.contains(occurrence.line) ? passage.parts[occurrence.line] : .some(nil)
      }
    }
    var leaks: [Leak] = []
    var seen: Set<[String]> = []
    var factKeys: Set<UInt64> = []
    func add(_ occurrence: Occurrence, _ passage: Passage, _ lines: [Substring], _ source: TextSource?, _ text: String)
    {
      let line = lines.indices.contains(occurrence.line) ? String(lines[occurrence.line]) : ""
      guard seen.insert(["\(source.map { "\($0)" } ?? passage.name)", line, occurrence.rule.rawValue]).inserted else {
        return
      }
      leaks.append(
        Leak(
          rule: occurrence.rule, field: occurrence.field, passage: passage.name,
          section: sections[occurrence.key] ?? nil,
          fact: source.map {
            Leak.Fact(source: $0, text: text, line: occurrence.line + 1, column: Self.column(of: occurrence.word, line))
          },
          code: occurrence.isCertain ? nil : Self.code(line, occurrence.rule, name), origin: occurrence.source?.place))
    }
    // What is certain is told first, so that it is not told as suspicious as well.
    func ordered(_ found: [Occurrence]) -> [Occurrence] { found.filter(\.isCertain) + found.filter { !$0.isCertain } }
    for fact in facts.texts {
      let passage = Passage("text", fact.text)
      let found = reader.occurrences(in: passage)
      factKeys.formUnion(found.map(\.key))
      let lines = fact.text.split(separator: "\n", omittingEmptySubsequences: false)
      for occurrence in ordered(found) where sections[occurrence.key] != nil {
        add(occurrence, passage, lines, fact.source, fact.text)
      }
    }
    for (passage, found) in found {
      let lines = passage.text.split(separator: "\n", omittingEmptySubsequences: false)
      for occurrence in ordered(found) where !factKeys.contains(occurrence.key) && !occurrence.needsData {
        add(occurrence, passage, lines, nil, "")
      }
    }
    func isConfirmed(_ leak: Leak) -> Bool { leak.code.map(confirmed.contains) ?? false }
    return (leaks.filter { !isConfirmed($0) }, leaks.filter(isConfirmed))
  }

  /// The word that confirms a line: it holds for these words, this account and what was found in them.
  private static func code(_ line: String, _ rule: ProofRule, _ account: String) -> String {
    let key = SearchText.sequence([SearchText(line).sequence, SearchText.hash((rule.rawValue + account).utf8)])
    let digits = String(key ^ (key >> 32) & 0xFFFF_FFFF, radix: 16)
    return "x" + String(repeating: "0", count: max(0, 8 - digits.count)) + digits.suffix(8)
  }

  /// The column of a word of a line, in Unicode scalars from 1.
  private static func column(of word: Int, _ line: String) -> Int {
    var (column, words, isInWord) = (0, -1, false)
    for scalar in line.unicodeScalars {
      column += 1
      let properties = scalar.properties
      let isPart =
        properties.isAlphabetic || properties.numericType != nil || properties.isDefaultIgnorableCodePoint && isInWord
        || properties.generalCategory == .nonspacingMark
      if isPart, !isInWord { words += 1 }
      isInWord = isPart
      if words == word { return column }
    }
    return 1
  }

  /// Every run of words within texts, up to the longest that is searched for.
  static func runs(of texts: some Sequence<String>) -> Set<UInt64> {
    var runs: Set<UInt64> = []
    for text in texts.flatMap({ SearchText.readings(of: $0) }) {
      for start in text.words.indices {
        var hash = SearchText.Hash()
        for word in text.words[start...].prefix(PrivateEvidence.longWindow) {
          hash.add(word)
          runs.insert(hash.value)
        }
      }
    }
    return runs
  }
}
