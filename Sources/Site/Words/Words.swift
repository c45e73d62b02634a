public import Findings
public import Review
import YAML

/// The words of one language: every sentence, label and format that pages are written with.
///
/// A phrase may hold places such as `{name}`, and numbers of rules such as `{quiet_days}` (`RuleValues`); a count has two
/// phrases, `…_one` and `…_other`.
public struct Words: Sendable {
  private let texts: [String: String]
  /// The phrases with their places found once, since a page holds hundreds.
  private let phrases: [String: PhraseText]
  /// What is said in place of the English pattern of a finding.
  private let findings: [String: String]
  /// The language as HTML names it, such as `en`.
  public let language: String

  /// Reads a language file, a YAML mapping of phrases.
  ///
  /// - Throws: the findings that say which phrases the program needs and the file lacks.
  public init(language: String, file: String, text: String) throws(WordsProblem) {
    var texts: [String: String] = [:]
    var findings: [String: String] = [:]
    do {
      guard let mapping = try parseYAML(text)?.mapping else {
        throw WordsProblem(findings: [Finding(.error, file: file, "a language file is a mapping of phrases")])
      }
      for (key, value) in mapping {
        if key.scalar?.string == Self.findingsKey {
          for (pattern, translation) in value.mapping ?? Node.Mapping([]) {
            if let pattern = pattern.scalar?.string, let text = translation.scalar?.string { findings[pattern] = text }
          }
        } else if let key = key.scalar?.string, let phrase = value.scalar?.string {
          texts[key] = RuleValues.filled(phrase)
        }
      }
    } catch let problem as WordsProblem {
      throw problem
    } catch {
      throw WordsProblem(findings: [Finding(.error, file: file, "cannot be read as YAML: \(error)")])
    }
    let missing = Phrase.allKeys.filter { texts[$0] == nil }
    guard missing.isEmpty else {
      throw WordsProblem(
        findings: missing.map {
          Finding(.error, file: file, "the phrase '\($0)' is missing\(suggestion(for: $0, among: Array(texts.keys)))")
        })
    }
    self.language = language
    self.texts = texts
    self.findings = findings
    phrases = texts.mapValues(PhraseText.init)
  }

  /// All phrases, for templates.
  var all: [(key: String, text: String)] { texts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }

  /// The key of every phrase.
  public var keys: [String] { texts.keys.sorted() }

  /// Whether anything shows the phrase of a key: the program, one of the templates, or a rule of the table of questions.
  public func isUsed(_ key: String, templates: [String], questions: [QuestionRule]) -> Bool {
    Words.programKeys.contains(key)
      || questions.contains { rule in QuestionPart.allCases.contains { "\($0.rawValue)_\(rule.id)" == key } }
      || templates.contains { $0.contains("{t.\(key)}") }
  }

  private static let programKeys = Set(Phrase.allKeys)

  /// A phrase with its places filled.
  func callAsFunction(_ phrase: Phrase, _ values: Places = [:]) -> String {
    phrases[phrase.rawValue]?.filled(values) ?? ""
  }

  /// The phrase for a count, with the number in the place `{n}`.
  func count(_ phrase: CountPhrase, _ n: Int, _ values: Places = [:]) -> String {
    count(phrase.rawValue, n, values)
  }

  /// A phrase of another module, which `allKeys` makes sure of too.
  func phrase(_ key: String, _ values: Places) -> String { phrases[key]?.filled(values) ?? "" }

  func count(_ key: String, _ n: Int, _ values: Places = [:]) -> String {
    // French counts 0 and 1 as one, English only 1.
    let isOne = language == "fr" ? abs(n) < 2 : n == 1
    let number = Formats.whole(n, group: self(.group))
    return phrases[key + (isOne ? "_one" : "_other")]?.filled(values, n: number) ?? ""
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

  private static let findingsKey = "findings"

  /// `1 day`, `2.5 days`: an amount as it is written out, in the form that its size asks for.
  func count(_ phrase: CountPhrase, _ amount: Double, written: String) -> String {
    // French counts all below two as one; English says one day, but 1.0 and 0.5 days.
    let isOne = language == "fr" ? abs(amount) < 2 : written == "1"
    return phrases[phrase.rawValue + (isOne ? "_one" : "_other")]?.filled([:], n: written) ?? ""
  }

  /// How old something is: `today`, `1 day`, `12 days`.
  func age(_ days: Int) -> String { days == 0 ? self(.today) : count(.days, days) }

  /// `1st`, `22nd`, `64th`; in French `1er`, `64e`.
  func ordinal(_ n: Int) -> String {
    let isTeen = (11...13).contains(n % 100)
    let phrase: Phrase =
      if language == "fr" { n == 1 ? .ordinalOne : .ordinalOther } else {
        switch n % 10 {
        case 1 where !isTeen: .ordinalOne
        case 2 where !isTeen: .ordinalTwo
        case 3 where !isTeen: .ordinalFew
        default: .ordinalOther
        }
      }
    return self(phrase, ["n": Formats.whole(n, group: self(.group))])
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

/// What is wrong with a language file.
public struct WordsProblem: Error {
  /// One finding a phrase.
  public let findings: [Finding]

  /// Takes what was found.
  public init(findings: [Finding]) { self.findings = findings }
}
