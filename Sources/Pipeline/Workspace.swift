public import Health
import Languages
import Ledger
public import Portfolio
import Publishing
public import Review
public import Site

/// A portfolio and its presentation: the value from which sites, editions and snapshots are made.
///
/// ``build(to:)`` and ``publish(to:revise:)`` show how a site is made: read, score, review, compose, render, publish,
/// record.
public struct Workspace: Sendable {
  /// The folder of the portfolio.
  public let folder: PortfolioFolder
  /// The portfolio that was read from it.
  public let portfolio: Portfolio
  /// The words, templates and assets that it is shown with.
  public let presentation: Presentation
  let reporter: Reporter
  /// The day of the clock.
  let today: Day
  /// Whether what is wrong with the data has been said.
  let hasToldFindings: Bool
  /// What stands for the program among the inputs of an edition; nil for the digest of the running one.
  let program: String?
  private let tool: String
  private let brand: BrandFiles

  /// Reads everything; faults in the templates are reported even if the data cannot be read, and vice versa.
  ///
  /// - Parameters:
  ///   - templates: nil for the portfolio's own, or the built-in ones.
  ///   - asOf: nothing dated after this day is used.
  ///   - today: the day of the clock; nil to look at it.
  ///   - isStrict: whether a refused row stops everything.
  ///   - isSilent: whether what is wrong with the data is said only where it stops everything; the steps that make a site
  ///     then say it, after the guards.
  ///   - program: what stands for the program among the inputs of an edition; nil for the digest of the running one.
  public init(
    _ folder: PortfolioFolder, templates: TemplateSource? = nil, asOf: Day, today: Day? = nil, isStrict: Bool = false,
    isSilent: Bool = false, reporter: Reporter = .silent, program: String? = nil
  ) throws {
    let loaded = Result {
      try folder.read(
        asOf: asOf, templates: templates, isStrict: isStrict, isSilent: isSilent, reporter: reporter)
    }
    // The language of an unreadable portfolio is unknown.
    let language = (try? loaded.get())?.settings.locale ?? Languages.program
    let prepared = Result {
      try Presentation(
        templates ?? folder.templates, language: language, around: asOf, reporter: reporter)
    }
    if case .failure(let first as Refusal) = loaded, case .failure(let second as Refusal) = prepared {
      throw first.and(second)
    }
    try self.init(
      folder, try loaded.get(), presentation: try prepared.get(), today: today, hasToldFindings: !isSilent,
      reporter: reporter, program: program)
  }

  /// Creates a workspace from what was read.
  ///
  /// - Parameters:
  ///   - tool: name and version of the program, as pages carry them.
  ///   - today: the day of the clock; nil to look at it.
  ///   - hasToldFindings: whether what is wrong with the data has been said.
  ///   - program: as above.
  public init(
    _ folder: PortfolioFolder, _ portfolio: Portfolio, presentation: Presentation, tool: String = Tool.name,
    today: Day? = nil, hasToldFindings: Bool = true, reporter: Reporter = .silent, program: String? = nil
  ) throws {
    self.program = program
    self.today = today ?? folder.today.day
    self.hasToldFindings = hasToldFindings
    self.folder = folder
    self.portfolio = portfolio
    self.presentation = presentation
    self.tool = tool
    self.reporter = reporter
    brand = try BrandFiles(portfolio.settings.brand, portfolio: folder.path)
  }

  /// The day it reports on.
  var asOf: Day { portfolio.evidence.asOf }

  /// The editions published before the as-of day.
  public func history() throws -> History { try folder.history(of: portfolio) }

  /// Scores the portfolio and compares the scores with human judgement and the editions published before.
  public func review(_ history: History? = nil) async -> Review {
    reporter.begin(.scoring)
    return await portfolio.review(history: history)
  }

  /// Composes the site of a review, whose pages are made when they are asked for.
  ///
  /// - Parameter missing: what is missing in the data.
  public func site(of review: Review, missing: MissingData = .nothing, status: EditionStatus = .draft) -> Site {
    site(of: review, missing: missing, status: status, with: [])
  }

  func site(
    of review: Review, missing: MissingData, status: EditionStatus, feed: String? = nil, with more: [OutputFile]
  ) -> Site {
    Site(
      context(review, missing: missing, status: status, feed: feed), templates: presentation.templates,
      assets: assets + more)
  }

  /// Renders the pages into the staged site.
  ///
  /// - Parameters:
  ///   - inputs: stands for what pages are made of besides the review; nil to make every page.
  ///   - last: what the pages of the last site were made of.
  func render(
    _ site: Site, to publication: Publication, inputs: String? = nil, last: MadePages = .none
  ) async throws -> RenderedSite {
    let (reporter, count) = (reporter, site.pages.count)
    return try await site.render(to: publication, inputs: inputs, last: last) {
      reporter.begin(.rendering(done: $0, of: count))
    }
  }

  /// The files that are copied into the site unchanged.
  var assets: [OutputFile] { presentation.folder.assets + brandFiles + keptAnswers }

  /// The answers of engines, kept with the site and so in its archive: the edition can be made again without them.
  private var keptAnswers: [OutputFile] {
    portfolio.answers.flatMap(\.files).map { OutputFile(path: $0.path, bytes: $0.bytes) }
  }

  /// The files that the brand adds.
  var brandFiles: [OutputFile] { brand.files }

  /// The content of an edition and its presentation.
  ///
  /// - Parameters:
  ///   - feed: the id of the portfolio's feed; nil for the one on record.
  ///   - terminalWords: the words of the terminal, for printed text; nil for pages.
  public func context(
    _ review: Review, missing: MissingData = .nothing, status: EditionStatus = .draft, feed: String? = nil,
    isWholeSite: Bool = true,
    terminalWords: Words? = nil
  ) -> Context {
    let settings = portfolio.settings
    return Context(
      review: review, quality: portfolio.quality, title: settings.title, currency: settings.currency,
      rates: settings.rates,
      words: terminalWords ?? presentation.words, rubric: settings.rubric, questionRules: presentation.questions,
      signs: presentation.signs, missing: missing, status: status,
      archiveAddress: settings.archiveURL, siteAddress: settings.siteURL, isWholeSite: isWholeSite, brand: brand.brand,
      tool: tool, feed: feed ?? review.history.feed, aliases: settings.aliases)
  }
}
