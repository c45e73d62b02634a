/// The identity of an account: the bytes of its `account_id`, compared as bytes.
///
/// Swift compares strings by canonical equivalence, which would merge two ids that differ only in how an accent is
/// encoded. Two rows of an export with different bytes are two accounts.
public struct AccountID: Sendable {
  /// The id as it is in the data.
  public let text: String

  /// Wraps an id.
  public init(_ text: String) {
    self.text = text
  }
}

extension AccountID: Hashable, Comparable {
  /// True when every byte is the same.
  public static func == (left: AccountID, right: AccountID) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }

  /// Orders ids by UTF-8 bytes.
  public static func < (left: AccountID, right: AccountID) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}
