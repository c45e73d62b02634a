import BuiltInTemplates
import Foundation
import Health
import Languages
import Pipeline
import Portfolio
import Publishing
import Site
import Testing

/// The site of a portfolio folder, built in the test's own process.
enum ExampleSite {
  /// The folder of the repository.
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The built-in languages.
  static let languages = Languages(builtIn: BuiltInTemplates.files)

  /// Every file of the site by its path, except the manifest; in the portfolio's language unless another is named.
  static func files(
    of portfolio: URL, asOf: Day, version: String, language: String? = nil, templates: TemplateSource = .builtIn
  ) async throws -> [String: [UInt8]] {
    let site = try await site(
      of: portfolio, asOf: asOf, version: version, language: language, templates: templates)
    let all = try site.files() + site.pages.map(site.html(of:))
    return Dictionary(uniqueKeysWithValues: all.map { ($0.path, $0.bytes) })
  }

  /// The site of a portfolio folder.
  static func site(
    of portfolio: URL, asOf: Day, version: String, language: String? = nil, templates: TemplateSource = .builtIn
  ) async throws -> Site {
    let folder = PortfolioFolder(portfolio.path)
    let portfolio = try folder.read(asOf: asOf, templates: templates)
    let presentation = try Presentation(
      templates, language: language ?? portfolio.settings.locale, around: asOf)
    let workspace = try Workspace(folder, portfolio, presentation: presentation, tool: version)
    return workspace.site(of: await workspace.review())
  }

  /// The files that every site contains unchanged, by name.
  static func assets() throws -> [String: [UInt8]] {
    Dictionary(
      uniqueKeysWithValues: BuiltInTemplates.files.filter { BuiltInTemplates.isSiteAsset($0.name) }
        .map { ($0.name, $0.bytes) })
  }

  /// The built-in words of a language.
  static func words(_ language: String) throws -> Words {
    try Words(#require(languages.file(language)))
  }

  /// The built-in table of questions.
  static func questions(_ words: Words) throws -> QuestionFile {
    QuestionFile(try text("questions.yml"), file: "questions.yml", hasWords: words.hasQuestion)
  }

  private static func text(_ name: String) throws -> String {
    let file = try #require(BuiltInTemplates.files.first { $0.name == name })
    return String(decoding: file.bytes, as: UTF8.self)
  }
}
