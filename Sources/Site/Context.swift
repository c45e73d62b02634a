import Health
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

  let formats: Formats
  /// What measures are called and in what they are told.
  let measures: MeasureWords
  /// The accounts that moved, looked up once: finding what moved them scores the day four weeks ago.
  let movers: (falls: [Mover], rises: [Mover])
  /// The accounts lost in the last year.
  let losses: [LostAccount]
  /// For each account the page of the person who looks after it; a row of a table needs no digest of the name.
  private let ownerPaths: [String]

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
    formats = Formats(words, around: review.asOf)
    measures = MeasureWords(review.models, words: words, formats: formats, currency: currency)
    movers = review.movers
    losses = review.lostInYear
    ownerPaths = review.evidence.accounts.map { path(ofCSM: $0.csm) + ".html" }
  }

  var evidence: Evidence { review.evidence }

  /// The newest day of any measure; nil without measures.
  var newestData: Day? { evidence.series.compactMap(\.lastDay).max() }

  func money(_ amount: Double) -> String { formats.money(amount, currency: currency) }

  /// An account's revenue, or the word for not knowing it.
  func arr(of account: Int) -> String {
    evidence.accounts[account].arr.map(money) ?? words(.unknown)
  }

  /// The revenue of some accounts together; unknown revenue adds nothing.
  func arr(of accounts: some Sequence<Int>) -> Double {
    accounts.reduce(0) { $0 + (evidence.accounts[$1].arr ?? 0) }
  }

  /// `12 more accounts.` where not all are shown; else empty.
  func moreAccounts(of all: Int, shown: Int) -> String {
    all > shown ? words.count(.moreAccounts, all - shown) : ""
  }

  /// What a measure, dimension or column is called.
  func label(_ name: String) -> String { measures.label(name) }

  /// What a segment is called; of the one that a model without segments has, in the reader's language.
  func name(of segment: Segment) -> String { segment == .everything ? words(.allAccounts) : segment.name }

  /// What a model is called: by the segment that has its id, else by its id.
  func name(of model: Model) -> String {
    model.id == "default"
      ? words(.baseModelName) : review.models.segments.first { $0.id == model.id }?.name ?? model.id
  }

  func accountLink(_ account: Int, root: String) -> String {
    "\(root)accounts/\(slug(of: evidence.accounts[account].id.text)).html"
  }

  func ownerLink(_ account: Int, root: String) -> String { root + ownerPaths[account] }

  func segmentLink(_ segment: Segment, root: String) -> String { "\(root)segments/\(slug(of: segment.id)).html" }

  func listLink(_ list: ListID, root: String) -> String { "\(root)lists/\(list.rawValue).html" }
}

/// The path of a person's page without its ending; no name is blank, so that a blank one stands for nobody.
func path(ofCSM csm: String?) -> String { "csms/\(slug(of: csm ?? ""))" }
