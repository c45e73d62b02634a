import BuiltInTemplates
import Foundation
import Health
import Pipeline
import Portfolio
import Publishing
import Site
import Testing

/// The site of a portfolio folder, built in the test's own process.
enum ExampleSite {
  /// The repository.
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Every file of the site by its path, the manifest excepted; in the portfolio's language unless another is named.
  static func files(
    of portfolio: URL, asOf: Day, version: String, language: String? = nil
  ) async throws -> [String: [UInt8]] {
    let folder = PortfolioFolder(portfolio.path)
    let portfolio = try folder.read(asOf: asOf)
    let presentation = try Presentation(
      .builtIn, language: language ?? portfolio.settings.locale.rawValue, around: asOf)
    let workspace = try Workspace(folder, portfolio, presentation: presentation, tool: version)
    let site = workspace.site(of: await workspace.review())
    let all = site.files + site.pages.map(site.html(of:))
    return Dictionary(uniqueKeysWithValues: all.map { ($0.path, $0.bytes) })
  }

  /// The files that every site has as they are, by their names.
  static func assets() throws -> [String: [UInt8]] {
    Dictionary(
      uniqueKeysWithValues: BuiltInTemplates.files.filter { BuiltInTemplates.isSiteAsset($0.name) }
        .map { ($0.name, $0.bytes) })
  }

  /// The words that come with Vigie for a language.
  static func words(_ language: String) throws -> Words {
    try Words(language: language, file: language, text: try text("words/\(language).yml"))
  }

  /// The table of questions that comes with Vigie.
  static func questions(_ words: Words) throws -> QuestionFile {
    QuestionFile(try text("questions.yml"), file: "questions.yml", hasWords: words.hasQuestion)
  }

  private static func text(_ name: String) throws -> String {
    let file = try #require(BuiltInTemplates.files.first { $0.name == name })
    return String(decoding: file.bytes, as: UTF8.self)
  }
}
