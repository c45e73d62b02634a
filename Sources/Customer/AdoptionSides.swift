/// The two measures behind adoption.
public struct AdoptionSides: Hashable, Sendable {
  /// The one that counts the people who use the product.
  public let of: String
  /// The one that counts their seats; nil when none does.
  public let per: String?

  /// Creates the pair from the names of two measures.
  public init(of: String, per: String?) {
    self.of = of
    self.per = per
  }

  /// Both names, if there are two.
  public var names: [String] { [of, per].compactMap { $0 } }
}
