import BuiltInTemplates
import Findings
import Foundation
import Languages
import Portfolio
import Publishing
import Review
import Site
import Templates

/// The templates, words and assets in force: those that come with Vigie, and the user's own in their place.
struct TemplateFolder {
  /// Name and bytes of every file, in order of name.
  let files: [(name: String, bytes: [UInt8], path: String)]
  /// The languages that there are words of.
  let languages: Languages

  /// Takes the folder given on the command line, else `templates/` in the portfolio where there is one.
  init(_ folder: String?, portfolio: String) throws {
    let own = folder ?? portfolio + "/templates"
    languages = Languages(templates: folder, portfolio: portfolio)
    var files = BuiltInTemplates.files.map { (name: $0.name, bytes: $0.bytes, path: "built-in " + $0.name) }
    guard FileManager.default.fileExists(atPath: own) else {
      if let folder { throw Refusal("there is no folder '\(folder)' for --templates") }
      self.files = files
      return
    }
    for name in try Self.names(in: own) {
      let path = own + "/" + name
      guard let data = FileManager.default.contents(atPath: path) else { throw Refusal("cannot read '\(path)'") }
      if let index = files.firstIndex(where: { $0.name == name }) {
        files[index] = (name, Array(data), path)
      } else {
        files.append((name, Array(data), path))
      }
    }
    self.files = files
    reportStrangers()
  }

  /// The words of a language that come with Vigie, whatever the user's own say; nil for other languages.
  func builtInWords(_ code: String) throws(LanguageProblem) -> Words? {
    guard let file = languages.files.first(where: { $0.code == code && $0.isBuiltIn }) else { return nil }
    return try Words(file)
  }

  /// The words of a language.
  func words(_ code: String) throws -> Words {
    guard let file = languages.file(code) else {
      throw Refusal(
        "there is no language file 'words/\(code).yml'\(suggestion(for: code, among: languages.codes)); or put one in "
          + "templates/", saysNothingWritten: true)
    }
    do throws(LanguageProblem) {
      let words = try Words(file)
      guard !file.isBuiltIn else { return words }
      // Questions of one's own have conditions, and so places, of their own.
      let hasOwnQuestions = files.contains { $0.name == "questions.yml" && !$0.path.hasPrefix("built-in ") }
      // The phrases of the program's own language have the places that it fills.
      let misplaced =
        try builtInWords(Languages.program).map { known in
          words.misplaced(against: known, file: file.path) { key in
            !hasOwnQuestions || !(key.hasPrefix("ask_") || key.hasPrefix("because_"))
          }
        } ?? []
      guard misplaced.isEmpty else { throw LanguageProblem(findings: misplaced) }
      return words
    } catch {
      report(error.findings)
      throw Refusal("the language file cannot be used")
    }
  }

  /// The templates, checked against what they may show.
  func templates(_ words: Words) throws -> SiteTemplates {
    let sources = try templateFiles()
    do throws(TemplateFailure) {
      return try SiteTemplates(sources, words: words)
    } catch {
      for description in error.descriptions { printError(description) }
      let count = error.descriptions.count
      throw Refusal(
        "\(count) \(count == 1 ? "problem" : "problems") in the templates", saysNothingWritten: true)
    }
  }

  /// The Markdown and HTML templates as texts.
  func templateFiles() throws -> [TemplateFile] {
    try files.filter { $0.name.hasSuffix(".md") || $0.name.hasSuffix(".html") }.map { file in
      guard let text = String(validating: file.bytes, as: UTF8.self) else {
        throw Refusal("\(file.path) is not UTF-8; save it as UTF-8")
      }
      return TemplateFile(name: file.name, text: text, displayPath: file.path)
    }
  }

  /// The rules by which questions are chosen.
  func questions(_ words: Words) throws -> [QuestionRule] {
    let name = "questions.yml"
    guard let file = files.first(where: { $0.name == name }) else { return [] }
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      throw Refusal("\(file.path) is not UTF-8; save it as UTF-8")
    }
    let questions = QuestionFile(text, file: file.path, hasWords: words.hasQuestion)
    report(questions.findings)
    guard questions.findings.isEmpty else {
      throw Refusal("the table of questions cannot be used", saysNothingWritten: true)
    }
    return questions.rules
  }

  /// The files that go into the site as they are.
  var assets: [OutputFile] {
    files.filter { BuiltInTemplates.isSiteAsset($0.name) }.map { OutputFile(path: $0.name, bytes: $0.bytes) }
  }

  private static func names(in folder: String) throws -> [String] {
    guard let all = FileManager.default.enumerator(atPath: folder) else { return [] }
    return all.compactMap { $0 as? String }
      .filter { name in [".md", ".html", ".css", ".js", ".yml"].contains { name.hasSuffix($0) } && name != "README.md" }
      .sorted()
  }

  /// Warns of files that nothing uses: most likely a template whose name is misspelt.
  private func reportStrangers() {
    let known = BuiltInTemplates.files.map(\.name)
    for file in files where !known.contains(file.name) && !file.name.hasPrefix("words/") {
      let isIncluded = files.contains { String(decoding: $0.bytes, as: UTF8.self).contains("> \(file.name)") }
      guard !isIncluded else { continue }
      report([
        Finding(
          .warning, file: file.path, "no page uses a template of this name\(suggestion(for: file.name, among: known))")
      ])
    }
  }
}
