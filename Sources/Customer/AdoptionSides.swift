/// The two measures that adoption is made of.
public struct AdoptionSides: Hashable, Sendable {
  /// The one that counts the people who use the product.
  public let of: String
  /// The one that counts their seats; nil where nothing does.
  public let per: String?

  /// Takes the names of two measures.
  public init(of: String, per: String?) {
    self.of = of
    self.per = per
  }

  /// Both names, where there are two.
  public var names: [String] { [of, per].compactMap { $0 } }
}
