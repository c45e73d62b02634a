public import Findings
public import Health

/// What arrived and how much of it could be used.
public struct DataQuality: Sendable {
  /// Rows of one file, or of all.
  public struct Rows: Hashable, Sendable {
    /// Rows in the file.
    public var read = 0
    /// Rows that were understood, including those dated after the as-of day.
    public var used = 0
    /// Rows that were refused, each with a reason.
    public var refused = 0
    /// Rows that are none of the table's: sums, repeated headers, footers, and those that the settings leave out.
    public var leftOut = 0
    /// Cells of used rows that were refused, each with a reason, and count as blank.
    public var cellsRefused = 0

    /// Those of the refused rows whose account the settings call departed: nothing is missing with them.
    public var departed = 0

    /// Creates a count of no rows.
    public init() {}

    /// The sums of both.
    public static func + (left: Rows, right: Rows) -> Rows {
      var sum = left
      sum.read += right.read
      sum.used += right.used
      sum.refused += right.refused
      sum.leftOut += right.leftOut
      sum.cellsRefused += right.cellsRefused
      sum.departed += right.departed
      return sum
    }
  }

  /// One file or query that rows of a table came from.
  public struct Feed: Sendable {
    /// The table it belongs to.
    public let table: Table
    /// The file, relative to the folder that the user named.
    public let file: String
    /// Its rows.
    public let rows: Rows
    /// The newest day on or before the as-of day; nil for tables without days or rows.
    public let newestDay: Day?

    /// The columns of the file that nothing reads.
    public let unusedColumns: [String]

    /// How many rows were matched to accounts in one way.
    public struct Match: Hashable, Sendable {
      /// What names the account.
      public enum Key: Hashable, Sendable {
        case id, name, domain
        /// The cells of a column of accounts.
        case column(String)
      }

      /// What names the account.
      public let key: Key
      /// The rows.
      public let rows: Int

      /// Counts rows.
      public init(key: Key, rows: Int) {
        self.key = key
        self.rows = rows
      }
    }

    /// How its rows were matched to accounts, in the order of the settings; empty where ids are all that counts.
    public let matches: [Match]

    /// Creates a feed from what a file yielded.
    public init(
      table: Table, file: String, rows: Rows, newestDay: Day?, matches: [Match] = [], unusedColumns: [String] = []
    ) {
      self.matches = matches
      self.unusedColumns = unusedColumns
      self.table = table
      self.file = file
      self.rows = rows
      self.newestDay = newestDay
    }
  }

  /// Cells of a column that were counted.
  public struct Column: Hashable, Sendable {
    /// The table it is in.
    public let table: Table
    /// Its canonical name; that of the file for others.
    public let name: String
    /// The cells that hold nothing but a sign for no value, such as `#N/A`, and count as blank.
    public var placeholders = 0
    /// The filled cells of used rows, where a cell of the column can be refused alone.
    public var filled = 0
    /// Those of the filled cells that were refused.
    public var refused = 0

    /// Creates a column of which no cell was counted.
    public init(table: Table, name: String) {
      self.table = table
      self.name = name
    }
  }

  /// Several spellings of what is one name.
  public struct Spellings: Hashable, Sendable {
    /// The column of `accounts`, or `csm` for people in any table.
    public let column: String
    /// The spelling that is shown.
    public let shown: String
    /// The others.
    public let others: [String]

    /// Takes the spellings of one name.
    public init(column: String, shown: String, others: [String]) {
      self.column = column
      self.shown = shown
      self.others = others
    }
  }

  /// Names that are spelled in several ways.
  public let spellings: [Spellings]
  /// The feeds in the order in which the files were read.
  public let feeds: [Feed]
  /// Every error and warning, in the order in which they were found.
  public let findings: [Finding]
  /// The ids in the rows of `accounts` that were refused.
  public let refusedAccounts: [String]
  /// The columns in which cells were refused or hold placeholders, in the order in which they were met.
  public let columns: [Column]
  /// The rows in whose middle a file ends, each as `file:line`.
  public let cutOff: [String]
  /// The rows of which a cell has lines that look like rows, each as `file:line`.
  public let swallowing: [String]
  /// The accounts of refused rows, by position in the evidence.
  public let refusedOf: [Table: Set<Int>]

  /// Takes the files and what was found in them.
  public init(
    feeds: [Feed], findings: [Finding], refusedAccounts: [String] = [], columns: [Column] = [], cutOff: [String] = [],
    swallowing: [String] = [], refusedOf: [Table: Set<Int>] = [:], spellings: [Spellings] = []
  ) {
    self.spellings = spellings
    self.columns = columns
    self.cutOff = cutOff
    self.swallowing = swallowing
    self.refusedOf = refusedOf
    self.feeds = feeds
    self.findings = findings
    self.refusedAccounts = refusedAccounts
  }

  /// The rows of all files together: read = used + refused + left out.
  public var rows: Rows { feeds.reduce(Rows()) { $0 + $1.rows } }
}
