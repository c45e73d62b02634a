public import Findings
public import Health

/// What became of the sheets that people gave back.
public struct CollectedSheets: Sendable {
  /// A row that was added to a table.
  public struct Entry: Sendable {
    /// The account.
    public let account: Account
    /// What was said, such as `flag yellow of 2026-11-16 by Dana Holm`.
    public let words: String
    /// The place of the row, such as `data/sentiment.csv:7`.
    public let place: String
    /// The cell of the sheet that said so.
    public let source: String
  }

  /// The rows that were added, table by table.
  public internal(set) var recorded: [Entry] = []
  /// How many flags, decisions and risks stood in the tables already.
  public internal(set) var known = 0
  /// How many rows of the sheets nothing was filled in.
  public internal(set) var blank = 0
  /// Where two people say different things about one account, each in a sentence.
  public internal(set) var conflicts: [String] = []
  /// What is wrong with files, rows and cells.
  public internal(set) var findings: [Finding] = []

  /// How many flags, decisions, risks, rows and files were refused.
  public var refused: Int { findings.count { $0.severity == .error } }
}
