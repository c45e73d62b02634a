/// What a publication must not pass over: each is a way in which data go missing and the pages look better for it.
///
/// The order is that in which they are said.
public enum Guard: String, CaseIterable, Sendable {
  /// No account is active, or none has a score.
  case noAccounts = "no-accounts"
  /// A row of `accounts` was refused.
  case accountRefused = "account-refused"
  /// A large part of a table's rows, or of a column's cells, was refused.
  case rowsRefused = "rows-refused"
  /// An account of the newest edition is in no row of `accounts`, and nothing says why.
  case vanished
  /// A file ends in the middle of a row.
  case cutOff = "cut-off"
  /// A table or a measure ends earlier than in the newest edition.
  case feedWentBack = "feed-went-back"
  /// The revenue of the same accounts changed by a large part, and no outcome says why.
  case arrJump = "arr-jump"
  /// The as-of day has not come yet.
  case future

  /// What the settings decide about the guards.
  public struct Rules: Sendable {
    /// The share of the rows of a table, or of the filled cells of a column, that may be refused.
    public var maxRefused = usualMaxRefused
    /// The share by which the revenue of the same accounts may change without an outcome.
    public var maxARRChange = usualMaxARRChange
    /// Why an account is in no row of `accounts`, by its id.
    public var departed: [String: String] = [:]
    /// Today's id of accounts that had another one, by the old id.
    public var aliases: [String: String] = [:]

    /// One row in fifty is a slip in a cell here and there; more is a format that changed.
    public static let usualMaxRefused = 0.02
    /// So few refused rows are told and hold nothing up, however short the table is.
    public static let refusedLet = 5
    /// A fifth of the revenue does not move in a week without anybody recording why.
    public static let usualMaxARRChange = 0.2

    /// What holds without settings.
    public init() {}
  }
}

/// A guard that holds and that somebody has accepted, with the reason.
public struct AcceptedGuard: Hashable, Sendable {
  /// Which guard.
  public let kind: Guard
  /// Why the edition was published all the same.
  public let reason: String

  /// Takes what somebody said.
  public init(_ kind: Guard, reason: String) {
    self.kind = kind
    self.reason = reason
  }
}
