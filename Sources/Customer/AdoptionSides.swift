/// The names of what a customer's adoption is made from.
public struct AdoptionSides: Hashable, Sendable {
  /// The measure that counts the people who use the product.
  public let of: String
  /// What counts the people who could; nil where only the people are shown.
  public let per: String?

  /// Takes the two names.
  public init(of: String, per: String?) {
    self.of = of
    self.per = per
  }

  /// The names that there are.
  public var names: [String] { [of, per].compactMap { $0 } }
}
