extension StringProtocol {
  /// The text without white space, and without any of some other signs, at its ends: ` Context: ` of `:` is `Context`.
  public func trimmed(of others: Set<Unicode.Scalar> = []) -> String {
    // By scalar, because a combining mark makes one character with the blank before it.
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || others.contains(scalar) }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }), let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }
}
