public import Customer

/// The snapshots to make, and their destination.
public struct SnapshotOrder: Sendable {
  /// The accounts to make snapshots of.
  public enum Accounts: Sendable {
    /// One, by its id or name.
    case one(String)
    /// Every active one, or those of one person.
    case all(csm: String?)
  }

  let accounts: Accounts
  let reader: SnapshotMark.Kind
  let edition: String?
  let out: String?
  let isPDF: Bool
  let passwordFile: String?
  let mayReplace: Bool

  /// Creates an order.
  ///
  /// - Parameters:
  ///   - reader: the intended reader of the files.
  ///   - edition: the published edition to make them from; nil for today's data.
  ///   - out: the file or, for many accounts, the folder; nil for `snapshots/` in the portfolio.
  ///   - isPDF: whether each is made as PDF too.
  ///   - passwordFile: the file with the password of an encrypted ZIP to write instead.
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
