import Findings
public import Languages
public import Review

/// The words of one language: every sentence, label and format that pages are written with.
///
/// A phrase may hold places such as `{name}`, and numbers of rules such as `{quiet_days}` (``RuleValues``); a count has one
/// phrase for each form that the language's plural rule knows, such as `…_one` and `…_other`.
public struct Words: Sendable {
  private let texts: [String: String]
  /// The phrases with their places found once, since a page holds hundreds.
  private let phrases: [String: PhraseText]
  /// What is said in place of the English pattern of a finding.
  private let findings: [String: String]
  /// The language as HTML names it, such as `en`.
  public let language: String

  /// Which form of a phrase a count takes, and which a place in an order.
  private let rules: (plural: PluralRule, ordinal: PluralRule)

  /// Reads a language file.
  ///
  /// - Throws: the findings that say what the program needs and the file lacks.
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
    phrases = texts.mapValues(PhraseText.init)
  }

  /// All phrases, for templates.
  var all: [(key: String, text: String)] { texts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }

  /// The key of every phrase.
  public var keys: [String] { texts.keys.sorted() }

  /// Whether anything shows the phrase of a key: the program, one of the templates, or a rule of the table of questions.
  public func isUsed(_ key: String, templates: [String], questions: [QuestionRule]) -> Bool {
    programKeys.contains(key)
      || questions.contains { rule in QuestionPart.allCases.contains { "\($0.rawValue)_\(rule.id)" == key } }
      || templates.contains { $0.contains("{t.\(key)}") }
  }

  private let programKeys: Set<String>

  /// A phrase with its places filled.
  func callAsFunction(_ phrase: Phrase, _ values: Places = [:]) -> String {
    phrases[phrase.rawValue]?.filled(values) ?? ""
  }

  /// The phrase for a count, with the number in the place `{n}`.
  func count(_ phrase: CountPhrase, _ n: Int, _ values: Places = [:]) -> String {
    count(phrase.rawValue, n, values)
  }

  /// A phrase of another module, which a language must have too.
  func phrase(_ key: String, _ values: Places) -> String { phrases[key]?.filled(values) ?? "" }

  func count(_ key: String, _ n: Int, _ values: Places = [:]) -> String {
    let number = Formats.whole(n, group: self(.group))
    return phrases["\(key)_\(rules.plural.form(of: PluralNumber(n)).rawValue)"]?.filled(values, n: number) ?? ""
  }

  /// The words of a rule of the table of questions, with its places filled; the rule's own words go first.
  func question(_ part: QuestionPart, of rule: QuestionRule, _ values: Places) -> String {
    let own = (part == .ask ? rule.ask : rule.because).map(PhraseText.init)
    return (own ?? phrases["\(part.rawValue)_\(rule.id)"])?.filled(values) ?? ""
  }

  /// True when this language has words for the rule of an id.
  public func hasQuestion(_ id: String) -> Bool {
    QuestionPart.allCases.allSatisfy { texts["\($0.rawValue)_\(id)"] != nil }
  }

  /// A finding in this language; in English where its sentence is not translated.
  func told(_ message: Message) -> String { message.text { findings[$0] } }

  /// The translated patterns of findings, with what is said in their place.
  var findingPatterns: [String: String] { findings }

  /// `1 day`, `2.5 days`: an amount as it is written out, in the form that its size asks for.
  func count(_ phrase: CountPhrase, _ amount: Double, written: String) -> String {
    let number = PluralNumber(written, decimal: self(.decimal), isNegative: amount < 0)
    return phrases["\(phrase.rawValue)_\(rules.plural.form(of: number).rawValue)"]?.filled([:], n: written) ?? ""
  }

  /// How old something is: `today`, `1 day`, `12 days`.
  func age(_ days: Int) -> String { days == 0 ? self(.today) : count(.days, days) }

  /// `1st`, `22nd`, `64th`.
  func ordinal(_ n: Int) -> String {
    let key = "\(Phrase.ordinal)_\(rules.ordinal.form(of: PluralNumber(n)).rawValue)"
    return phrase(key, ["n": Formats.whole(n, group: self(.group))])
  }

  /// The word for a name that Vigie itself gives: a derived measure, a column of the accounts table, a usual dimension.
  func knownName(_ name: String) -> String? { texts["\(CodePhrase.name.rawValue)_\(name)"] }

  /// The word of a code such as a band or a kind of risk, under `prefix_code`; the code itself where there is none.
  func code(_ prefix: CodePhrase, _ code: String) -> String {
    texts["\(prefix.rawValue)_\(code)"] ?? code
  }
}

/// The two sentences of a question: the fact that raises it, and what to ask.
enum QuestionPart: String, CaseIterable {
  case because, ask
}
