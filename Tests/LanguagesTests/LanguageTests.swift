import Findings
import Testing

@testable import Languages

@Suite struct LanguageTests {
  private static func file(_ code: String, _ text: String = "a: b", isBuiltIn: Bool = false) -> LanguageFile {
    LanguageFile(code: code, path: "\(code).yml", text: text, isBuiltIn: isBuiltIn)
  }

  private static let languages = Languages(
    builtIn: [("words/aa.yml", Array("built in".utf8)), ("words/aa.md", []), ("index.md", [])],
    own: [file("aa"), file("pt-br"), file("pt")])

  @Test func `the languages are those of the files, and the user's own file goes first`() {
    #expect(Self.languages.codes == ["aa", "pt", "pt-br"])
    #expect(Self.languages.file("aa")?.path == "aa.yml")
    #expect(Self.languages.file("bb") == nil)
  }

  @Test(arguments: [
    ("AA", "aa"), (" aa ", "aa"), ("aa-CA", "aa"), ("aa_CA", "aa"), ("pt_BR", "pt-br"), ("pt-PT", "pt"), ("bb", nil),
    ("", nil), ("aab", nil),
  ])
  func `a language is known in any case and with any region`(text: String, code: String?) {
    #expect(Self.languages.code(for: text) == code)
  }

  @Test func `what is wrong with rules and lists is told with the file`() throws {
    let language = try Language(
      Self.file(
        "xx", "phrase: Hello\nplural: {one: n is 1}\nfindings: {a: b}\n"))
    #expect(language.phrases == ["phrase": "Hello"])
    #expect(language.findings == ["a": "b"])
    #expect(language.plural.forms == [.other])
    let faults = language.faults.map(\.description)
    #expect(
      faults == [
        "xx.yml: error: the rule 'plural' cannot be read: 'n is 1' in 'one'; write such as i % 10 = 2..4 and i % 100 != "
          + "12..14",
        "xx.yml: error: the rule 'ordinal' is missing; write such as ordinal: {one: n = 1}",
      ])
  }

  @Test(arguments: ["- a", "a: [", ""])
  func `a file that is no mapping cannot be read`(text: String) {
    #expect(throws: LanguageProblem.self) { try Language(Self.file("xx", text)) }
    #expect(Languages(builtIn: [], own: [Self.file("xx", text)]).read().isEmpty)
  }
}
