/// A column of the accounts table that Vigie knows by name.
///
/// `all` is the one table of them. Loading, pages, words, the search for what is private and the settings of customers'
/// documents go by it, so that a column more is a line there and, where it is listed, a phrase `name_…` in each language.
public struct AccountColumn: Hashable, Sendable {
  /// What its cells are, which decides how they are read, shown and searched for.
  public enum Kind: Sendable {
    /// The id by which the rows of other tables name the account; it must be there and filled.
    case id
    /// What the account is called; it must be there and filled.
    case name
    case text
    /// A text that sorts accounts, of words that are nobody's own although companies are named with them: a region.
    case category
    /// The language of the account's own document. Nothing else reads it, so a header that is nearly called so is no slip.
    case language
    case number
    /// An amount in the portfolio's currency.
    case money
    case day

    /// Whether its cells must be numbers.
    public var isNumeric: Bool { self == .number || self == .money }
  }

  /// Whether another customer may read what is in its cells.
  public enum Privacy: Sendable {
    /// No: every file that is made for a customer is searched for them. So are columns that are not in the table.
    case `private`
    /// Words, numbers and days that many texts hold by chance, and names of our own people: not searched for.
    case ordinary
  }

  /// Where the page of an account shows it.
  public enum Placement: Sendable {
    /// Among the facts, in the order of the file, under its word.
    case listed
    /// In the heading, on a line that the page composes, or nowhere.
    case composed
  }

  /// Its canonical name.
  public let name: String
  /// What its cells are.
  public let kind: Kind
  /// Whether another customer may read them.
  public let privacy: Privacy
  /// Where the page of an account shows them.
  public let placement: Placement

  private init(_ name: String, _ kind: Kind, _ privacy: Privacy, _ placement: Placement) {
    self.name = name
    self.kind = kind
    self.privacy = privacy
    self.placement = placement
  }

  /// Whether a row without it is refused.
  public var isRequired: Bool { kind == .id || kind == .name }

  /// Whether every language has a word for it: what is listed has a label, and a model may measure any number.
  public var hasWord: Bool { placement == .listed || kind.isNumeric }

  /// The known column of a name; nil for a column of the portfolio's own.
  public static func named(_ name: String) -> AccountColumn? { all.first { $0.name == name } }
}

extension AccountColumn {
  /// Every known column, in the order in which the documentation names them.
  public static let all: [AccountColumn] = [
    id, name, csm, arr, segment,
    AccountColumn("industry", .category, .ordinary, .listed),
    AccountColumn("employees", .number, .ordinary, .listed),
    AccountColumn("plan", .text, .ordinary, .listed),
    AccountColumn("region", .category, .ordinary, .listed),
    seats, startedOn, renewsOn, endedOn, locale,
  ]

  // Those of them that code asks for by name.

  /// Unique and stable.
  public static let id = AccountColumn("account_id", .id, .private, .composed)
  /// What pages call the account.
  public static let name = AccountColumn("name", .name, .private, .composed)
  /// The customer-success manager.
  public static let csm = AccountColumn("csm", .text, .ordinary, .composed)
  /// Annual recurring revenue.
  public static let arr = AccountColumn("arr", .money, .private, .composed)
  /// The id of a segment, in place of what the segments' conditions say.
  public static let segment = AccountColumn("segment", .text, .ordinary, .composed)
  /// What the customer may use, the one number here that is the customer's own to know.
  public static let seats = AccountColumn("seats", .number, .ordinary, .listed)
  /// The first day as a customer.
  public static let startedOn = AccountColumn("started_on", .day, .ordinary, .composed)
  /// The day on which the contract renews.
  public static let renewsOn = AccountColumn("renews_on", .day, .ordinary, .composed)
  /// The first day on which it is no customer any more.
  public static let endedOn = AccountColumn("ended_on", .day, .ordinary, .composed)
  /// The language of the customer's document.
  public static let locale = AccountColumn("locale", .language, .ordinary, .listed)
}
