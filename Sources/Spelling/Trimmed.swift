extension StringProtocol {
  /// The text without white space, or any of some other characters, at its ends: ` Context: ` with `:` becomes
  /// `Context`.
  public func trimmed(of others: Set<Unicode.Scalar> = []) -> String {
    // By scalar, because a combining mark forms one character with the space before it.
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || others.contains(scalar) }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }), let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }
}
