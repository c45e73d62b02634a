public import Customer
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
  /// Every green account comes up for a spot check once in so many weeks.
  public var spotCheckWeeks = Review.Rules.usualSpotCheckWeeks
  /// How many accounts the team can look after in a week; nil when it does not say.
  public var capacity: Int?
  /// What retention should be; nil when the settings do not say.
  public var retentionTarget: RetentionTarget?
  /// What a flag of each colour means to the team, where the settings say it.
  public var rubric: [Sentiment.Flag: String] = [:]
  /// Days after which a table without a new row is a dead feed.
  public var feedMaxAge = Evidence.usualFeedMaxAge
  /// Today's id of accounts that had another one, by the old id: their history goes on under the new one.
  public var aliases: [String: String] = [:]
  /// Where each alias stands in the settings.
  var aliasPlaces: [String: (line: Int, column: Int)] = [:]
  /// Where readers of the site find the archives of editions, from its root; empty for nowhere.
  public var archiveURL = "../archive/"
  /// What customers' documents may hold, and from whom they are.
  public var customer = CustomerSettings()
  /// Whose pages they are.
  public var brand = Brand()
  /// Where the tables come from, for those that do not follow the convention.
  public var sources: [Table: [TableSource]] = [:]

  /// What they decide about a review.
  public var reviewRules: Review.Rules {
    Review.Rules(spotCheckWeeks: spotCheckWeeks, capacity: capacity, retentionTarget: retentionTarget)
  }

  /// The settings of a portfolio without `vigie.yml`.
  public init() {}
}

/// What `snapshot.customer` in `vigie.yml` decides about the documents that customers get.
public struct CustomerSettings: Sendable {
  /// The kinds of facts that may stand in them.
  public var allowed = CustomerField.defaults
  /// The company that they are from.
  public var sender: String?
  /// The measure that counts the people who use the product, and the one that counts their seats; nil for those of
  /// the model's `seat_use`.
  public var adoption: AdoptionSides?
  /// Where the two measures stand in the settings.
  var adoptionPlaces: [(name: String, key: String, line: Int?, column: Int?)] = []
  /// Words that may stand in a document although they are also a name or another value that is searched for.
  public var known: [String] = []

  /// The defaults.
  public init() {}
}

/// One place that rows of a table come from.
public struct TableSource: Sendable {
  /// A file or a query.
  public enum Origin: Sendable {
    /// A CSV file; nil for a delimiter to be found.
    case csv(file: String, delimiter: UInt8?)
    /// A query on a SQLite file.
    case sqlite(file: String, query: String)
  }

  /// A file or a query.
  public let origin: Origin
  /// The mark before the decimals of numbers.
  public var decimal = UInt8(ascii: ".")
  /// How days are written.
  public var dateFormat = DateFormat.iso
  /// The file's own name of a column, by its canonical name.
  public var columns: [String: String] = [:]
  /// For wide measures, the columns that hold measures: measure and column.
  public var values: [(measure: String, column: String)] = []
  /// Where the settings name this source; nil for a table that follows the convention.
  public var place: (line: Int, column: Int)?

  /// The file that the rows come from, as the user wrote it.
  public var file: String {
    switch origin {
    case .csv(let file, _), .sqlite(let file, _): file
    }
  }

  init(origin: Origin) {
    self.origin = origin
  }
}
