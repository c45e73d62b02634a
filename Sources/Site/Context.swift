public import Review

/// What an edition is made from: the review, and how it is to be told.
public struct Context: Sendable {
  /// What the edition says.
  public let review: Review
  /// What arrived and what of it could be used.
  public let quality: DataQuality
  /// The title on every page.
  public let title: String
  /// The three-letter code of the currency of all amounts.
  public let currency: String
  /// The language.
  public let words: Words
  /// What each flag means to the team, where the settings say it.
  public let rubric: [Sentiment.Flag: String]
  /// The rules by which questions are chosen, the most important first.
  public let questionRules: [QuestionRule]
  /// Whether this is a draft or a publication.
  public let status: EditionStatus
  /// Where the archives of editions lie, from the root of the site, such as `../archive/`; empty where nobody knows.
  public let archiveAddress: String
  /// False for pages about a comparison, which stand alone and lead nowhere.
  public let isWholeSite: Bool
  /// Whose pages they are.
  public let brand: SiteBrand
  /// Name and version of the program.
  public let tool: String

  /// Takes a review and how it is to be told.
  public init(
    review: Review, quality: DataQuality, title: String, currency: String, words: Words,
    rubric: [Sentiment.Flag: String], questionRules: [QuestionRule], status: EditionStatus = .draft,
    archiveAddress: String = "", isWholeSite: Bool = true, brand: SiteBrand = SiteBrand(),
    tool: String
  ) {
    self.review = review
    self.quality = quality
    self.title = title
    self.currency = currency
    self.words = words
    self.rubric = rubric
    self.questionRules = questionRules
    self.status = status
    self.archiveAddress = archiveAddress
    self.isWholeSite = isWholeSite
    self.brand = brand
    self.tool = tool
  }
}
