public import Health

/// A guard that holds, with the facts that say why.
public enum HeldGuard: Hashable, Sendable {
  /// So many accounts are active, and none has a score; what the newest edition had, where there is one.
  case noAccounts(active: Int, before: Before?)
  /// So many of the rows of `accounts` were refused; among them those of accounts that the newest edition had.
  case accountRefused(rows: Int, of: Int, known: [Missing])
  /// The tables and columns of which too much was refused.
  case rowsRefused([Refusals])
  /// The accounts that are gone, those with the most revenue first.
  case vanished([Missing], before: Before)
  /// The rows in whose middle a file ends, each as `file:line`.
  case cutOff([String])
  /// The tables and measures that end earlier.
  case feedWentBack([EarlierEnd], before: Before)
  /// The revenue then of the accounts that are active in both, the change since that no outcome explains, and of how many
  /// the revenue is unknown now.
  case arrJump(arr: Double, unexplained: Double, unknown: Int, before: Before)
  /// The report is of a day after today.
  case future(today: Day)

  /// The edition that today's data are compared with, and what it had.
  public struct Before: Hashable, Sendable {
    /// Which edition.
    public let edition: Edition
    /// The revenue of its active accounts.
    public let arr: AmountSum
  }

  /// How much of a table, or of one of its columns, was refused.
  public struct Refusals: Hashable, Sendable {
    /// The table.
    public let table: Table
    /// The column; nil for whole rows.
    public let column: String?
    /// How many rows or cells were refused.
    public let refused: Int
    /// Of how many.
    public let of: Int
  }

  /// An account that is gone.
  public struct Missing: Hashable, Sendable {
    /// Its id.
    public let id: String
    /// Its name, as far as it is on record.
    public let name: String
    /// Its revenue; nil where it was unknown.
    public let arr: Double?

    /// An account of the newest edition that the evidence does not know.
    init(_ forgotten: (id: String, name: String, score: RecordedScore)) {
      self.init(id: forgotten.id, name: forgotten.name, arr: forgotten.score.arr)
    }

    /// Creates what a record knows of an account.
    public init(id: String, name: String, arr: Double?) {
      self.id = id
      self.name = name
      self.arr = arr
    }
  }

  /// A feed that ends earlier than it did.
  public struct EarlierEnd: Hashable, Sendable {
    /// The table or measure.
    public let feed: FeedName
    /// Its newest day then; nil for a table whose rows have no days.
    public let then: Day?
    /// Its newest day now; nil where it has no row.
    public let now: Day?
  }

  /// Which guard it is.
  public var kind: Guard {
    switch self {
    case .noAccounts: .noAccounts
    case .accountRefused: .accountRefused
    case .rowsRefused: .rowsRefused
    case .vanished: .vanished
    case .cutOff: .cutOff
    case .feedWentBack: .feedWentBack
    case .arrJump: .arrJump
    case .future: .future
    }
  }
}

/// Something that rows go on arriving for.
public enum FeedName: Hashable, Sendable {
  /// A table of the portfolio.
  case table(Table)
  /// An observed measure, by its name.
  case measure(String)
}
