import Customer
public import Health
import Languages
import Portfolio
import Review
public import Site

/// The words, questions, templates and assets that a site is shown with, checked against what they may show.
public struct Presentation: Sendable {
  let folder: TemplateFolder
  /// The language.
  public let words: Words
  let questions: [QuestionRule]
  /// The words of a risk in every language.
  let signs: RiskSigns
  let templates: SiteTemplates

  /// Reads everything.
  ///
  /// - Parameters:
  ///   - language: such as `en`.
  ///   - day: the day that pages report on, which customers' documents use to choose their date format.
  public init(_ source: TemplateSource, language: String, around day: Day, reporter: Reporter = .silent) throws {
    folder = try TemplateFolder(source, reporter: reporter)
    words = try folder.words(language)
    // Faults in these should not surface on the day of a review.
    _ = try folder.customerTemplates(words.customerLanguage(around: CalendarDay(day)))
    questions = try folder.questions(words)
    signs = RiskSigns(folder.languages.read().map(\.signs))
    templates = try folder.templates(words)
  }
}
