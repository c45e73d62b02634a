/// A column of the accounts table that Vigie knows by name.
///
/// `all` is the only list of them. Loading, pages, words, the search for private values and the settings of customers'
/// documents use it, so a new column takes a line there and, if it is listed, a phrase `name_…` in each language.
public struct AccountColumn: Hashable, Sendable {
  /// The kind of value in its cells, which decides how they are read, shown and searched for.
  public enum Kind: Sendable {
    /// The id by which rows of other tables refer to the account; required and never blank.
    case id
    /// The name of the account; required and never blank.
    case name
    case text
    /// A text that classifies accounts, such as a region; its words are public although company names may contain them.
    case category
    /// The language of the account's own document. Nothing else reads it, so a similar header is not a likely typo.
    case language
    case number
    /// An amount in the portfolio's currency.
    case money
    case day

    /// Whether its cells must be numbers.
    public var isNumeric: Bool { self == .number || self == .money }
  }

  /// Whether another customer may read the contents of its cells.
  public enum Privacy: Sendable {
    /// No: every file made for a customer is searched for them. Columns that are not in the table are private too.
    case `private`
    /// Words, numbers and days that many texts contain by chance, and names of our own people: not searched for.
    case ordinary
  }

  /// Where an account's page shows it.
  public enum Placement: Sendable {
    /// Among the facts, in file order, under its label.
    case listed
    /// In the heading, on a line that the page composes, or not at all.
    case composed
  }

  /// Its canonical name.
  public let name: String
  /// The kind of value in its cells.
  public let kind: Kind
  /// Whether another customer may read the contents of its cells.
  public let privacy: Privacy
  /// Where an account's page shows it.
  public let placement: Placement

  private init(_ name: String, _ kind: Kind, _ privacy: Privacy, _ placement: Placement) {
    self.name = name
    self.kind = kind
    self.privacy = privacy
    self.placement = placement
  }

  /// Whether a row without it is refused.
  public var isRequired: Bool { kind == .id || kind == .name }

  /// Whether every language has a word for it: listed columns have a label, and a model may measure any number.
  public var hasWord: Bool { placement == .listed || kind.isNumeric }

  /// The known column with a name; nil for a column of the portfolio's own.
  public static func named(_ name: String) -> AccountColumn? { all.first { $0.name == name } }
}

extension AccountColumn {
  /// Every known column, in the order of the documentation.
  public static let all: [AccountColumn] = [
    id, name, csm, arr, currency, segment,
    AccountColumn("industry", .category, .ordinary, .listed),
    AccountColumn("employees", .number, .ordinary, .listed),
    AccountColumn("plan", .text, .ordinary, .listed),
    AccountColumn("region", .category, .ordinary, .listed),
    seats, startedOn, renewsOn, endedOn, locale,
  ]

  // The columns that code refers to by name.

  /// Unique and stable.
  public static let id = AccountColumn("account_id", .id, .private, .composed)
  /// The name of the account on pages.
  public static let name = AccountColumn("name", .name, .private, .composed)
  /// The customer-success manager.
  public static let csm = AccountColumn("csm", .text, .ordinary, .composed)
  /// Annual recurring revenue.
  public static let arr = AccountColumn("arr", .money, .private, .composed)
  /// The currency that ARR is in, where that is not the portfolio's; read as an amount of the portfolio's currency.
  public static let currency = AccountColumn("currency", .text, .ordinary, .composed)
  /// The id or the name of a segment, which overrides the segments' conditions.
  public static let segment = AccountColumn("segment", .text, .ordinary, .composed)
  /// The number of seats that the customer may use, the only number here that the customer may see.
  public static let seats = AccountColumn("seats", .number, .ordinary, .listed)
  /// The first day as a customer.
  public static let startedOn = AccountColumn("started_on", .day, .ordinary, .composed)
  /// The day on which the contract renews.
  public static let renewsOn = AccountColumn("renews_on", .day, .ordinary, .composed)
  /// The first day on which it is no longer a customer.
  public static let endedOn = AccountColumn("ended_on", .day, .ordinary, .composed)
  /// The language of the customer's document.
  public static let locale = AccountColumn("locale", .language, .ordinary, .listed)
}
