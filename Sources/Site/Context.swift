import Health
public import Review

/// The content of an edition, which is the review, and its presentation.
public struct Context: Sendable {
  /// The review that the edition presents.
  public let review: Review
  /// What arrived and how much of it could be used.
  public let quality: DataQuality
  /// The title on every page.
  public let title: String
  /// The three-letter code of the currency of all amounts.
  public let currency: String
  /// How many units of it one of another currency is, by the code of that one.
  public let rates: [String: Double]
  /// The words of the edition's language.
  public let words: Words
  /// The meaning of each flag to the team, for those that the settings define.
  public let rubric: [Sentiment.Flag: String]
  /// The rules for choosing questions, the most important first.
  public let questionRules: [QuestionRule]
  /// The words by which people speak of risks.
  public let signs: RiskSigns
  /// What is missing in the data.
  public let missing: MissingData
  /// Whether this is a draft or a publication.
  public let status: EditionStatus
  /// The address of the archives of editions, relative to the root of the site, such as `../archive/`; empty if
  /// unknown.
  public let archiveAddress: String
  /// Where readers find the site, with a slash at the end, for what leaves it; empty where nobody has told.
  public let siteAddress: String
  /// False for pages about a comparison, which have no links to other pages.
  public let isWholeSite: Bool
  /// The brand shown on every page.
  public let brand: SiteBrand
  /// Name and version of the program.
  public let tool: String
  /// What the feed and its entries are known by; nil where nothing has been published.
  public let feed: String?
  /// Today's id of accounts that had another one, by the old id.
  public let aliases: [String: String]
  /// Who reads the accounts' own pages: `everyone` where they leave the team's site, and private words stay behind.
  var ownPage = Remark.Reader.accountPage

  /// Creates a context from a review and its presentation.
  public init(
    review: Review, quality: DataQuality, title: String, currency: String, rates: [String: Double] = [:],
    words: Words,
    rubric: [Sentiment.Flag: String], questionRules: [QuestionRule], signs: RiskSigns = RiskSigns(),
    missing: MissingData = .nothing,
    status: EditionStatus = .draft,
    archiveAddress: String = "", siteAddress: String = "", isWholeSite: Bool = true, brand: SiteBrand = SiteBrand(),
    tool: String, feed: String? = nil, aliases: [String: String] = [:]
  ) {
    self.review = review
    self.quality = quality
    self.title = title
    self.currency = currency
    self.rates = rates
    self.words = words
    self.rubric = rubric
    self.questionRules = questionRules
    self.signs = signs
    self.missing = missing
    self.status = status
    self.archiveAddress = archiveAddress
    self.siteAddress = siteAddress
    self.isWholeSite = isWholeSite
    self.brand = brand
    self.tool = tool
    self.feed = feed
    self.aliases = aliases
  }
}
