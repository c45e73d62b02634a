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

    /// Creates a count of no rows.
    public init() {}

    /// The sums of both.
    public static func + (left: Rows, right: Rows) -> Rows {
      var sum = left
      sum.read += right.read
      sum.used += right.used
      sum.refused += right.refused
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

    /// Creates a feed from what a file yielded.
    public init(table: Table, file: String, rows: Rows, newestDay: Day?) {
      self.table = table
      self.file = file
      self.rows = rows
      self.newestDay = newestDay
    }
  }

  /// The feeds in the order in which the files were read.
  public let feeds: [Feed]
  /// Every error and warning, in the order in which they were found.
  public let findings: [Finding]
  /// The ids in the rows of `accounts` that were refused.
  public let refusedAccounts: [String]

  /// Takes the files and what was found in them.
  public init(feeds: [Feed], findings: [Finding], refusedAccounts: [String] = []) {
    self.feeds = feeds
    self.findings = findings
    self.refusedAccounts = refusedAccounts
  }

  /// The rows of all files together: read = used + refused.
  public var rows: Rows { feeds.reduce(Rows()) { $0 + $1.rows } }
}
