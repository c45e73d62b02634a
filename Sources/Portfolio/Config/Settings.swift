public import Customer
public import Files
import Health
import Languages
public import Review
public import Tables

/// What `vigie.yml` decides about a portfolio, apart from how it is scored.
public struct Settings: Sendable {
  /// The title on every page.
  public var title = "Portfolio health"
  /// The language of the site.
  public var locale = Languages.program
  /// The three-letter code of the currency that all amounts are in.
  public var currency = "EUR"
  /// Units of that currency for one of another, by the other's code.
  public var rates: [String: Double] = [:]
  /// The number of weeks within which every green account comes up for one spot check.
  public var spotCheckWeeks = Review.Rules.usualSpotCheckWeeks
  /// How many accounts the team can look after in a week; nil when it does not say.
  public var capacity: Int?
  /// The target for retention; nil when the settings do not say.
  public var retentionTarget: RetentionTarget?
  /// The most that figures of the front page should be, for those that the settings name.
  public var targets: [HeadlineFigure: Double] = [:]
  /// The loss rate from which the effort of acting on an account pays; nil when the settings do not say.
  public var worthActingFrom: Double?
  /// What a flag of each colour means to the team, for the colours that the settings define.
  public var rubric: [Sentiment.Flag: String] = [:]
  /// Days after which a table without a new row is a dead feed.
  public var feedMaxAge = Evidence.usualFeedMaxAge
  /// The current ids of accounts that have changed theirs, by old id: their history continues under the new one.
  public var aliases: [String: String] = [:]
  /// In which days are counted: what today is.
  public var timeZone = Zone.utc
  /// What a publication must not pass over; departures and aliases among it.
  public var guards = Guard.Rules()
  /// Who gets messages, and what may be in them.
  public var digest = DigestSettings()
  /// What a text begins with that stays on the account's own page; empty for no such mark.
  public var privateMark = ""
  /// Where each alias stands in the settings.
  var aliasPlaces: [String: (line: Int, column: Int)] = [:]
  /// The address of the archives of editions for readers, relative to the site's root; empty where nobody has said that
  /// they are uploaded.
  public var archiveURL = ""
  /// Where readers find the site, with a slash at the end; empty where the settings do not say.
  public var siteURL = ""
  /// What customers' documents may hold, and who sends them.
  public var customer = CustomerSettings()
  /// The brand shown on every page.
  public var brand = Brand()
  /// Where the tables come from, for those that do not follow the convention.
  public var sources: [Table: [TableSource]] = [:]
  /// The files that queries can read, by name.
  public var files: [NamedFile] = []
  /// The files that fit each pattern of them, of which the last is read.
  var patterns: [String: [String]] = [:]
  /// How much is read of tables.
  public var limits = Limits()
  /// The tables whose sources have a fault, so that their rows are not all known.
  var faultySources: Set<Table> = []

  /// What engines answered, each asked once.
  var engines = EngineAnswers()

  /// What the settings decide about a review.
  public var reviewRules: Review.Rules {
    Review.Rules(
      spotCheckWeeks: spotCheckWeeks, capacity: capacity, retentionTarget: retentionTarget, targets: targets,
      worthActingFrom: worthActingFrom)
  }

  /// The settings of a portfolio without `vigie.yml`.
  public init() {}
}

/// What `snapshot.customer` in `vigie.yml` decides about the documents for customers.
public struct CustomerSettings: Sendable {
  /// The kinds of facts that the documents may contain.
  public var allowed = CustomerField.defaults
  /// The company that sends them.
  public var sender: String?
  /// The measure that counts the people who use the product, and the one that counts their seats; nil for those of
  /// the model's `seat_use`.
  public var adoption: AdoptionSides?
  /// The places of the two measures in the settings.
  var adoptionPlaces: [(name: String, key: String, line: Int?, column: Int?)] = []
  /// Words allowed in a document although they are also a name or another private value.
  public var known: [String] = []
  /// The codes of the lines that the author of a document confirmed, by the `account_id`.
  public var confirmed: [String: Set<String>] = [:]

  /// Creates the default settings.
  public init() {}
}
