public import Health

/// The address of a page of an edition, and what the page was called.
public struct EditionPage: Hashable, Sendable {
  /// From the root of the site, such as `accounts/c_-104.html`.
  public let path: String
  /// Of whom or what it was.
  public let title: String

  /// Takes an address.
  public init(path: String, title: String) {
    self.path = path
    self.title = title
  }
}

/// An address that a published edition had.
public struct FormerPage: Sendable {
  /// How many days after its last edition an address is kept: links in mails of the last year lead somewhere.
  public static let days = 365

  /// From the root of the site, such as `accounts/c_-104.html`.
  public let path: String
  /// Of whom or what the page was.
  public let title: String
  /// The last edition that had it.
  public let edition: Edition
  /// Of the page of a person the accounts that they looked after then, by position, without those that there are no more.
  public let accounts: [Int]

  /// Takes what a ledger holds.
  public init(path: String, title: String, edition: Edition, accounts: [Int] = []) {
    self.path = path
    self.title = title
    self.edition = edition
    self.accounts = accounts
  }
}
