import Findings
public import Languages
public import Review

/// The words of one language: every sentence, label and format that pages are written with.
///
/// A phrase may contain placeholders such as `{name}`, and numbers of rules such as `{quiet_days}` (``RuleValues``); a
/// count has one phrase for each form of the language's plural rule, such as `…_one` and `…_other`.
public struct Words: Sendable {
  private let texts: [String: String]
  /// The phrases, already split at their placeholders, since a page has hundreds.
  private let phrases: [String: PhraseText]
  /// Those of them that the program names.
  private let own: [Phrase: PhraseText]
  /// The translations of findings, by their English pattern.
  private let findings: [String: String]
  /// The language code for HTML, such as `en`.
  public let language: String

  /// The rules that choose the form of a count and of an ordinal number.
  private let rules: (plural: PluralRule, ordinal: PluralRule)

  /// Reads a language file.
  ///
  /// - Throws: findings about phrases that the program needs and the file lacks.
  public init(_ file: LanguageFile) throws(LanguageProblem) {
    let language = try Language(file)
    let texts = language.phrases.mapValues(RuleValues.filled)
    let missing = Phrase.keys(of: language).filter { texts[$0] == nil }.map {
      Finding(.error, file: file.path, "the phrase '\($0)' is missing\(suggestion(for: $0, among: Array(texts.keys)))")
    }
    guard language.faults.isEmpty, missing.isEmpty else { throw LanguageProblem(findings: language.faults + missing) }
    self.language = file.code
    self.texts = texts
    rules = (language.plural, language.ordinal)
    programKeys = Set(Phrase.keys(of: language))
    findings = language.findings
    let phrases = texts.mapValues(PhraseText.init)
    self.phrases = phrases
    own = Dictionary(uniqueKeysWithValues: Phrase.allCases.compactMap { own in phrases[own.key].map { (own, $0) } })
  }

  /// All phrases, for templates.
  var all: [(key: String, text: String)] { texts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }

  /// The key of every phrase.
  public var keys: [String] { texts.keys.sorted() }

  /// Whether anything shows the phrase with a key: the program, one of the templates, or a rule of the table of
  /// questions.
  public func isUsed(_ key: String, templates: [String], questions: [QuestionRule]) -> Bool {
    programKeys.contains(key)
      || questions.contains { rule in QuestionPart.allCases.contains { "\($0.rawValue)_\(rule.id)" == key } }
      || templates.contains { $0.contains("{t.\(key)}") }
  }

  private let programKeys: Set<String>

  /// Some things in a row, the first few of them, and how many more there are.
  func some(_ all: [String], most: Int, separator: String = ", ") -> String {
    let more = all.count - most
    return (all.prefix(most) + (more > 0 ? [count(.guardMore, more)] : [])).joined(separator: separator)
  }

  /// A phrase with its placeholders filled.
  func callAsFunction(_ phrase: Phrase, _ values: Places = [:]) -> String {
    own[phrase]?.filled(values) ?? ""
  }

  /// The phrase for a count, with the number as `{n}`.
  func count(_ phrase: CountPhrase, _ n: Int, _ values: Places = [:]) -> String {
    count(phrase.rawValue, n, values)
  }

  /// A phrase of another module, which every language must also have.
  func phrase(_ key: String, _ values: Places) -> String { phrases[key]?.filled(values) ?? "" }

  func count(_ key: String, _ n: Int, _ values: Places = [:]) -> String {
    let number = Formats.whole(n, group: self(.group))
    return phrases["\(key)_\(rules.plural.form(of: PluralNumber(n)).rawValue)"]?.filled(values, n: number) ?? ""
  }

  /// The words of a rule of the table of questions, with placeholders filled; the rule's own words take precedence.
  func question(_ part: QuestionPart, of rule: QuestionRule, _ values: Places) -> String {
    let own = (part == .ask ? rule.ask : rule.because).map(PhraseText.init)
    return (own ?? phrases["\(part.rawValue)_\(rule.id)"])?.filled(values) ?? ""
  }

  /// True when this language has words for the rule with an id.
  public func hasQuestion(_ id: String) -> Bool {
    QuestionPart.allCases.allSatisfy { texts["\($0.rawValue)_\(id)"] != nil }
  }

  /// A finding in this language, or in English if its sentence is not translated.
  func told(_ message: Message) -> String { message.text { findings[$0] } }

  /// The translations of findings, by pattern.
  var findingPatterns: [String: String] { findings }

  /// `1 day`, `2.5 days`: a formatted amount with its noun in the right form.
  func count(_ phrase: CountPhrase, _ amount: Double, written: String) -> String {
    let number = PluralNumber(written, decimal: self(.decimal), isNegative: amount < 0)
    return phrases["\(phrase.rawValue)_\(rules.plural.form(of: number).rawValue)"]?.filled([:], n: written) ?? ""
  }

  /// `a`, `a and b`, `a, b and c`.
  func list(_ parts: [String]) -> String {
    let start = parts.dropLast().joined(separator: ", ")
    return [start, parts.last ?? ""].filter { !$0.isEmpty }.joined(separator: self(.and))
  }

  /// Clauses in a row; a full stop ends the last alone, since notes of people may bring their own.
  func clauses(_ clauses: [String]) -> String {
    let inner = clauses.dropLast().map { $0.hasSuffix(".") && !$0.hasSuffix("..") ? String($0.dropLast()) : $0 }
    return (inner + clauses.suffix(1)).joined(separator: self(.clauseSeparator))
  }

  /// A sum within a sentence, with how many of its amounts are unknown.
  func sum(_ sum: AmountSum, written: (Double) -> String) -> String {
    guard let amount = sum.amount else { return self(.amountUnknown) }
    return sum.isComplete ? written(amount) : withUnknown(self(.atLeast, ["n": written(amount)]), sum)
  }

  /// A sum where there is little room, marked where it is a least one.
  func shortSum(_ sum: AmountSum, unknown: Phrase, written: (Double) -> String) -> String {
    guard let amount = sum.amount else { return self(unknown) }
    return sum.isComplete ? written(amount) : self(.amountShort, ["amount": written(amount)])
  }

  /// A text followed by the number of accounts whose amounts are unknown, if any.
  func withUnknown(_ text: String, _ sum: AmountSum) -> String {
    sum.isComplete ? text : self(.withUnknown, ["text": text, "unknown": count(.accountsUnknown, sum.unknown)])
  }

  /// An age: `today`, `1 day`, `12 days`.
  func age(_ days: Int) -> String { days == 0 ? self(.today) : count(.days, days) }

  /// `1st`, `22nd`, `64th`.
  func ordinal(_ n: Int) -> String {
    let key = "\(Phrase.ordinal)_\(rules.ordinal.form(of: PluralNumber(n)).rawValue)"
    return phrase(key, ["n": Formats.whole(n, group: self(.group))])
  }

  /// The word for a name that Vigie defines: a derived measure, a column of the accounts table, a usual dimension.
  func knownName(_ name: String) -> String? { texts["\(CodePhrase.name.rawValue)_\(name)"] }

  /// The word for a code such as a band or a kind of risk, under `prefix_code`; the code itself if there is none.
  func code(_ prefix: CodePhrase, _ code: String) -> String {
    texts["\(prefix.rawValue)_\(code)"] ?? code
  }
}

/// The two sentences of a question: the fact that raises it, and what to ask.
enum QuestionPart: String, CaseIterable {
  case because, ask
}
