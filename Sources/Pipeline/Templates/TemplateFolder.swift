import BuiltInTemplates
import Customer
import Files
import Findings
import Languages
import Portfolio
import Publishing
import Review
import Site
import Templates

/// The templates, words and assets in use: the built-in ones, replaced by the user's own.
struct TemplateFolder {
  /// One of the files.
  struct File {
    /// The name in the folder, such as `words/en.yml`.
    let name: String
    let bytes: [UInt8]
    /// The source that the file is from; a folder is the file's own.
    let source: TemplateSource

    var isBuiltIn: Bool { if case .builtIn = source { true } else { false } }

    /// The path of the file for messages.
    var path: String {
      switch source {
      case .builtIn: "built-in " + name
      case .folder(let folder): folder + "/" + name
      }
    }

    /// The file as a text.
    var text: String {
      get throws {
        guard let text = String(validating: bytes, as: UTF8.self) else {
          throw Refusal("\(path) is not UTF-8; save it as UTF-8")
        }
        return text
      }
    }
  }

  /// Every file; those that only the user has are at the end.
  let files: [File]
  /// The languages with words.
  let languages: Languages
  private let reporter: Reporter

  /// Reads the files of a source.
  init(_ source: TemplateSource, reporter: Reporter) throws {
    self.reporter = reporter
    languages = try Languages(source)
    let builtIn = BuiltInTemplates.files.map { File(name: $0.name, bytes: $0.bytes, source: .builtIn) }
    guard case .folder(let own) = source else {
      files = builtIn
      return
    }
    guard try isThere(own) else {
      throw Refusal("there is no folder '\(own)' for --templates")
    }
    var files = builtIn
    for name in try Self.names(in: own) {
      let path = own + "/" + name
      let file = File(
        name: name, bytes: try OpenFile.toReadAll(path).contents(atMost: Limits.text), source: source)
      if let index = files.firstIndex(where: { $0.name == name }) { files[index] = file } else { files.append(file) }
    }
    self.files = files
    reportStrangers()
  }

  /// The built-in words of a language, whatever the user's own are; nil for other languages.
  func builtInWords(_ code: String) throws(LanguageProblem) -> Words? {
    guard let file = languages.files.first(where: { $0.code == code && $0.isBuiltIn }) else { return nil }
    return try Words(file)
  }

  /// The words of a language.
  func words(_ code: String) throws -> Words {
    guard let file = languages.file(code) else {
      throw Refusal.nothingWritten(
        "there is no language file 'words/\(code).yml'\(suggestion(for: code, among: languages.codes)); or put one in "
          + "templates/")
    }
    do throws(LanguageProblem) {
      let words = try Words(file)
      guard !file.isBuiltIn else { return words }
      // The user's own questions have their own conditions, and so their own placeholders.
      let hasOwnQuestions = files.contains { $0.name == "questions.yml" && !$0.isBuiltIn }
      // The phrases of the program's own language define the placeholders that it fills.
      let misplaced =
        try builtInWords(Languages.program).map { known in
          words.misplaced(against: known, file: file.path) { key in
            !hasOwnQuestions || !(key.hasPrefix("ask_") || key.hasPrefix("because_"))
          }
        } ?? []
      guard misplaced.isEmpty else { throw LanguageProblem(findings: misplaced) }
      return words
    } catch {
      reporter.warn(error.findings)
      throw Refusal("the language file cannot be used")
    }
  }

  /// The templates, checked against their views.
  func templates(_ words: Words) throws -> SiteTemplates {
    let sources = try templateFiles()
    do throws(TemplateFailure) {
      return try SiteTemplates(sources, words: words)
    } catch {
      reporter.warn(error.problems.map(Finding.init))
      throw Refusal.nothingWritten("\(counted(error.problems.count, "problem")) in the templates")
    }
  }

  /// The templates of customers' documents, checked against their views.
  func customerTemplates(_ language: CustomerLanguage) throws -> CustomerTemplates {
    let sources = try templateFiles()
    let style = files.first { $0.name == CustomerTemplates.styleName }?.bytes ?? []
    do throws(TemplateErrors) {
      return try CustomerTemplates(sources, style: style, language: language)
    } catch {
      reporter.warn(error.problems.map(Finding.init))
      throw Refusal.nothingWritten(
        "\(counted(error.problems.count, "problem")) in the templates of customers' documents")
    }
  }

  /// The Markdown and HTML templates as texts.
  private func templateFiles() throws -> [TemplateFile] {
    try files.filter { $0.name.hasSuffix(".md") || $0.name.hasSuffix(".html") }.map { file in
      TemplateFile(name: file.name, text: try file.text, displayPath: file.path)
    }
  }

  /// The rules by which questions are chosen.
  func questions(_ words: Words) throws -> [QuestionRule] {
    let name = "questions.yml"
    guard let file = files.first(where: { $0.name == name }) else { return [] }
    let questions = QuestionFile(try file.text, file: file.path, hasWords: words.hasQuestion)
    reporter.warn(questions.findings)
    guard questions.findings.isEmpty else {
      throw Refusal.nothingWritten("the table of questions cannot be used")
    }
    return questions.rules
  }

  /// The files that are copied into the site unchanged.
  var assets: [OutputFile] {
    files.filter { BuiltInTemplates.isSiteAsset($0.name) }.map { OutputFile(path: $0.name, bytes: $0.bytes) }
  }

  /// The files of a folder and of the folders in it that can be templates, words or assets.
  private static func names(in folder: String) throws(FileError) -> [String] {
    var names: [String] = []
    var rest = [""]
    while let inner = rest.popLast() {
      for name in try Folder(opening: "\(folder)/\(inner)").sortedNames() {
        if try EntryStatus(path: "\(folder)/\(inner)\(name)")?.kind == .folder {
          rest.append("\(inner)\(name)/")
        } else {
          names.append(inner + name)
        }
      }
    }
    return names.filter { name in
      [".md", ".html", ".css", ".js", ".yml"].contains { name.hasSuffix($0) } && name != "README.md"
    }.sorted()
  }

  /// Warns about files that nothing uses: most likely a template with a misspelt name.
  private func reportStrangers() {
    let known = BuiltInTemplates.files.map(\.name)
    for file in files where !known.contains(file.name) && !file.name.hasPrefix("words/") {
      let isIncluded = files.contains { String(decoding: $0.bytes, as: UTF8.self).contains("> \(file.name)") }
      guard !isIncluded else { continue }
      reporter.warn([
        Finding(
          .warning, file: file.path, "no page uses a template of this name\(suggestion(for: file.name, among: known))")
      ])
    }
  }
}

extension Finding {
  /// A problem of a template as a finding.
  fileprivate init(_ problem: TemplateProblem) {
    self.init(
      .error, file: problem.template, line: problem.line, column: problem.column, Message(verbatim: "\(problem.kind)"))
  }
}
