import Customer
import Health
import Languages
import Portfolio
import Publishing
import Review
import Site

/// What a site is made from: a portfolio, and the words and templates to tell it with.
struct Inputs {
  let portfolio: Portfolio
  let folder: TemplateFolder
  let words: Words
  let questions: [QuestionRule]
  let templates: SiteTemplates
  /// What names of data files start from.
  let dataFolder: String
  private let brand: BrandFiles

  /// Reads all of it; faults in the templates are told even when the data cannot be read, and the other way round.
  init(_ options: PortfolioOptions, templateFolder: String?, asOf: Day? = nil) throws {
    let loaded = Result { try options.load(asOf: asOf, templates: templateFolder) }
    // Of a portfolio that cannot be read the language is not known.
    let language = (try? loaded.get())?.settings.locale ?? Languages.program
    let prepared = Result {
      let folder = try TemplateFolder(templateFolder, portfolio: options.folder)
      let words = try folder.words(language)
      // Nobody wants to find a fault in these on the day of a review.
      _ = try folder.customerTemplates(words.customerLanguage(around: CalendarDay(asOf ?? options.asOf ?? .today)))
      return (folder, words, try folder.questions(words), try folder.templates(words))
    }
    if case .failure(let first as Refusal) = loaded, case .failure(let second as Refusal) = prepared {
      throw first.and(second)
    }
    dataFolder = options.dataFolder ?? options.folder
    portfolio = try loaded.get()
    (folder, words, questions, templates) = try prepared.get()
    brand = try BrandFiles(portfolio.settings.brand, portfolio: options.folder)
  }

  /// The files that go into the site as they are.
  var assets: [OutputFile] { folder.assets + brandFiles }

  /// What the brand brings with it.
  var brandFiles: [OutputFile] { brand.files }

  /// What an edition is made from.
  ///
  /// - Parameter terminalWords: those of the terminal, for what is printed; nil for pages.
  func context(
    _ review: Review, status: EditionStatus = .draft, isWholeSite: Bool = true, terminalWords: Words? = nil
  ) -> Context {
    let settings = portfolio.settings
    return Context(
      review: review, quality: portfolio.quality, title: settings.title, currency: settings.currency,
      words: terminalWords ?? words,
      rubric: settings.rubric, questionRules: questions, status: status,
      archiveAddress: settings.archiveURL, isWholeSite: isWholeSite, brand: brand.brand, tool: Vigie.tool)
  }
}
