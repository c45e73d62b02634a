public import Customer

/// Which files of accounts are to be made, and where they go.
public struct SnapshotOrder: Sendable {
  /// Of which accounts.
  public enum Accounts: Sendable {
    /// One, by its id or name.
    case one(String)
    /// Every active one, or those that one person looks after.
    case all(csm: String?)
  }

  let accounts: Accounts
  let reader: SnapshotMark.Kind
  let edition: String?
  let out: String?
  let isPDF: Bool
  let passwordFile: String?
  let mayReplace: Bool

  /// Takes what somebody asks for.
  ///
  /// - Parameters:
  ///   - reader: for whom the files are.
  ///   - edition: the published edition to make them from; nil for today's data.
  ///   - out: the file or, of many accounts, the folder; nil for `snapshots/` in the portfolio.
  ///   - isPDF: whether each is made as PDF too.
  ///   - passwordFile: holds the password of the encrypted ZIP that is written instead.
  ///   - mayReplace: whether files that Vigie did not make may be replaced.
  public init(
    of accounts: Accounts, for reader: SnapshotMark.Kind, edition: String? = nil, out: String? = nil,
    isPDF: Bool = false, passwordFile: String? = nil, mayReplace: Bool = false
  ) {
    self.accounts = accounts
    self.reader = reader
    self.edition = edition
    self.out = out
    self.isPDF = isPDF
    self.passwordFile = passwordFile
    self.mayReplace = mayReplace
  }

  var isOfMany: Bool { if case .all = accounts { true } else { false } }
}
