public import Health
import Ledger
public import Portfolio
import Publishing
public import Review
public import Site

/// A portfolio and what its sites are shown with: the value that sites, editions and snapshots are made from.
///
/// A site is made in the lines of ``build(to:)`` and ``publish(to:revise:)``: read, score, review, compose, render,
/// publish, record.
public struct Workspace: Sendable {
  /// Where the portfolio is.
  public let folder: PortfolioFolder
  /// What was read from it.
  public let portfolio: Portfolio
  /// What it is shown with.
  public let presentation: Presentation
  let reporter: Reporter
  private let tool: String
  private let brand: BrandFiles

  /// Reads all of it; faults in the templates are said even when the data cannot be read, and the other way round.
  ///
  /// - Parameters:
  ///   - templates: nil for the portfolio's own, or those that come with Vigie.
  ///   - asOf: nothing dated after this day is used.
  ///   - isStrict: whether a refused row stops everything.
  ///   - isSilent: whether what is wrong with the data is said only where it stops everything.
  public init(
    _ folder: PortfolioFolder, templates: TemplateSource? = nil, asOf: Day, isStrict: Bool = false,
    isSilent: Bool = false, reporter: Reporter = .silent
  ) throws {
    let loaded = Result { try folder.read(asOf: asOf, isStrict: isStrict, isSilent: isSilent, reporter: reporter) }
    // Of a portfolio that cannot be read the language is not known.
    let language = (try? loaded.get())?.settings.locale ?? .en
    let prepared = Result {
      try Presentation(
        templates ?? folder.templates, language: language.rawValue, around: asOf, reporter: reporter)
    }
    if case .failure(let first as Refusal) = loaded, case .failure(let second as Refusal) = prepared {
      throw first.and(second)
    }
    try self.init(folder, try loaded.get(), presentation: try prepared.get(), reporter: reporter)
  }

  /// Takes what was read.
  ///
  /// - Parameter tool: name and version of the program, as pages carry them.
  public init(
    _ folder: PortfolioFolder, _ portfolio: Portfolio, presentation: Presentation, tool: String = Tool.name,
    reporter: Reporter = .silent
  ) throws {
    self.folder = folder
    self.portfolio = portfolio
    self.presentation = presentation
    self.tool = tool
    self.reporter = reporter
    brand = try BrandFiles(portfolio.settings.brand, portfolio: folder.path)
  }

  /// The day that it reports on.
  var asOf: Day { portfolio.evidence.asOf }

  /// The editions published before the as-of day.
  public func history() throws -> History { try folder.history(of: portfolio) }

  /// Scores the portfolio and compares the scores with human judgement and the editions published before.
  public func review(_ history: History? = nil) async -> Review {
    reporter.begin(.scoring)
    return await portfolio.review(history: history)
  }

  /// Composes the site of a review, whose pages are made when they are asked for.
  public func site(of review: Review, status: EditionStatus = .draft) -> Site {
    site(of: review, status: status, with: [])
  }

  func site(of review: Review, status: EditionStatus, with more: [OutputFile]) -> Site {
    Site(context(review, status: status), templates: presentation.templates, assets: assets + more)
  }

  /// Renders every page beside the site that is live.
  func render(_ site: Site, to publication: Publication) async throws -> [PlacedFile] {
    let (reporter, count) = (reporter, site.pages.count)
    return try await site.render(to: publication) { reporter.begin(.rendering(done: $0, of: count)) }
  }

  /// The files that go into the site as they are.
  var assets: [OutputFile] { presentation.folder.assets + brandFiles }

  /// What the brand brings with it.
  var brandFiles: [OutputFile] { brand.files }

  /// What an edition says, and how.
  public func context(
    _ review: Review, status: EditionStatus = .draft, isWholeSite: Bool = true
  ) -> Context {
    let settings = portfolio.settings
    return Context(
      review: review, quality: portfolio.quality, title: settings.title, currency: settings.currency,
      words: presentation.words, rubric: settings.rubric, questionRules: presentation.questions, status: status,
      archiveAddress: settings.archiveURL, isWholeSite: isWholeSite, brand: brand.brand, tool: tool)
  }
}
