import BuiltInTemplates
import Findings
import Languages
import Portfolio
import Review
import Testing

@testable import Site

/// Numbers of rules in phrases: named, never written out.
///
/// A number of a rule is any number but 0, 1 and 100 (the ends of scales, one of something), the number of an item at the
/// start of a line, one that a letter or a hyphen touches (`UTF-8`), and the few that `exceptions` names with a reason.
/// Numbers in words, such as "four weeks", name spans that have such names in `ScoreChanges` too.
@Suite struct RuleNumberTests {
  /// Numbers of phrases that no rule holds, by the key of the phrase, in every language.
  private static let exceptions: [String: Set<String>] = [
    // Scores made up for the sake of the example.
    "list_meaning_green-but-falling": ["90", "80", "70"],
    // What a coin gives, in per cent.
    "auc_sentence": ["50"], "auc_parted": ["50"], "auc_reversed": ["50"],
  ]

  /// Sections of a language file that hold no prose but its grammar and its words.
  private static let grammar: Set = ["plural", "ordinal", "signs"]

  private struct Number: Hashable {
    let key: String
    let line: Int
    let number: String
  }

  private static func file(_ language: String) throws -> String {
    String(
      decoding: try #require(BuiltInTemplates.files.first { $0.name == "words/\(language).yml" }).bytes, as: UTF8.self)
  }

  /// The languages that come with Vigie.
  private static let languages = BuiltInTemplates.files.map(\.name).filter { $0.hasPrefix("words/") }
    .map { String($0.dropFirst("words/".count).dropLast(".yml".count)) }

  /// The limits of the rules of questions, whose sentences may say them, in days or in weeks.
  private static func limits() throws -> [String: Set<String>] {
    let rules = try ExampleSite.questions(try ExampleSite.words("en")).rules
    return Dictionary(
      uniqueKeysWithValues: rules.map { rule in
        let limits = rule.conditions.flatMap(\.comparisons).map { Int($0.limit) }
        return ("because_\(rule.id)", Set((limits + limits.map { $0 / 7 }).map(String.init)))
      })
  }

  /// The numbers that a language file writes out, apart from those that need no name anywhere.
  private static func numbers(in text: String) -> [Number] {
    var key = ""
    var numbers: [Number] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard !line.hasPrefix("#") else { continue }
      var prose = String(line)
      if let match = line.firstMatch(of: /^([A-Za-z][\w-]*):/) {
        key = String(match.1)
        prose = String(line[match.range.upperBound...])
      }
      prose = prose.replacing(#/^ *[0-9]+\. /#, with: "").replacing(#/\{[^}]*\}/#, with: "")
      numbers += prose.matches(of: /[\p{L}_-]*[0-9]+(?:[.,][0-9]+)?/).map { String($0.output) }
        .filter { $0.first?.isNumber ?? false && !["0", "1", "100"].contains($0) && !grammar.contains(key) }
        .map { Number(key: key, line: index + 1, number: $0) }
    }
    return numbers
  }

  private static func bareNumbers(in text: String) throws -> [Number] {
    let allowed = try limits().merging(exceptions) { $0.union($1) }
    return numbers(in: text).filter { !(allowed[$0.key]?.contains($0.number) ?? false) }
  }

  @Test(arguments: languages) func `prose names the numbers of rules instead of writing them out`(language: String)
    throws
  {
    for bare in try Self.bareNumbers(in: try Self.file(language)) {
      Issue.record("words/\(language).yml:\(bare.line): \(bare.key) says \(bare.number); name it, see RuleValues.swift")
    }
    let found = Self.numbers(in: try Self.file(language))
    for key in Self.exceptions.keys {
      #expect(found.contains { $0.key == key }, "\(key) is no exception any more")
    }
  }

  @Test(arguments: [
    ("list_meaning_quiet: No contact for {quiet_days} days", "list_meaning_quiet: No contact for 45 days", ["45"]),
    ("at least {points_unscored} without", "at least 35 without", ["35"]),
    ("interval_95: \"{confidence}", "interval_95: \"95", ["95"]),
    ("because_no_qbr: \"No QBR in the last 180", "because_no_qbr: \"No QBR in the last 181", ["181"]),
    ("  3. A value", "  3. 2 of them: a UTF-8 value", ["2"]),
    ("model: Model\n", "model: Model of 0 to 100\n", []),
  ])
  func `a number that is planted is found`(phrase: String, planted: String, found: [String]) throws {
    let text = try Self.file("en")
    #expect(text.contains(phrase))
    #expect(try Self.bareNumbers(in: text.replacing(phrase, with: planted, maxReplacements: 1)).map(\.number) == found)
  }

  @Test(arguments: languages) func `every number that has a name is said somewhere`(language: String) throws {
    let text = try Self.file(language)
    #expect(RuleValues.names.filter { !text.contains("{\($0)}") } == [])
  }

  @Test func `no number of a rule has the name of a fact or of a count`() {
    let others = Set(AccountFact.allCases.map(\.rawValue) + ["account", "people", "n"])
    #expect(Set(RuleValues.names).count == RuleValues.names.count)
    #expect(others.isDisjoint(with: RuleValues.names))
  }

  @Test func `a language file of the user may name numbers of rules, and an unknown name is told`() throws {
    let own = try Self.file("en")
      .replacing("accounts: Accounts\n", with: "accounts: \"Accounts {quiet_days}\"\n")
      .replacing("or it comes within {renewal_days} days", with: "or it comes within {renewals_days} days")
    let words = try Words(LanguageFile(code: "en", path: "own.yml", text: own, isBuiltIn: false))
    #expect(words.all.contains { $0.key == "accounts" && $0.text == "Accounts \(ListID.quietAfterDays)" })
    let faults = words.misplaced(against: try ExampleSite.words("en"), file: "own.yml") { _ in true }
    #expect(
      faults.map(\.message.description) == [
        "nothing fills the place '{renewals_days}' of the phrase 'list_meaning_renewals'; did you mean 'renewal_days'?"
      ])
  }
}
