import BuiltInTemplates
import Foundation
import Health
import Languages
import Portfolio
import Publishing
import Review
import Site
import Templates
import Testing

/// The site of a portfolio folder, built in the test's own process.
enum ExampleSite {
  /// The repository.
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The languages that come with Vigie.
  static let languages = Languages(builtIn: BuiltInTemplates.files)

  /// Every file of the site by its path, the manifest excepted; in the portfolio's language unless another is named.
  static func files(
    of portfolio: URL, asOf: Day, version: String, language: String? = nil, languages: Languages = languages
  ) async throws -> [String: [UInt8]] {
    let portfolio = try loadPortfolio(portfolio.path, asOf: asOf, languages: languages)
    let scorer = Scorer(evidence: portfolio.evidence, models: portfolio.models, segmentOf: portfolio.segmentOf)
    let review = await Review(
      scorer, judgement: portfolio.judgement, rules: portfolio.settings.reviewRules)
    let words = try Words(#require(languages.file(language ?? portfolio.settings.locale)))
    let context = Context(
      review: review, quality: portfolio.quality, title: portfolio.settings.title,
      currency: portfolio.settings.currency, words: words, rubric: portfolio.settings.rubric,
      questionRules: try questions(words).rules, tool: version)
    let files = BuiltInTemplates.files.filter { $0.name.hasSuffix(".md") || $0.name.hasSuffix(".html") }
    let templates = try SiteTemplates(
      files.map { TemplateFile(name: $0.name, text: String(decoding: $0.bytes, as: UTF8.self)) }, words: words)
    let assets = BuiltInTemplates.files.filter { BuiltInTemplates.isSiteAsset($0.name) }
    let site = Site(
      context, templates: templates, assets: assets.map { OutputFile(path: $0.name, bytes: $0.bytes) })
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
    try Words(#require(languages.file(language)))
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
