import BuiltInTemplates
import Findings
import Languages
import Portfolio
import Review
import Testing

@testable import Site

@Suite struct WordsTests {
  private static func phrases(_ language: String) throws -> [String: String] {
    Dictionary(uniqueKeysWithValues: try ExampleSite.words(language).all.map { ($0.key, $0.text) })
  }

  @Test func `both languages have the same phrases, but for forms that French has not`() throws {
    let english = Set(try Self.phrases("en").keys).subtracting(["ordinal_two", "ordinal_few"])
    let french = Set(try Self.phrases("fr").keys)
    #expect(english.count > 350)
    #expect(english.subtracting(french) == [])
    #expect(french.subtracting(english) == [])
  }

  @Test func `a phrase has the same places in both languages`() throws {
    let english = try Self.phrases("en")
    for (key, french) in try Self.phrases("fr") {
      #expect(Words.places(of: french) == Words.places(of: english[key] ?? ""), "\(key)")
    }
  }

  @Test func `a place that nothing fills and one that is left out are found, but for the number of one`() throws {
    let known = try ExampleSite.words("en")
    let file = BuiltInTemplates.files.first { $0.name == "words/en.yml" }
    let own = String(decoding: try #require(file).bytes, as: UTF8.self)
      .replacing("\naccounts_one: \"{n} account\"", with: "\naccounts_one: \"one account\"")
      .replacing("\naccounts_other: \"{n} accounts\"", with: "\naccounts_other: \"{nn} accounts\"")
      .replacing("\nmoved_in_weeks: \"{n} in {weeks} weeks\"", with: "\nmoved_in_weeks: \"{weak}\"")
    let words = try Words(LanguageFile(code: "en", path: "own.yml", text: own, isBuiltIn: false))
    func told(_ isLookedAt: (String) -> Bool) -> [String] {
      words.misplaced(against: known, file: "own.yml", isLookedAt: isLookedAt).map(\.message.description)
    }
    #expect(
      told { _ in true } == [
        "nothing fills the place '{nn}' of the phrase 'accounts_other'; did you mean 'n'?",
        "the phrase 'accounts_other' leaves out its place '{n}'",
        "nothing fills the place '{weak}' of the phrase 'moved_in_weeks'; known: n, weeks",
        "the phrase 'moved_in_weeks' leaves out its place '{n}'",
        "the phrase 'moved_in_weeks' leaves out its place '{weeks}'",
      ])
    #expect(told { $0 != "accounts_other" }.count == 3)
  }

  @Test func `no phrase is left that neither the program nor a template uses`() throws {
    let templates = BuiltInTemplates.files.filter { !$0.name.hasSuffix(".yml") }
      .map { String(decoding: $0.bytes, as: UTF8.self) }
    let inTemplates = templates.flatMap { template in
      template.split(separator: "{t.").dropFirst().compactMap { $0.split(separator: "}").first.map(String.init) }
    }
    let words = try ExampleSite.words("en")
    let questions = try ExampleSite.questions(words).rules.flatMap { ["ask_\($0.id)", "because_\($0.id)"] }
    let used = Set(inTemplates).union(Phrase.keys(of: try Language(#require(ExampleSite.languages.file("en")))))
      .union(questions)
    #expect(try Self.phrases("en").keys.filter { !used.contains($0) } == [])
  }

  @Test(arguments: ["en", "fr"])
  func `there are at least 15 questions, each with words whose places its conditions fill`(language: String) throws {
    let words = try ExampleSite.words(language)
    let file = try ExampleSite.questions(words)
    #expect(file.findings.isEmpty)
    #expect(file.rules.count >= 15)
    let phrases = try Self.phrases(language)
    for rule in file.rules {
      let known = Set(rule.conditions.map(\.fact.rawValue) + QuestionRule.names)
      for part in ["ask", "because"] {
        let phrase = try #require(phrases["\(part)_\(rule.id)"])
        #expect(Words.places(of: phrase).isSubset(of: known), "\(part)_\(rule.id)")
      }
    }
  }

  @Test func `French sets its signs apart with a no-break space`() throws {
    for (key, phrase) in try Self.phrases("fr") {
      let scalars = Array(phrase.unicodeScalars)
      for (index, scalar) in scalars.enumerated() {
        switch scalar {
        case ":", ";", "!", "?", "%", "»":
          #expect(index > 0 && scalars[index - 1] == "\u{A0}", "\(key): before \(scalar) in “\(phrase)”")
        case "«":
          #expect(index + 1 < scalars.count && scalars[index + 1] == "\u{A0}", "\(key): after « in “\(phrase)”")
        case "'", "\"":
          Issue.record("\(key): a typewriter's sign in “\(phrase)”")
        default: continue
        }
      }
    }
  }

  @Test(arguments: [
    ("en", 0, "0 accounts"), ("en", 1, "1 account"), ("en", 2, "2 accounts"),
    ("fr", 0, "0 compte"), ("fr", 1, "1 compte"), ("fr", 2, "2 comptes"),
  ])
  func `French counts nothing in the singular, English in the plural`(language: String, n: Int, text: String) throws {
    #expect(try ExampleSite.words(language).count(.accounts, n) == text)
  }

  @Test func `no line of a template is longer than 200 characters`() {
    let templates = BuiltInTemplates.files.filter { $0.name.hasSuffix(".md") || $0.name.hasSuffix(".html") }
    #expect(templates.count > 10)
    for (name, bytes) in templates {
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() where line.unicodeScalars.count > 200 {
        Issue.record("\(name):\(index + 1) has \(line.unicodeScalars.count) characters; put a part of it into parts/")
      }
    }
  }

  @Test func `the templates hold no words of their own`() {
    let templates = BuiltInTemplates.files.filter { $0.name.hasSuffix(".md") || $0.name.hasSuffix(".html") }
    #expect(templates.count > 10)
    for (name, bytes) in templates {
      let text = String(decoding: bytes, as: UTF8.self)
        .replacing(/{{.*?}}+/, with: "")
        .replacing(/(?:aria-label|title|alt)="([^"]*)"/) { ">\($0.output.1)<" }
        .replacing(/<[^>]*>/, with: "")
        .replacing(/\]\([^)]*\)/, with: "")
      #expect(text.unicodeScalars.filter(\.properties.isAlphabetic).isEmpty, "\(name): \(text)")
    }
  }
}
